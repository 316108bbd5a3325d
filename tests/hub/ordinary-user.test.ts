/** A hub whose database user is no superuser, in each way that docs/hub.md says it can be made; with the very SQL that stands there. */
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import * as z from 'zod/mini';
import { migrate } from '../../src/hub/database/migrate.ts';
import { openPostgresql } from '../../src/hub/database/postgresql.ts';
import type { Database } from '../../src/hub/database/database.ts';
import { startHub } from '../support/hub.ts';
import { about, erased, phone } from '../support/hub-phone.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';

const docs = readFileSync(new URL('../../docs/hub.md', import.meta.url), 'utf8');
const [asNew = '', handedOver = ''] = [...docs.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => sql);
/** Statements end with a line; those within a `do` are indented or its end. */
const statements = (sql: string) => sql.split(/;\n(?=\S)/).map((one) => one.replace(/;\s*$/, ''));

let postgres: PostgresServer;
const opened: Database[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});
afterAll(() => postgres.stop());

function open(user: string, database: string): Database {
  const one = openPostgresql({ url: postgres.address(user, database), connections: 4 });
  opened.push(one);
  return one;
}

const name = () => `own_${randomUUID().replaceAll('-', '')}`;

/** Set-up, and that two organisations on it write, read and erase, each its own. */
async function isWholeHub(database: Database): Promise<true> {
  await migrate(database);
  const hub = await startHub({ database });
  try {
    const ada = await phone(hub);
    const worker = await phone(hub, { role: 'worker' });
    const words = about(ada.id);
    const others = about(ada.id);
    expect(await ada.outcomes(words, others)).toEqual(['ok', 'ok']);
    expect(await worker.sees(words, others)).toEqual([true, true]);
    expect(await ada.outcomes(erased(words))).toEqual(['ok']);
    expect(await worker.sees(words, others)).toEqual([false, true]);
    const stranger = await phone(hub);
    expect(await stranger.sees(others)).toEqual([false]);
    expect(await rowsOfAnother(database)).toBe(0);
    return true;
  } finally {
    await hub.close();
  }
}

/** What either role that requests act as gets to see of everything, when nobody has said whose request it is. */
async function rowsOfAnother(database: Database): Promise<number> {
  let seen = 0;
  for (const actor of ['plotline_member', 'plotline_keeper'] as const) {
    const [row] = await database.transaction(actor, (transaction) =>
      transaction.query(
        z.object({ count: z.number() }),
        'select count(*)::int as count from plotline.versions',
      ),
    );
    seen += row?.count ?? 0;
  }
  return seen;
}

/** Tables that would be open to their owner. */
const unforced = `
  select relname as name from pg_class where relnamespace = 'plotline'::regnamespace and relkind = 'r'
    and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`;
const rights = `
  select (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb) as more from pg_roles where rolname = current_user`;

test('made as docs/hub.md says: an ordinary user, whom row-level security holds back as well', async () => {
  await postgres.asSuperuser(statements(asNew));
  const database = open('plotline_hub', 'plotline');
  await isWholeHub(database);
  await database.transaction('upkeep', async (transaction) => {
    expect(await transaction.query(z.object({ more: z.boolean() }), rights)).toEqual([{ more: false }]);
    expect(await transaction.query(z.object({ name: z.string() }), unforced)).toEqual([]);
  });
  // Starting again changes nothing.
  expect(await migrate(database)).toEqual({ applied: [] });
});

describe('made in other ways', () => {
  test('the user may create roles: the hub makes its own', async () => {
    const own = await startPostgres();
    try {
      await own.asSuperuser(['create role hosted login createrole', 'create database hosted owner hosted']);
      const database = openPostgresql({ url: own.address('hosted', 'hosted') });
      expect(await isWholeHub(database)).toBe(true);
      await database.close();
    } finally {
      await own.stop();
    }
  });

  test('the database belongs to somebody else, and only the schema is the user’s', async () => {
    const user = name();
    await postgres.asSuperuser([
      `create role ${user} login`,
      `grant plotline_member, plotline_keeper to ${user}`,
      `create database ${user}`,
      `revoke all on database ${user} from public`,
      `grant connect on database ${user} to ${user}`,
    ]);
    await postgres.asSuperuser([`create schema plotline authorization ${user}`], user);
    expect(await isWholeHub(open(user, user))).toBe(true);
  });

  test('a hub that ran as a superuser goes on as an ordinary user, with what it had', async () => {
    const user = name();
    await postgres.asSuperuser([
      `create role ${user} login`,
      `grant plotline_member, plotline_keeper to ${user}`,
    ]);
    await postgres.asSuperuser([`create database ${user} owner ${user}`]);
    const before = open('operator', user);
    await isWholeHub(before);
    await postgres.asSuperuser(statements(handedOver.replaceAll('plotline_hub', user)), user);
    const database = open(user, user);
    await migrate(database);
    const [kept] = await database.transaction('upkeep', (transaction) =>
      transaction.query(
        z.object({ count: z.number() }),
        'select count(*)::int as count from plotline.versions',
      ),
    );
    expect(kept?.count).toBeGreaterThan(0);
    await isWholeHub(database);
  });

  test('restored by an ordinary user, what looks further than a member may still does so as the keeper', async () => {
    const url = new URL(await postgres.createDatabase());
    const user = url.username;
    const database = open(user, user);
    await migrate(database);
    // As `psql` leaves it: it may not give the functions of the dump to the keeper, and goes on.
    const definers = `select oid::regprocedure::text as name from pg_proc where pronamespace = 'plotline'::regnamespace
      and prosecdef and proowner <> 'plotline_keeper'::regrole`;
    await postgres.asSuperuser([`alter function plotline.sign_in(uuid, text, text) owner to ${user}`], user);
    const left = () =>
      database.transaction('upkeep', (transaction) =>
        transaction.query(z.object({ name: z.string() }), definers),
      );
    expect(await left()).toHaveLength(1);
    await isWholeHub(database);
    expect(await left()).toEqual([]);
  });

  test('the user of one hub does not come into the database of another', async () => {
    const [one, other] = [await postgres.createDatabase(), await postgres.createDatabase()].map(
      (url) => new URL(url),
    );
    const client = new pg.Client({
      connectionString: postgres.address(one?.username ?? '', other?.pathname.slice(1) ?? ''),
    });
    await expect(client.connect()).rejects.toThrow(/permission denied for database/);
  });

  test('where the user has not what it needs, that is said, with where to read on', async () => {
    const own = await startPostgres();
    try {
      await own.asSuperuser(['create role plain login', 'create database plain owner plain']);
      const database = openPostgresql({ url: own.address('plain', 'plain') });
      await expect(migrate(database)).rejects.toThrow(/plotline_member.*docs\/hub\.md/);
      await own.asSuperuser(['create role plotline_member nologin', 'create role plotline_keeper nologin']);
      await expect(migrate(database)).rejects.toThrow(/plotline_member.*docs\/hub\.md/);
      await own.asSuperuser(['grant plotline_member, plotline_keeper to plain']);
      await own.asSuperuser(['create schema plotline'], 'plain');
      await expect(migrate(database)).rejects.toThrow(/belongs to the user operator.*docs\/hub\.md/);
      await database.close();
    } finally {
      await own.stop();
    }
  });
});
