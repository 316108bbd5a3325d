/**
 * Removes photos and recordings that nothing refers to. A version is never changed, and goes only where its record is erased,
 * which looks after its photos itself: so what a version has is looked at once. From then on only what was handed in since is
 * asked about, and what drafts alone have, for a draft may end at any time.
 */
import * as z from 'zod/mini';
import { Dexie } from 'dexie';
import type { Environment } from '../core/environment.ts';
import type { DropOutcome, HandedIn } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase } from './database.ts';

const sweptSchema = z.object({
  /** All that was handed in before this moment has been looked at. */
  before: z.number(),
  /** Names of those that are to be looked at again all the same. */
  again: z.array(z.string()),
});
type Swept = z.infer<typeof sweptSchema>;

interface Uses {
  /** Neither a version nor a draft has them. */
  unused: string[];
  /** No version has them, but a draft. */
  drafted: string[];
}

/** So many are asked about in one transaction: nobody waits longer than that to write. */
const AT_ONCE = 50;

/** Sweeps those handed in longer ago than `olderThanMs`; says how many went. */
export function createSweep(
  db: VaultDatabase,
  connection: Connection,
  environment: Environment,
): (olderThanMs: number) => Promise<number> {
  const handedIn = () => db.attachments.where('keptAt');
  const transaction = <T>(mode: 'r' | 'rw', work: () => Promise<T>) =>
    connection.read(() => db.dexie.transaction(mode, tablesOf(db), work));

  return async (olderThanMs) => {
    const before = environment.now() - olderThanMs;
    const young = async () => new Set(await handedIn().aboveOrEqual(before).primaryKeys());

    const { swept, fresh, asked } = await transaction('r', async () => {
      const swept = await readSwept(db);
      // After a clock was set back, nothing says what was handed in since: all of it is looked at once more.
      const from = swept && swept.before <= before ? swept.before : Dexie.minKey;
      const fresh = await handedIn().between(from, before).primaryKeys();
      const spared = await young();
      return { swept, fresh, asked: [...fresh, ...(swept?.again ?? [])].filter((name) => !spared.has(name)) };
    });
    // What is found is looked at again when it is removed.
    const found: Uses = { unused: [], drafted: [] };
    for (const names of inParts(asked)) addTo(found, await transaction('r', () => usesOf(db, names)));
    const known = new Set(swept?.again);
    const nothingNew = fresh.length === 0 && found.drafted.length === known.size && swept !== null;
    if (nothingNew && found.unused.length === 0) return 0;

    let went = 0;
    for (const names of inParts(found.unused)) {
      const { unused, drafted } = await transaction('rw', async () => {
        const spared = await young();
        const now = await usesOf(
          db,
          names.filter((name) => !spared.has(name)),
        );
        if (now.unused.length > 0) await db.attachments.bulkDelete(now.unused);
        return now;
      });
      went += unused.length;
      found.drafted.push(...drafted);
    }
    await transaction('rw', async () => {
      const meanwhile = ((await readSwept(db))?.again ?? []).filter((name) => !known.has(name));
      await writeSwept(db, { before, again: [...found.drafted, ...meanwhile] });
    });
    return went;
  };
}

/**
 * To be called with each that is handed in, inside its transaction. Where the clock was ahead when all was looked at last, one
 * that is older by the clock as it is now would never be asked about.
 */
export async function toBeSwept(db: VaultDatabase, { sha256, keptAt }: HandedIn): Promise<void> {
  const swept = await readSwept(db);
  if (swept && keptAt < swept.before) await writeSwept(db, { ...swept, again: [...swept.again, sha256] });
}

/** The same for some that are known to be of no use perhaps, however young. */
export function createDropUnused(
  db: VaultDatabase,
  connection: Connection,
): (handedIn: readonly HandedIn[]) => Promise<DropOutcome> {
  return async (handedIn) => {
    for (const some of inParts(handedIn)) {
      const ran = await connection.run(() =>
        db.dexie.transaction('rw', tablesOf(db), async () => {
          const rows = await db.attachments.bulkGet(some.map(({ sha256 }) => sha256));
          const still = some.filter(({ keptAt }, at) => rows[at]?.keptAt === keptAt);
          await dropUnused(
            db,
            still.map(({ sha256 }) => sha256),
          );
        }),
      );
      if (ran.status !== 'done') return ran;
    }
    return { status: 'saved' };
  };
}

function tablesOf(db: VaultDatabase) {
  return [db.records, db.history, db.drafts, db.attachments, db.meta];
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE);
}

function addTo(all: Uses, { unused, drafted }: Uses): void {
  all.unused.push(...unused);
  all.drafted.push(...drafted);
}

/** Deletes those of `names` that nothing refers to any more, inside the caller's transaction. */
export async function dropUnused(db: VaultDatabase, names: readonly string[]): Promise<void> {
  const { unused, drafted } = await usesOf(db, names);
  if (unused.length > 0) await db.attachments.bulkDelete(unused);
  if (drafted.length === 0) return;
  const swept = await readSwept(db);
  // Where none was looked at yet, all will be.
  if (swept) await writeSwept(db, { ...swept, again: [...swept.again, ...drafted] });
}

export async function usesOf(db: VaultDatabase, names: readonly string[]): Promise<Uses> {
  const uses: Uses = { unused: [], drafted: [] };
  for (const name of new Set(names)) {
    const versions = await Promise.all(
      [db.records, db.history].map((table) => table.where('attachments').equals(name).limit(1).count()),
    );
    if (versions.some((count) => count > 0)) continue;
    const drafts = await db.drafts.where('attachments').equals(name).limit(1).count();
    uses[drafts > 0 ? 'drafted' : 'unused'].push(name);
  }
  return uses;
}

async function readSwept(db: VaultDatabase): Promise<Swept | null> {
  const row = await db.meta.get('swept');
  if (!row) return null;
  try {
    return sweptSchema.parse(JSON.parse(row.value));
  } catch {
    return null;
  }
}

async function writeSwept(db: VaultDatabase, { before, again }: Swept): Promise<void> {
  await db.meta.put({ name: 'swept', value: JSON.stringify({ before, again: [...new Set(again)] }) });
}
