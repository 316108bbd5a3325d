/** A version as a document on the wire, in the members a profile names, and back again without a loss. */
import { canonicalJson } from '../../core/canonical-json.ts';
import { isTooDeep } from '../../core/nesting.ts';
import { versionSchema, type Version } from '../../core/version.ts';
import { fieldNames, type FieldName } from './field-names.ts';
import type { DocumentLayout } from './profile.ts';
import { Spelled } from './spelled-json.ts';
import { digestOf, keyOf, type WireVersion } from './wire.ts';

export type Document = Record<string, unknown>;

/** What a document turned out to be. `key` of what is invalid: the key it bears, or null where it is none of ours. */
export type Found =
  | { status: 'version'; key: string; wire: WireVersion }
  | { status: 'invalid'; key: string | null; why: string };

const keyShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-z]{8,40}$/;

/** Whether a text can be the key of a version: nothing else is asked for at an endpoint. */
export function isKey(text: unknown): text is string {
  return typeof text === 'string' && keyShape.test(text);
}

const inText = ['author', 'settles', 'body'] as const;

function nameOf(layout: DocumentLayout & { as: 'fields' }, field: FieldName): string {
  return layout.names?.[field] ?? field;
}

function isText(layout: DocumentLayout & { as: 'fields' }, field: FieldName): boolean {
  return inText.some((name) => name === field && (layout.asText?.includes(name) ?? false));
}

/**
 * The document that stands for a version. Of separate fields all are there, those without a value as null: some servers
 * refuse a batch whose documents have different members.
 */
export function toDocument(layout: DocumentLayout, { version, digest, json }: WireVersion): Document {
  const document: Document = { ...layout.extra };
  document[layout.digest] = digest;
  if (layout.as === 'fields') {
    const members = new Map<string, unknown>(Object.entries(version));
    for (const field of fieldNames) {
      const value = members.get(field);
      const text = isText(layout, field) && value !== undefined;
      document[nameOf(layout, field)] = text ? canonicalJson(value) : (value ?? null);
    }
  } else {
    const spelled = json === undefined ? version : new Spelled(json, version);
    document[layout.version] = layout.as === 'text' ? (json ?? canonicalJson(version)) : spelled;
  }
  // Last, because a server's own id may bear the name of a field, and the key is what it must be.
  if (layout.key !== undefined) document[layout.key] = keyOf(version);
  return document;
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The raw version within a document; what a server made null of nothing is nothing again. */
function rawVersion(layout: DocumentLayout, document: object): unknown {
  const members = new Map<string, unknown>(Object.entries(document));
  if (layout.as === 'object') return members.get(layout.version);
  if (layout.as === 'text') return parsed(members.get(layout.version));
  const version: Document = {};
  for (const field of fieldNames) {
    const value = members.get(nameOf(layout, field));
    const optional = field === 'settles' || field === 'removed';
    if (optional && (value === null || value === undefined)) continue;
    if (field === 'base' && value === undefined) version[field] = null;
    else version[field] = isText(layout, field) ? parsed(value) : value;
  }
  return version;
}

/** Which version a document holds, its digest counted anew. Never throws, whatever it is given. */
export async function fromDocument(layout: DocumentLayout, document: unknown): Promise<Found> {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return { status: 'invalid', key: null, why: 'not a document' };
  }
  const members = new Map<string, unknown>(Object.entries(document));
  const named = layout.key === undefined ? undefined : members.get(layout.key);
  const ownKey = isKey(named) ? named : null;
  const raw = rawVersion(layout, document);
  const read = versionSchema.safeParse(raw);
  if (!read.success) {
    const at = read.error.issues[0]?.path.join('.') ?? '';
    return { status: 'invalid', key: ownKey, why: at === '' ? 'no version in it' : `no valid ${at}` };
  }
  // What a newer app says besides is kept, and is part of what was digested.
  const version: Version = { ...(typeof raw === 'object' ? raw : null), ...read.data, body: read.data.body };
  if (version.body === undefined) return { status: 'invalid', key: keyOf(version), why: 'no valid body' };
  const key = keyOf(version);
  if (layout.key !== undefined && named !== key)
    return { status: 'invalid', key: ownKey ?? key, why: 'its key is another' };
  if (isTooDeep(version)) return { status: 'invalid', key, why: 'nested too deep' };
  try {
    const digest = await digestOf(version);
    if (members.get(layout.digest) !== digest)
      return { status: 'invalid', key, why: 'its digest is not that of its contents' };
    return { status: 'version', key, wire: { version, digest } };
  } catch {
    return { status: 'invalid', key, why: 'no digest can be counted of it' };
  }
}
