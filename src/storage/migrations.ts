/** The numbered shapes of the databases. They only run forwards; a released entry is never edited. */
import type { Transaction } from 'dexie';

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
];

/** The list of the people on this phone. */
export const directoryMigrations: readonly Migration[] = [
  { version: 1, stores: { vaults: 'id', meta: 'name' } },
];
