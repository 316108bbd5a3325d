/** A whole hub for tests, in this process, on a free port of this machine. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Environment } from '../../src/core/environment.ts';
import type { Role } from '../../src/core/version.ts';
import { createHub } from '../../src/hub/app.ts';
import type { Database } from '../../src/hub/database/database.ts';
import { migrate, shape } from '../../src/hub/database/migrate.ts';
import { openPglite } from '../../src/hub/database/pglite.ts';
import { makeOrganisation } from '../../src/hub/first-organisation.ts';
import { inviteAsOperator } from '../../src/hub/invite.ts';
import { usualLimits, type Limits } from '../../src/hub/limits.ts';
import type { Log } from '../../src/hub/log.ts';
import type { EnrolAnswer, InvitationAnswer } from '../../src/sync/protocol/hub-api.ts';
import { cache } from './cache.ts';
import { freePort } from './free-port.ts';

export const environment: Environment = {
  now: () => Date.now(),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
};

/** No test is slowed down by limits it did not ask for. */
const often = { burst: 1e9, perSecond: 1e9 };
const openLimits: Partial<Limits> = { perToken: often, perAddress: often, failedEnrolments: often };

export interface HubServer {
  /** `http://127.0.0.1:<port>`; the same after every start. */
  readonly origin: string;
  readonly organisationId: string;
  readonly database: Database;
  /** A code made by the operator. Left out: for a participant, at the site "Garden". */
  invite(asked?: {
    role?: Role;
    site?: string;
    personId?: string;
    hours?: number;
  }): Promise<InvitationAnswer>;
  /** Invites and enrols at once: the token and who one is. A personId that is known gets a further device. */
  join(asked?: { role?: Role; site?: string; personId?: string }): Promise<EnrolAnswer>;
  /** Another organisation in the same hub, with its own site "Garden". */
  anotherOrganisation(): Promise<string>;
  /** The same hub as the people of a new "Garden project" find it: a test can have one that no other test knows. */
  anew(): Promise<HubServer>;
  /** Cuts every connection; the database stays. */
  stop(): Promise<void>;
  /** Back at the same address, with the same database. */
  start(): Promise<void>;
  /** Ends it for good. */
  close(): Promise<void>;
}

export interface HubServerOptions {
  /** Absent: PGlite in memory, from a prepared data directory. */
  database?: Database;
  /** Absent: only the API. */
  appFolder?: string;
  limits?: Partial<Limits>;
  environment?: Environment;
  endpoints?: readonly string[];
  log?: Log;
}

/** Starts it; a migrated PGlite in memory is up in about half a second after the first time on a machine. */
export async function startHub(options: HubServerOptions = {}): Promise<HubServer> {
  const database = options.database ?? (await openPrepared());
  const about = options.environment ?? environment;
  const hub = createHub({
    ...(options.appFolder === undefined ? {} : { appFolder: options.appFolder }),
    ...(options.endpoints ? { endpoints: options.endpoints } : {}),
    api: {
      database,
      environment: about,
      limits: { ...usualLimits, ...openLimits, ...options.limits },
      ...(options.log ? { log: options.log } : {}),
    },
  });
  const garden = { name: 'Garden project', sites: ['Garden'] };
  const port = await freePort();
  let server = await listen(hub.fetch, port);
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (!server.listening) return;
    const closed = new Promise((done) => server.once('close', done));
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
  };
  const close = async () => {
    await stop();
    if (!options.database) await database.close();
  };
  const start = async () => {
    await stop();
    server = await listen(hub.fetch, port);
  };
  const openTo = async (): Promise<HubServer> => {
    const organisationId = await makeOrganisation(database, about, garden);
    const invite: HubServer['invite'] = ({ role = 'participant', site = 'Garden', ...rest } = {}) =>
      inviteAsOperator({ database, environment: about, origin }, organisationId, { role, site, ...rest });
    return {
      origin,
      organisationId,
      database,
      invite,
      stop,
      start,
      close,
      anew: openTo,
      anotherOrganisation: () => makeOrganisation(database, about, { ...garden, name: 'Other project' }),
      async join(asked = {}) {
        const { code } = await invite(asked);
        const { personId = randomUUID() } = asked;
        const answer = await fetch(`${origin}/v1/enrol`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ code, personId, attempt: randomUUID() }),
        });
        if (answer.status !== 201) throw new Error(`not let in: ${await answer.text()}`);
        return (await answer.json()) as EnrolAnswer;
      },
    };
  };
  return openTo();
}

async function listen(
  answer: Parameters<typeof createAdaptorServer>[0]['fetch'],
  port: number,
): Promise<ReturnType<typeof createAdaptorServer>> {
  const server = createAdaptorServer({ fetch: answer });
  // As in main.ts: on a busy machine a test may be silent for longer than Node's five seconds.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 65_000;
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  return server;
}

/** PGlite in memory with every migration applied; its data directory is prepared once and kept in node_modules/.cache. */
export async function openPrepared(): Promise<Database> {
  const file = join(cache, `hub-${createHash('sha256').update(shape).digest('hex').slice(0, 16)}.tar`);
  const kept = await readFile(file).catch(() => null);
  if (kept) return openPglite({ prepared: new Blob([new Uint8Array(kept)]) });
  const fresh = await openPglite();
  await migrate(fresh);
  await mkdir(cache, { recursive: true });
  // Written apart and put in place whole: other tests may be starting at the same time.
  const own = `${file}.${process.pid}`;
  await writeFile(own, new Uint8Array(await (await fresh.dump()).arrayBuffer()));
  await rename(own, file);
  return fresh;
}
