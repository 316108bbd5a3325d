/**
 * Removes photos and recordings that nothing refers to. A version is never changed, and goes only where its record is erased,
 * which looks after its photos itself: so what a version has is looked at once. From then on only what was handed in since is
 * asked about, and what drafts alone have, for a draft may end at any time.
 */
import * as z from 'zod/mini';
import { Dexie } from 'dexie';
import type { Environment } from '../core/environment.ts';
import type { DropOutcome } from '../core/store.ts';
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

/** Sweeps those handed in longer ago than `olderThanMs`; says how many went. */
export function createSweep(
  db: VaultDatabase,
  connection: Connection,
  environment: Environment,
): (olderThanMs: number) => Promise<number> {
  const tables = [db.records, db.history, db.drafts, db.attachments, db.meta];
  const handedIn = () => db.attachments.where('keptAt');

  return async (olderThanMs) => {
    const before = environment.now() - olderThanMs;
    const young = async () => new Set(await handedIn().aboveOrEqual(before).primaryKeys());

    // Looked for without keeping anybody from writing; what was found is looked at again when it is removed.
    const found = await connection.read(() =>
      db.dexie.transaction('r', tables, async () => {
        const swept = await readSwept(db);
        // After a clock was set back, nothing says what was handed in since: all of it is looked at once more.
        const from = swept && swept.before <= before ? swept.before : Dexie.minKey;
        const fresh = await handedIn().between(from, before).primaryKeys();
        const spared = await young();
        const asked = [...fresh, ...(swept?.again ?? [])].filter((name) => !spared.has(name));
        return { swept, fresh, uses: await usesOf(db, asked) };
      }),
    );
    const { swept, fresh, uses } = found;
    const known = new Set(swept?.again);
    const nothingNew = fresh.length === 0 && uses.drafted.length === known.size && swept !== null;
    if (nothingNew && uses.unused.length === 0) return 0;
    return connection.read(() =>
      db.dexie.transaction('rw', tables, async () => {
        const spared = await young();
        const perhaps = uses.unused.filter((name) => !spared.has(name));
        // Not awaited for nothing, as in place.ts.
        const now: Uses = perhaps.length > 0 ? await usesOf(db, perhaps) : { unused: [], drafted: [] };
        if (now.unused.length > 0) await db.attachments.bulkDelete(now.unused);
        const meanwhile = ((await readSwept(db))?.again ?? []).filter((name) => !known.has(name));
        await writeSwept(db, { before, again: [...uses.drafted, ...now.drafted, ...meanwhile] });
        return now.unused.length;
      }),
    );
  };
}

/** The same for some that are known to be of no use perhaps, however young. */
export function createDropUnused(
  db: VaultDatabase,
  connection: Connection,
): (names: readonly string[]) => Promise<DropOutcome> {
  const tables = [db.records, db.history, db.drafts, db.attachments, db.meta];
  return async (names) => {
    const looked = await connection.run(() => db.dexie.transaction('r', tables, () => usesOf(db, names)));
    if (looked.status !== 'done') return looked;
    const { unused } = looked.value;
    if (unused.length === 0) return { status: 'saved' };
    const ran = await connection.run(() => db.dexie.transaction('rw', tables, () => dropUnused(db, unused)));
    return ran.status === 'done' ? { status: 'saved' } : ran;
  };
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
