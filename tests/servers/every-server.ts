/** THE list of the servers that nobody here wrote and that sync is tested against. */
import type { Startable } from './real-server.ts';
import { apache } from './start-apache.ts';
import { feathers } from './start-feathers.ts';
import { jsonServer } from './start-json-server.ts';
import { postgrest } from './start-postgrest.ts';
import { expressPouchdb } from './start-pouchdb.ts';

export const everyServer: readonly Startable[] = [jsonServer, expressPouchdb, postgrest, feathers, apache];

/** Those that can run on this machine; at its end the run says which could not (say-which-ran.ts). */
export const serversHere = everyServer.filter((server) => server.missing() === null);
