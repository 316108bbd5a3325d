/** Which beds of others somebody has asked to see whole, so that they are so when coming back from a thing in them. */
import type { Store } from '../../../core/store.ts';
import type { Part } from '../model/asset.ts';

/** Kept in memory only, by open vault: gone when that is closed. */
const open = new WeakMap<Store, Set<string>>();

const nameOf = (subject: string, part: Part) => `${subject} ${part}`;

export function keepBedOpen(store: Store, subject: string, part: Part): void {
  open.set(store, (open.get(store) ?? new Set<string>()).add(nameOf(subject, part)));
}

export function isBedOpen(store: Store, subject: string, part: Part): boolean {
  return open.get(store)?.has(nameOf(subject, part)) === true;
}
