/** One spelling for equal data (RFC 8785), for comparing contents and for digests. */

/**
 * JSON with sorted keys and no spaces. Members that are undefined are left out.
 * Throws a TypeError on what JSON cannot say (NaN, infinities, functions, big integers).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`;
  }
  if (!isObject(value)) throw new TypeError(`JSON cannot say this ${typeof value}`);
  return objectJson(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Each version that is sent, fetched or kept by the hub passes here: one text is made longer, and no lists are. */
function objectJson(value: Readonly<Record<string, unknown>>): string {
  let json = '{';
  // Sorting texts goes by UTF-16 code units, which is what the RFC asks for.
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    json += `${json.length > 1 ? ',' : ''}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `${json}}`;
}

/** Whether two values say the same, however their members are ordered. */
export function sameContents(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}
