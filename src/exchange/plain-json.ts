/** Whether parsed JSON is fit to be kept: what later code walks, compares and copies must not be able to trip it. */

/** No form goes anywhere near as deep; comparing walks by recursion, which much deeper would break. */
const DEEPEST = 64;

/** Why a value is not, or null. */
export function notPlain(value: unknown): string | null {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: here, depth } = next;
    // JSON can write 1e999, but cannot say the infinity it is read as.
    if (typeof here === 'number' && !Number.isFinite(here)) return 'a number too large';
    if (typeof here !== 'object' || here === null) continue;
    if (depth >= DEEPEST) return 'nested too deep';
    // As a key of its own it is harmless; copied by assignment it would change what the copy is.
    if (Object.hasOwn(here, '__proto__')) return 'a key that is not allowed';
    for (const member of Object.values(here)) open.push({ value: member, depth: depth + 1 });
  }
  return null;
}
