/** What a kind of record says of itself, so that storage, story, export and sync need to know no kind by name. */
import type * as z from 'zod/mini';
import type { InstrumentRef } from './body-fields.ts';
import type { RecordTable } from './record-table.ts';
import type { Audience } from './version.ts';

/** A photo or a voice recording, kept apart and named by the SHA-256 of its bytes. */
export interface AttachmentRef {
  /** 64 lower-case hex digits. */
  sha256: string;
  /** Media type, e.g. `image/jpeg`, `audio/webm`. */
  type: string;
  /** Size in bytes. */
  bytes: number;
  /** Length of a recording in milliseconds. */
  ms?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
}

/**
 * Text to show: as a person wrote it, a catalog key with its values, a day or moment (ISO) to be said as a day,
 * several that belong together (a name and its number), or several joined by a list separator.
 */
export type Words =
  | { said: string }
  | { key: string; values?: Record<string, string | number> }
  | { day: string }
  | { together: Words[] }
  | { list: Words[] };

/** One labelled line of a record, for history, rivals, search and preview. `label` is a catalog key. */
export interface Line {
  label: string;
  words?: Words;
  media?: AttachmentRef[];
}

/** What a story entry shows of a record. */
export interface Summary {
  title: Words;
  detail?: Words | undefined;
  photos?: AttachmentRef[] | undefined;
  voice?: AttachmentRef | undefined;
}

/** A kind of record: its name, its schema with version, and what can be said of a body without any screen. */
export interface RecordKind<Body = unknown> {
  /** The field's term, lower-case singular: `reading`, `asset`. Its page is at `/<kind>/<id>`. */
  readonly kind: string;
  /** Version of the body schema; raised with an entry in `upgrades` when the shape changes. */
  readonly schema: number;
  readonly body: z.ZodMiniType<Body>;
  /** `upgrades[n]` turns a body of schema n into one of schema n + 1. */
  readonly upgrades: Readonly<Record<number, (body: unknown) => unknown>>;
  /** True where the body is what somebody said: rivals are then never put together, only shown side by side. */
  readonly spoken: boolean;
  /** True where it appears in the story. */
  readonly inStory: boolean;
  /** Catalog key that says what came of such a record and is not erased with it. */
  readonly stays?: string;
  /** Every photo and recording the body refers to. */
  attachments(body: Body): AttachmentRef[];
  /** `audience`: who sees the record, where that matters to what is said of it; left out, nothing is said of that. */
  summary(body: Body, audience?: Audience): Summary;
  /** The whole body in words, line by line, in a fixed order; empty fields are left out. */
  lines(body: Body): Line[];
  /** Instruments the body was made with, so that an export can carry their definitions along. */
  instruments(body: Body): InstrumentRef[];
  /** How it lies in a CSV file; null where it is only in the JSON. */
  readonly table: RecordTable<Body> | null;
}

type Given<Body> = Pick<RecordKind<Body>, 'kind' | 'schema' | 'body' | 'summary' | 'lines'> &
  Partial<
    Pick<
      RecordKind<Body>,
      'upgrades' | 'spoken' | 'inStory' | 'stays' | 'attachments' | 'instruments' | 'table'
    >
  >;

/** Completes a kind's definition with the usual: no upgrades, not spoken, in the story, nothing attached, no table. */
export function defineRecord<Body>(given: Given<Body>): RecordKind<Body> {
  return {
    upgrades: {},
    spoken: false,
    inStory: true,
    attachments: () => [],
    instruments: () => [],
    table: null,
    ...given,
  };
}

/** The kinds a program knows, by name. */
export type RecordKinds = ReadonlyMap<string, RecordKind>;

/** Reads a body of any known schema version up to the kind's own; says why where it cannot. */
export function readBody<Body>(kind: RecordKind<Body>, schema: number, body: unknown): BodyOutcome<Body> {
  if (schema > kind.schema) return { status: 'newer' };
  let shaped = body;
  for (let at = schema; at < kind.schema; at++) {
    const upgrade = kind.upgrades[at];
    if (!upgrade) return { status: 'damaged', why: `no way from ${kind.kind} schema ${at} to ${at + 1}` };
    shaped = upgrade(shaped);
  }
  const parsed = kind.body.safeParse(shaped);
  if (parsed.success) return { status: 'ok', body: parsed.data };
  const issue = parsed.error.issues[0];
  return { status: 'damaged', why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}` };
}

export type BodyOutcome<Body> =
  { status: 'ok'; body: Body } | { status: 'newer' } | { status: 'damaged'; why: string };
