/** Where somebody was in their story, so that they find it again when they come back from an entry. */
import type { Store } from '../../../core/store.ts';

export interface StoryPlace {
  kinds: string[];
  withdrawn: boolean;
  typed: string;
  /** How many entries were shown. */
  limit: number;
  scrollY: number;
}

/**
 * Kept in memory and by open vault only, one for each story: what somebody looked for is theirs, so it is neither in an
 * address nor in anything the browser writes down, and it is gone when the vault is closed.
 */
const places = new WeakMap<Store, Map<string, StoryPlace>>();

export function rememberPlace(store: Store, subject: string, place: StoryPlace): void {
  places.set(store, (places.get(store) ?? new Map<string, StoryPlace>()).set(subject, place));
}

/** The place left behind; only once, so that a later visit begins at the top. */
export function takePlace(store: Store, subject: string): StoryPlace | undefined {
  const place = places.get(store)?.get(subject);
  places.get(store)?.delete(subject);
  return place;
}
