/** The lossless file of a person's records, `records.json`: its shape, and how it is written. See docs/data-format.md. */
import * as z from 'zod/mini';
import { attachmentRef } from '../core/attachment-ref.ts';
import { instrumentRef } from '../core/body-fields.ts';
import type { AttachmentRef } from '../core/define-record.ts';
import { roles, versionSchema, type Version } from '../core/version.ts';

export const FORMAT = 'plotline-records';
/** Raised when an older app could no longer read the file rightly. */
export const FORMAT_VERSION = 1;
export const SCHEMA_ID = `urn:plotline:schema:records:${FORMAT_VERSION}`;

/** A moment in UTC. */
export const fileMoment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));

/** Whose records these are: the person goes on as the same one where the file is taken in. */
export const filePerson = z.object({ id: versionSchema.shape.id, role: z.enum(roles) });
export type FilePerson = z.infer<typeof filePerson>;

/** A version that could not be opened when the file was made, so that nothing is left out without a word. */
const leftOut = z.object({
  id: z.string(),
  rev: z.string(),
  kind: z.string(),
  occurredAt: z.string(),
  why: z.string(),
});
export const leftOutList = z.array(leftOut);
export type LeftOut = z.infer<typeof leftOut>;

const fileAttachment = z.object({
  ...attachmentRef.shape,
  /** Where it lies in the zip; null where it is not in it. */
  file: z.nullable(z.string()),
});
export type FileAttachment = z.infer<typeof fileAttachment>;

export const recordsFile = z.object({
  $schema: z.literal(SCHEMA_ID),
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  exportedAt: fileMoment,
  app: z.object({ name: z.literal('plotline'), version: z.string() }),
  person: filePerson,
  /** Definitions of the instruments that readings were made with. */
  instruments: z.array(z.looseObject(instrumentRef.shape)),
  /** Every version of every record, by id and then rev. */
  versions: z.array(z.looseObject(versionSchema.shape)),
  attachments: z.array(fileAttachment),
  leftOut: leftOutList,
});

/** What goes into the file. */
interface RecordsFileParts {
  exportedAt: string;
  appVersion: string;
  person: FilePerson;
  instruments: readonly unknown[];
  versions: readonly Version[];
  attachments: readonly FileAttachment[];
  leftOut: readonly LeftOut[];
}

/** The text of the file in pieces, one version a line, so that the whole is never in memory as one string. */
export function* writeRecordsFile(parts: RecordsFileParts): Generator<string> {
  const head = {
    $schema: SCHEMA_ID,
    format: FORMAT,
    version: FORMAT_VERSION,
    exportedAt: parts.exportedAt,
    app: { name: 'plotline', version: parts.appVersion },
    person: parts.person,
  };
  yield JSON.stringify(head, null, 2).slice(0, -2);
  yield* list('instruments', parts.instruments);
  yield* list('versions', parts.versions.map(inOrder));
  yield* list('attachments', parts.attachments);
  yield* list('leftOut', parts.leftOut);
  yield '\n}\n';
}

/** A media file as the list names it. */
export function listAttachment(ref: AttachmentRef, file: string | null): FileAttachment {
  return { ...ref, file };
}

function* list(name: string, items: readonly unknown[]): Generator<string> {
  yield `,\n  ${JSON.stringify(name)}: [`;
  let first = true;
  for (const item of items) {
    yield `${first ? '' : ','}\n    ${JSON.stringify(item)}`;
    first = false;
  }
  yield first ? ']' : '\n  ]';
}

/**
 * Fields of the envelope always in the same order, so that two exports of the same records read the same. What a newer app
 * says besides stands behind them.
 */
function inOrder(version: Version): Version {
  const { id, rev, base, settles, kind, schema, subject, author, ...rest } = version;
  const { occurredAt, recordedAt, audience, removed, body, ...besides } = rest;
  const { id: who, role, ...more } = author;
  return {
    id,
    rev,
    base,
    settles,
    kind,
    schema,
    subject,
    author: { id: who, role, ...more },
    occurredAt,
    recordedAt,
    audience,
    removed,
    body,
    ...besides,
  };
}
