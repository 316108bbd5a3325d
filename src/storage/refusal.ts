/** Why an endpoint refused a version: sealed, for what it said may quote the words. */
import * as z from 'zod/mini';
import type { NotReceived, RefusedReason, Settled, VersionKey } from '../core/sync-store.ts';
import type { OutboxRow } from './database.ts';
import type { Place } from './seal.ts';
import type { SyncParts } from './sync-tables.ts';

const reasons = [
  'rejected',
  'conflict',
  'too-large',
  'attachment',
  'damaged',
] as const satisfies RefusedReason[];
const refusedSchema = z.object({ why: z.string(), reason: z.enum(reasons), at: z.string() });

export async function sealRefusal(
  { sealer, environment }: SyncParts,
  connection: string,
  result: Settled,
): Promise<ArrayBuffer | undefined> {
  if (result.to !== 'refused') return undefined;
  const { why, reason } = result;
  const refused = { why, reason, at: new Date(environment.now()).toISOString() };
  return sealer.sealText(JSON.stringify(refused), placeOf(connection, result));
}

/** Says nothing more than that it was refused where the seal cannot be opened. */
export async function openRefusal(
  { sealer }: SyncParts,
  connection: string,
  row: OutboxRow,
  sealed: ArrayBuffer,
): Promise<NonNullable<NotReceived['refused']>> {
  try {
    return refusedSchema.parse(JSON.parse(await sealer.openText(sealed, placeOf(connection, row))));
  } catch {
    return { why: '', reason: 'rejected', at: row.addedAt };
  }
}

function placeOf(connection: string, { id, rev }: VersionKey): Place {
  return ['refused', connection, id, rev];
}
