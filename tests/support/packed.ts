/** Vaults with packs, for tests: what came in pages, and where each record stands. */
import { isDeepStrictEqual } from 'node:util';
import type { Version } from '../../src/core/version.ts';
import { describeVault, type PackRow, type RecordRow } from '../../src/storage/database.ts';
import type { SyncPhone } from './sync-phone.ts';

/** Takes them in by pages of so many. */
export async function takeAll(
  { sync, hub }: Pick<SyncPhone, 'sync' | 'hub'>,
  versions: readonly Version[],
  size: number = versions.length,
): Promise<void> {
  for (let at = 0; at < versions.length; at += size) {
    const page = { versions: versions.slice(at, at + size), setAside: [], cursor: `${at}` };
    const taken = await sync.takeIn(hub, page);
    if (taken.status !== 'applied') throw new Error(taken.status);
  }
}

export interface Standing {
  /** Records with a row of their own. */
  single: RecordRow[];
  packed: RecordRow[];
  packs: PackRow[];
}

/** Where the records of a vault stand, read past the app. Throws where one stands twice, or an index says what is not so. */
export async function standing(vaultId: string): Promise<Standing> {
  const { dexie, ...tables } = describeVault(vaultId);
  const [single, packs] = await Promise.all([tables.records.toArray(), tables.packs.toArray()]);
  dexie.close();
  const packed = packs.flatMap(({ rows }) => rows);
  const ids = [...single, ...packed].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new Error('a record stands in two places');
  for (const { place, rows, ...said } of packs) {
    const there = {
      ids: rows.map(({ id }) => id),
      byKind: rows.map(({ kind, at, id }) => [kind, at, id]),
      bySubject: rows.map(({ subject, kind, at, id }) => [subject, kind, at, id]),
    };
    if (rows.length === 0 || !isDeepStrictEqual(said, there))
      throw new Error(`pack ${place} is not what it says`);
  }
  return { single, packed, packs };
}

/** Whether these bytes stand anywhere in the packs of a vault. */
export function holds({ packed }: Standing, sealed: ArrayBuffer): boolean {
  return packed.some((row) => Buffer.from(row.sealed).equals(Buffer.from(sealed)));
}
