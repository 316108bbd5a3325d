/** How the key of a draft says what it is about. Pure. */

/** The id of the record that is being changed in a draft, from a key `edit-<tool>:<record>`; null for every other. */
export function recordChangedIn(key: string): string | null {
  const [, id] = /^edit-[^:]*:(.+)$/.exec(key) ?? [];
  return id ?? null;
}
