/** Composition root of the hub: reads its settings, opens the database and the address, and stops in an orderly way. */
import { randomBytes } from 'node:crypto';
import { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import type { Environment } from '../core/environment.ts';
import { createHub } from './app.ts';
import type { Database } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { openPglite } from './database/pglite.ts';
import { openPostgresql } from './database/postgresql.ts';
import { uncoordinated } from './first-organisation.ts';
import { inviteAsOperator } from './invite.ts';
import { createLog, type Log } from './log.ts';
import { operate } from './operator.ts';
import { ask, openDoor, type Door } from './operator-door.ts';
import {
  operatorAnswerSchema,
  operatorRequestSchema,
  readArguments,
  readCommand,
  type OperatorAnswer,
  type OperatorRequest,
} from './operator-requests.ts';
import { readSettings, type Settings } from './settings.ts';
import { showAnswer } from './show-answer.ts';
import { showInvitation } from './show-invitation.ts';
import { stopServer } from './stop-server.ts';

/** How long requests may take to finish when the hub is told to stop. */
const GRACE_MS = 10_000;

/** Longer than proxies keep a connection (a minute, as a rule): else one is closed just when the proxy sends over it. */
const KEEP_ALIVE_MS = 65_000;

const terminal = process.stdout.isTTY;
const environment: Environment = {
  now: () => Date.now(),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
};
const write = (line: string) => console.log(line);
const jsonLog = createLog(write, environment.now);

const read = readSettings(process.env, terminal);
if (read.status === 'wrong') give(read.complaints.join('\n'));
const settings: Settings = read.settings;
const log: Log = settings.log === 'all' ? jsonLog : { ...jsonLog, info: () => {} };
// The build puts this file in dist/hub and the app beside it, in dist/app.
const appFolder = fileURLToPath(new URL('../app', import.meta.url));

const [command, ...rest] = process.argv.slice(2);
if (command === undefined) await run();
else await obey(command, rest);

function give(complaint: string): never {
  console.error(complaint);
  process.exit(1);
}

/** `http://127.0.0.1:4173`, or what the operator said people reach it by. */
function originAt(port: number): string {
  if (settings.origin) return settings.origin;
  const host = ['0.0.0.0', '::', '127.0.0.1'].includes(settings.host) ? 'localhost' : settings.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function openDatabase(): Promise<Database> {
  const { databaseUrl } = settings;
  const database = databaseUrl
    ? openPostgresql({ url: databaseUrl, onError: (error) => log.error('connection lost', error) })
    : await openPglite({ folder: join(settings.dataFolder, 'database') });
  await migrate(database);
  return database;
}

async function run(): Promise<void> {
  console.log('Plotline is starting…');
  let database: Database | null = null;
  let origin = originAt(settings.port);
  let door: Door | null = null;
  if (!settings.databaseUrl) {
    const opened = await openDoor(settings.dataFolder, async (asked) => {
      if (!database) throw new Error('The hub is still starting.');
      return operate({ database, environment, origin }, operatorRequestSchema.parse(asked));
    }).catch((error: unknown) => give(error instanceof Error ? error.message : 'The door did not open.'));
    if (opened.status === 'taken') {
      give(
        `Another hub is running on ${settings.dataFolder}. Stop it first, or give PLOTLINE_DATA another folder.`,
      );
    }
    door = opened.door;
  }
  database = await openDatabase().catch((error: unknown) =>
    give(`The database cannot be opened: ${error instanceof Error ? error.message : 'unknown'}`),
  );
  const opened = database;
  const waiting = await uncoordinated(opened, environment, settings.first);

  const api = {
    database: opened,
    environment,
    behindProxy: settings.behindProxy,
    log,
    ...(settings.origin ? { origin: settings.origin } : {}),
    ...(settings.metricsToken ? { metricsToken: settings.metricsToken } : {}),
  };
  const { fetch } = createHub({ appFolder, api, endpoints: settings.endpoints });
  const server = serve({ fetch, port: settings.port, hostname: settings.host }, ({ port }) => {
    origin = originAt(port);
    console.log(`Plotline is at ${origin}/ (Ctrl+C ends it)`);
    if (waiting) void welcome(opened, origin, waiting);
  });
  if (!(server instanceof Server)) throw new Error('the hub speaks HTTP/1.1');
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('error', (error) => {
    console.error(`Plotline could not open ${settings.host}:${settings.port}: ${error.message}`);
    process.exitCode = 1;
    void end();
  });

  let ending: Promise<void> | null = null;
  const end = () => (ending ??= stop());
  const stop = async () => {
    log.info('stopping');
    const whole = await stopServer(server, GRACE_MS);
    // The door last: it keeps others away from the database.
    await opened.close();
    await door?.close();
    log.info('stopped', { whole });
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
}

/** While nobody coordinates: a fresh code at each start. */
async function welcome(
  database: Database,
  origin: string,
  { id, name, site }: { id: string; name: string; site: string },
): Promise<void> {
  const invitation = await inviteAsOperator({ database, environment, origin }, id, {
    role: 'coordinator',
    site,
    hours: 24,
  });
  console.log(
    `\nNobody coordinates "${name}" yet. Open the link on a phone or in another browser to connect it.`,
  );
  console.log(showInvitation(invitation, terminal));
}

/** One command of the operator's. */
async function obey(word: string, given: string[]): Promise<void> {
  const command = readCommand(word);
  if (!command) {
    give(
      `There is no command "${word}". Without one the hub starts; "invite" makes a code, "codes" lists those that are open, "take-back" ends one of them, "end" ends the access of somebody, "organisation" makes another organisation.`,
    );
  }
  const asked = readArguments(command, given);
  if (asked.status === 'wrong') give(asked.complaint);
  const answer = await passOn(asked.request).catch((error: unknown) =>
    give(error instanceof Error ? error.message : 'It did not work.'),
  );
  console.log(showAnswer(answer, terminal));
}

/** A folder's database belongs to the hub that runs on it: that one is asked, or none is running. */
async function passOn(request: OperatorRequest): Promise<OperatorAnswer> {
  if (!settings.databaseUrl) {
    const answer = await ask(settings.dataFolder, request);
    if (answer.status === 'answered') return operatorAnswerSchema.parse(answer.said);
    if (answer.status === 'refused') throw new Error(answer.why);
    const opened = await openDoor(settings.dataFolder, async () => {
      throw new Error('Another command is under way; try again.');
    });
    if (opened.status === 'taken') throw new Error('Another command is under way; try again.');
    try {
      return await inDatabase(request);
    } finally {
      await opened.door.close();
    }
  }
  return inDatabase(request);
}

async function inDatabase(request: OperatorRequest): Promise<OperatorAnswer> {
  const database = await openDatabase();
  try {
    return await operate({ database, environment, origin: originAt(settings.port) }, request);
  } finally {
    await database.close();
  }
}
