/** JSON pointers (RFC 6901): where in an answer something stands. */
import * as z from 'zod/mini';

export const pointerSchema = z
  .string()
  .check(
    z.regex(
      /^(\/([^~]|~[01])*)?$/,
      'it is not a JSON pointer: it is empty, or begins with a slash, as in /items/0',
    ),
  );

/** The value a pointer leads to, or undefined where nothing is there. Never follows what an object merely inherits. */
export function valueAt(value: unknown, pointer: string): unknown {
  let at = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) at = /^(0|[1-9]\d*)$/.test(name) ? (at[Number(name)] as unknown) : undefined;
    else if (typeof at === 'object' && at !== null) at = Object.getOwnPropertyDescriptor(at, name)?.value;
    else return undefined;
  }
  return at;
}

/** Whether a pointer ends in a list that is there and has nothing at that place: "no such thing", not "not understood". */
export function inEmptyList(value: unknown, pointer: string): boolean {
  const cut = pointer.lastIndexOf('/');
  if (cut < 0 || valueAt(value, pointer) !== undefined) return false;
  return Array.isArray(valueAt(value, pointer.slice(0, cut)));
}
