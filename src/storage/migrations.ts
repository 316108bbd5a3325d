/** The numbered shapes of the databases. They only run forwards; a released entry is never edited. */
import type { Transaction } from 'dexie';
import { addressOf, type Addressed } from './outbox-rows.ts';

export interface Migration {
  version: number;
  /** Dexie's notation: primary key first, then indexes; `*` has one entry for each member of a list. */
  stores: Readonly<Record<string, string>>;
  /** Reshapes rows that are there. Sealed bytes cannot be opened here: bodies are upgraded when they are read. */
  upgrade?: (transaction: Transaction) => Promise<void>;
}

/** One person's database. */
export const vaultMigrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      // `at` is missing in erased rows, which keeps them out of every list.
      records: 'id, rev, [at+id], [kind+at+id], [subject+at+id], [subject+kind+at+id], *attachments',
      history: '[id+rev], *attachments',
      outbox: '[id+rev]',
      attachments: 'sha256, keptAt',
      drafts: 'key, *attachments',
      meta: 'name',
    },
  },
  {
    version: 2,
    stores: {
      // Each index costs about as much as the row: lists by kind answer the others, one question a kind.
      records: 'id, [kind+at+id], [subject+kind+at+id], *attachments',
      outbox: '[id+rev], [first+id+rev]',
      attachments: 'sha256, keptAt, wanted',
      sending: 'connection',
      connections: 'id',
      cursors: 'connection',
      aside: 'name',
    },
    // Nothing was ever sent before: all that stands there waits, and only lacks what it is about.
    upgrade: async (transaction) => {
      const outbox = transaction.table<Addressed & { state?: string }>('outbox');
      const queued = await outbox.toArray();
      const about = await transaction.table<Addressed>('records').bulkGet(queued.map(({ id }) => id));
      const told = ({ state: _state, ...row }: Addressed & { state?: string }, at: number) => ({
        ...row,
        ...addressOf(about[at] ?? row),
      });
      await outbox.bulkPut(queued.map(told));
    },
  },
  // What came before was not kept: the same file brought in once more gives it.
  { version: 3, stores: { definitions: 'name' } },
  // Nothing is packed anew: what is here stays where it is, and what comes from now on may come in packs.
  { version: 4, stores: { packs: '++place, *ids, *byKind, *bySubject' } },
];

/** The list of the people on this phone. */
export const directoryMigrations: readonly Migration[] = [
  { version: 1, stores: { vaults: 'id', meta: 'name' } },
];
