/** How the key of a draft says what it is about. Pure. */

/** The id of the record that a draft stands and falls with, from a key `edit-<tool>:<record>[/part]`; null for every other. */
export function recordChangedIn(key: string): string | null {
  const [, id] = /^edit-[^:]*:([^/]+)/.exec(key) ?? [];
  return id ?? null;
}
