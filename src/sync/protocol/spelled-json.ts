/** JSON of bodies that hold versions: their own JSON was spelled when they were weighed, and stands there as it is. */

/** A value whose JSON is known; `JSON.stringify` spells it anew. */
export class Spelled {
  readonly json: string;
  readonly #value: unknown;

  constructor(json: string, value: unknown) {
    this.json = json;
    this.#value = value;
  }

  toJSON(): unknown {
    return this.#value;
  }
}

/**
 * Texts that together are the JSON of `value`, as `JSON.stringify` gives it; one long text of thousands of versions would have to be
 * copied several times on its way.
 */
export function jsonPieces(value: unknown): string[] {
  const pieces: string[] = [];
  spell(value, pieces);
  return pieces;
}

function spell(value: unknown, into: string[]): void {
  if (value instanceof Spelled) {
    into.push(value.json);
  } else if (Array.isArray(value)) {
    into.push('[');
    for (const [at, item] of value.entries()) {
      if (at > 0) into.push(',');
      spell(isSaid(item) ? item : null, into);
    }
    into.push(']');
  } else if (isPlain(value)) {
    let before = '{';
    for (const [name, member] of Object.entries(value)) {
      if (!isSaid(member)) continue;
      into.push(`${before}${JSON.stringify(name)}:`);
      before = ',';
      spell(member, into);
    }
    into.push(before === '{' ? '{}' : '}');
  } else {
    into.push(JSON.stringify(value));
  }
}

/** What JSON leaves out of an object, and makes null of in a list. */
function isSaid(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toJSON' in value);
}
