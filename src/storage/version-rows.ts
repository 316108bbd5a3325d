/** Versions to sealed rows and back. */
import * as z from 'zod/mini';
import type { BodyOutcome, RecordKinds } from '../core/define-record.ts';
import { isEndOfShare } from '../core/end-of-share.ts';
import { readVersion } from '../core/read-version.ts';
import { versionSchema, type Version } from '../core/version.ts';
import { attachmentNames } from './attachment-names.ts';
import type { RecordRow, VersionRow } from './database.ts';
import type { Place, Sealer } from './seal.ts';

/** Opened versions kept in memory: more than the longest list that is looked at again and again, else none of it stays. */
const KEPT_OPEN = 2000;

/** `more`: what a newer app says in the envelope besides. Rows from before it was kept are without. */
const secretSchema = z.object({
  author: versionSchema.shape.author,
  body: z.unknown(),
  more: z.optional(z.custom<object>((value) => typeof value === 'object' && value !== null)),
});

/** A version as it was written, and its body as this app reads it. */
export interface Opened {
  written: Version;
  read: BodyOutcome<unknown>;
}

export interface VersionRows {
  seal(version: Version): Promise<VersionRow>;
  /** For passing on: not read, not kept in memory. Rejects where the row is damaged. */
  openWritten(row: VersionRow): Promise<Version>;
  /** Null and the reason where the row is damaged; never rejects. */
  open(row: VersionRow): Promise<Opened | { damaged: string }>;
}

export function createVersionRows(sealer: Sealer, records: RecordKinds): VersionRows {
  const kept = new Map<string, Opened>();

  async function openWritten(row: VersionRow): Promise<Version> {
    const secret = secretSchema.parse(JSON.parse(await sealer.openText(row.sealed, placeOf(row))));
    return { ...secret.more, ...envelopeOf(row), author: secret.author, body: secret.body ?? null };
  }

  async function openFresh(row: VersionRow): Promise<Opened> {
    const written = freeze(await openWritten(row));
    return { written, read: freeze(readVersion(records, written)) };
  }

  return {
    openWritten,
    async seal(version) {
      const { author, body } = version;
      const more = moreIn(version);
      const secret = { author, body, ...(Object.keys(more).length > 0 && { more }) };
      const envelope = isEndOfShare(version) && { envelope: true as const };
      const row = { ...envelopeOf(version), ...envelope, attachments: attachmentNames(body) };
      return { ...row, sealed: await sealer.sealText(JSON.stringify(secret), placeOf(row)) };
    },
    async open(row) {
      // The words may come after the envelope.
      const name = `${row.id} ${row.rev} ${row.envelope ?? false}`;
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
  const { attachments, envelope, unsent, sealed } = row;
  const marks = { ...(envelope && { envelope }), ...(unsent && { unsent }) };
  return { ...envelopeOf(row), attachments, ...marks, sealed };
}

/** What a newer app says in the envelope besides: kept and given back as it came, for it is part of what is digested. */
function moreIn(version: Version): object {
  return Object.fromEntries(Object.entries(version).filter(([name]) => !known.has(name)));
}

const known = new Set(Object.keys(versionSchema.shape));

/** What of a version stands in the clear. */
export function envelopeOf(row: VersionRow | Version): Omit<Version, 'author' | 'body'> {
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
