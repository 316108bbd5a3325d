/** Versions to sealed rows and back. */
import * as z from 'zod/mini';
import { readBody, type BodyOutcome, type RecordKinds } from '../core/define-record.ts';
import { versionSchema, type Version } from '../core/version.ts';
import { attachmentNames } from './attachment-names.ts';
import type { RecordRow, VersionRow } from './database.ts';
import type { Place, Sealer } from './seal.ts';

/** Opened versions kept in memory. */
const KEPT_OPEN = 500;

const secretSchema = z.object({ author: versionSchema.shape.author, body: z.unknown() });

/** A version as it was written, and its body as this app reads it. */
export interface Opened {
  written: Version;
  read: BodyOutcome<unknown>;
}

export interface VersionRows {
  seal(version: Version): Promise<VersionRow>;
  /** Null and the reason where the row is damaged; never rejects. */
  open(row: VersionRow): Promise<Opened | { damaged: string }>;
}

export function createVersionRows(sealer: Sealer, records: RecordKinds): VersionRows {
  const kept = new Map<string, Opened>();

  async function openFresh(row: VersionRow): Promise<Opened> {
    const secret = secretSchema.parse(JSON.parse(await sealer.openText(row.sealed, placeOf(row))));
    const written = freeze<Version>({ ...envelopeOf(row), author: secret.author, body: secret.body ?? null });
    return { written, read: freeze(readVersion(records, written)) };
  }

  return {
    async seal(version) {
      const { author, body, ...clear } = version;
      const row = { ...clear, attachments: attachmentNames(body) };
      return { ...row, sealed: await sealer.sealText(JSON.stringify({ author, body }), placeOf(row)) };
    },
    async open(row) {
      const name = `${row.id} ${row.rev}`;
      try {
        const opened = kept.get(name) ?? (await openFresh(row));
        // Put last again, so that the first is the one not asked for the longest.
        kept.delete(name);
        kept.set(name, opened);
        const [oldest] = kept.keys();
        if (kept.size > KEPT_OPEN && oldest !== undefined) kept.delete(oldest);
        return opened;
      } catch (error) {
        return { damaged: error instanceof Error ? error.message || error.name : String(error) };
      }
    },
  };
}

/** A row of `records` without what only that table holds. */
export function toHistory(row: VersionRow | RecordRow): VersionRow {
  return { ...envelopeOf(row), attachments: row.attachments, sealed: row.sealed };
}

function readVersion(records: RecordKinds, { kind, schema, body, removed }: Version): BodyOutcome<unknown> {
  if (removed === 'erased') return { status: 'ok', body: null };
  const known = records.get(kind);
  return known ? readBody<unknown>(known, schema, body) : { status: 'newer' };
}

/** What of a version stands in the clear. */
export function envelopeOf(row: VersionRow): Omit<Version, 'author' | 'body'> {
  const { id, rev, base, settles, kind, schema, subject, occurredAt, recordedAt, audience, removed } = row;
  const optional = { ...(settles && { settles }), ...(removed && { removed }) };
  return { id, rev, base, ...optional, kind, schema, subject, occurredAt, recordedAt, audience };
}

/** The same in `records` and `history`, so that a row moves between them as it is. */
function placeOf(row: Omit<VersionRow, 'attachments' | 'sealed'>): Place {
  const { id, rev, base, settles, kind, schema, subject, occurredAt, recordedAt, audience, removed } = row;
  return [
    'version',
    id,
    rev,
    base,
    settles ?? [],
    kind,
    schema,
    subject,
    occurredAt,
    recordedAt,
    audience,
    removed ?? null,
  ];
}

/** What is kept in memory is handed to many; nobody may change it under the others. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}
