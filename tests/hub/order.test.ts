/** The order of versions on a real PostgreSQL: no pull ever passes by what is still being written. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { migrate } from '../../src/hub/database/migrate.ts';
import { openPostgresql } from '../../src/hub/database/postgresql.ts';
import type { Database, Transaction } from '../../src/hub/database/database.ts';
import { keyOf, digestOf } from '../../src/sync/protocol/wire.ts';
import type { Version } from '../../src/core/version.ts';
import { startHub, type HubServer } from '../support/hub.ts';
import { about, phone, type HubPhone } from '../support/hub-phone.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';

describe('on PostgreSQL', () => {
  let postgres: PostgresServer;
  let database: Database;
  let hub: HubServer;
  let url: string;
  let ada: HubPhone;
  const clients: pg.Client[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.createDatabase();
    database = openPostgresql({ url });
    await migrate(database);
    hub = await startHub({ database });
    ada = await phone(hub);
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => {})));
    await hub.close();
    await database.close();
    await postgres.stop();
  });

  /** A writer whose transaction the test holds open. */
  const writer = async () => {
    const client = new pg.Client({ connectionString: url });
    clients.push(client);
    await client.connect();
    await client.query('begin');
    return {
      async write(version: Version) {
        await client.query(
          `insert into plotline.versions (organisation_id, received_from, record_id, rev, subject, author, kind,
             audience, digest, json)
           values ($1, $2, $3, $4, $2, $2, $5, 'team', $6, $7)`,
          [
            hub.organisationId,
            ada.id,
            version.id,
            version.rev,
            version.kind,
            await digestOf(version),
            JSON.stringify(version),
          ],
        );
      },
      end: (how: 'commit' | 'rollback') => client.query(how),
    };
  };

  test('what was written first and committed last is not passed by', async () => {
    const versions = Array.from({ length: 5 }, () => about(ada.id));
    const [first, second, third, fourth, fifth] = versions;
    const [slow, quick, given] = [await writer(), await writer(), await writer()];
    const taken: Version[] = [];
    let since: string | null = null;
    const pull = async () => {
      const page = await ada.pull(since);
      since = page.next;
      taken.push(...page.versions);
      return page.versions.map(({ id }) => id);
    };
    await slow.write(first as Version);
    await quick.write(second as Version);
    await quick.end('commit');
    // Committed, but something older is still open: a cursor beyond it would lose that one.
    expect(await pull()).toEqual([]);
    await given.write(third as Version);
    await slow.write(fourth as Version);
    await slow.end('commit');
    // Up to the one that is still open now: all of the first two, nothing of the third.
    expect(await pull()).toEqual([first?.id, fourth?.id, second?.id]);
    await ada.push(fifth as Version);
    expect(await pull()).toEqual([]);
    await given.end('rollback');
    expect(await pull()).toEqual([fifth?.id]);
    expect(new Set(taken.map(keyOf)).size).toBe(taken.length);
  });

  test('many writers at once, pulled all the while: each version once, none left out', async () => {
    const writers = 12;
    const rounds = 8;
    const phones = await Promise.all(Array.from({ length: writers }, () => phone(hub)));
    const worker = await phone(hub, { role: 'worker' });
    const sent: Version[] = [];
    let writing = true;
    const written = Promise.all(
      phones.map(async (writer) => {
        for (let round = 0; round < rounds; round++) {
          const versions = Array.from({ length: 1 + (round % 5) }, () => about(writer.id));
          expect((await writer.outcomes(...versions)).every((outcome) => outcome === 'ok')).toBe(true);
          sent.push(...versions);
        }
      }),
    ).finally(() => (writing = false));
    const taken: Version[] = [];
    let since = (await worker.pull()).next;
    const pull = async (limit: number) => {
      const page = await worker.pull(since, limit);
      since = page.next;
      taken.push(...page.versions);
    };
    for (let limit = 1; writing; limit = (limit % 7) + 1) await pull(limit * 3);
    await written;
    await pull(100);
    expect(taken.map(keyOf).sort()).toEqual(sent.map(keyOf).sort());
  });

  test.each(['plotline_member', 'plotline_keeper', 'upkeep'] as const)(
    'nothing that %s asks is compiled first, which takes seconds once there are many versions',
    async (actor) => {
      const [jit] = await database.transaction(actor, (transaction) =>
        transaction.query(z.object({ jit: z.string() }), "select current_setting('jit') as jit"),
      );
      expect(jit).toEqual({ jit: 'off' });
    },
  );

  test('restored on a server that counts from lower down, nothing stays hidden', async () => {
    const before = about(ada.id);
    await ada.push(before);
    const { next } = await ada.pull();
    // As after a restore elsewhere: the numbers of all rows lie ahead of what this server has given out.
    await database.transaction('upkeep', (transaction) =>
      transaction.change('update plotline.versions set xact = (xact::text::bigint + 1000000000)::text::xid8'),
    );
    expect((await ada.pull()).versions).toEqual([]);
    const { limits } = await migrateAndLook(database);
    // However many versions there are to be numbered anew, and however long another process takes over it.
    expect(limits).toEqual({ statement: '0', lock: '0' });
    const all = (await ada.pull(next)).versions.map(keyOf);
    expect(all).toContain(keyOf(before));
    const late = about(ada.id);
    await ada.push(late);
    expect((await ada.pull()).versions.map(keyOf)).toEqual([...all, keyOf(late)]);
    // Requests have their limits still.
    expect(await database.transaction('plotline_keeper', readLimits)).toEqual({
      statement: '30s',
      lock: '10s',
    });
  });
});

/** Migrates, and gives what its transaction went by when it was done. */
async function migrateAndLook(database: Database) {
  let limits: Awaited<ReturnType<typeof readLimits>> | undefined;
  const looking: Database = {
    ...database,
    transaction: (actor, work) =>
      database.transaction(actor, async (transaction) => {
        const done = await work(transaction);
        limits = await readLimits(transaction);
        return done;
      }),
  };
  await migrate(looking);
  return { limits };
}

async function readLimits(transaction: Transaction) {
  const [limits] = await transaction.query(
    z.object({ statement: z.string(), lock: z.string() }),
    "select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock",
  );
  return limits;
}
