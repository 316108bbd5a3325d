/** THE list of the real servers that sync is tested against. */
import type { Startable } from './real-server.ts';
import { apache } from './start-apache.ts';
import { feathers } from './start-feathers.ts';
import { hub } from './start-hub.ts';
import { jsonServer, jsonServerBeta } from './start-json-server.ts';
import { postgrest } from './start-postgrest.ts';
import { expressPouchdb } from './start-pouchdb.ts';

export const everyServer: readonly Startable[] = [
  jsonServer,
  expressPouchdb,
  postgrest,
  feathers,
  apache,
  hub,
  jsonServerBeta,
];
