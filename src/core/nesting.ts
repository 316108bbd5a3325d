/** How deep what others send may be nested: what walks, compares and copies it goes by recursion, which much deeper breaks. */

/** No form goes anywhere near as deep; the hub takes nothing deeper either. */
const DEEPEST = 64;

export function isTooDeep(value: unknown, left = DEEPEST): boolean {
  if (left < 0) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => isTooDeep(inner, left - 1));
}

/** Its JSON; where that cannot be made (nested thousands deep), a word on that. */
export function jsonOrWord(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (error) {
    return `(${String(error)})`;
  }
}
