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
  const query = template.indexOf('?');
  return template.replace(named, (_, name: string, at: number) => {
    const value = values[name];
    const texts = (Array.isArray(value) ? value : [value]).map(asText);
    return texts.map(query === -1 || at < query ? segment : encode).join(',');
  });
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

/** Dots alone would be read as "one folder up", encoded or not; nothing that is asked for is called so. */
function segment(text: string): string {
  return /^\.+$/.test(text) ? '_' : encode(text);
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
