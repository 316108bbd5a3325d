/** Templates of a profile: `{name}` in an address or a header, and whole values in the body of a request. */

/** What can be named in braces. A text, or for `{document}`, `{documents}`, `{keys}` any JSON value. */
export type Values = Readonly<Record<string, unknown>>;

const named = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;
const wholly = /^\{([a-zA-Z][a-zA-Z0-9]*)\}$/;

/** The names a template asks for, each once. Bodies are searched at every depth. */
export function namesIn(template: unknown): string[] {
  if (typeof template === 'string')
    return [...new Set([...template.matchAll(named)].map(([, name]) => name ?? ''))];
  if (Array.isArray(template)) return [...new Set(template.flatMap(namesIn))];
  if (typeof template === 'object' && template !== null)
    return [...new Set(Object.values(template).flatMap(namesIn))];
  return [];
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(',');
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}

/** A part of an address: each value is encoded, so that none can add a segment, a parameter or another host. */
export function fillPath(template: string, values: Values): string {
  return template.replace(named, (_, name: string) => {
    const value = values[name];
    if (Array.isArray(value)) return value.map((item) => encode(asText(item))).join(',');
    return encode(asText(value));
  });
}

/** Encoded, dots too where the whole value is dots, because a browser would read them as "one folder up". */
function encode(text: string): string {
  return /^\.+$/.test(text)
    ? '%2E'.repeat(text.length)
    : encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/** A header's value. Line ends, which could begin another header, and what a header cannot carry are left out. */
export function fillHeader(template: string, values: Values): string {
  return template
    .replace(named, (_, name: string) => asText(values[name]))
    .replace(/[^\t\x20-\x7e\xa0-\xff]/g, '');
}

/** The body: a text that is nothing but `{name}` becomes the value as it is, inside another text it is written out. */
export function fillBody(template: unknown, values: Values): unknown {
  if (typeof template === 'string') {
    const whole = wholly.exec(template)?.[1];
    if (whole !== undefined) return values[whole];
    return template.replace(named, (_, name: string) => asText(values[name]));
  }
  if (Array.isArray(template)) return template.map((item) => fillBody(item, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, item]) => [name, fillBody(item, values)]));
}
