/** What is noted as handed to a connection: which versions, by name. */
import type { VersionKey } from '../core/sync-store.ts';
import type { SendingRow } from './database.ts';
import { nameOf } from './sort-arrivals.ts';

/** Names of what may be on its way there. */
export function underWayIn(row: SendingRow | undefined): string[] {
  const names = row?.underWay?.split('\n').filter((name) => name !== '') ?? [];
  return row?.keys ? [...names, ...row.keys.map(nameOf)] : names;
}

export function underWayText(names: readonly string[]): string {
  return names.join('\n');
}

export function keyNamed(name: string): VersionKey {
  const [id = '', rev = ''] = name.split(' ');
  return { id, rev };
}
