/** The envelope every kept thing travels in: one immutable version of one record. See docs/architecture.md. */
import * as z from 'zod/mini';

/** The roles a person can act in. A role changes what is seen first, never what may be contributed. */
export const roles = [
  'participant',
  'peer',
  'worker',
  'trainer',
  'assessor',
  'employer',
  'community',
  'coordinator',
] as const;
export type Role = (typeof roles)[number];

/** 'me' never leaves this phone but in the owner's own files; 'team' may be sent to the endpoint. */
export type Audience = 'me' | 'team';

/** 'withdrawn' hides a record and keeps its history; 'erased' leaves an empty tombstone and nothing else. */
export type Removed = 'withdrawn' | 'erased';

/** A day (`2026-06-01`) or a moment in UTC (`2026-06-01T09:30:00.000Z`), as said by the author. */
const dayOrMoment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/));
const moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
const recordId = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
const rev = z.string().check(z.regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-z]{8,40}$/));

/** Zod schema of a version whose body is not looked at yet: what arrives from a file or an endpoint. */
export const versionSchema = z.object({
  id: recordId,
  rev,
  base: z.nullable(rev),
  settles: z.optional(z.array(rev)),
  kind: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/)),
  schema: z.int().check(z.positive()),
  subject: recordId,
  // What a newer app says of the author besides is kept: it is part of what is digested.
  author: z.looseObject({ id: recordId, role: z.enum(roles) }),
  occurredAt: dayOrMoment,
  recordedAt: moment,
  audience: z.enum(['me', 'team']),
  removed: z.optional(z.enum(['withdrawn', 'erased'])),
  body: z.unknown(),
});

/** One immutable version of a record. `rev` sorts as text in the order of making and never repeats. */
export interface Version<Body = unknown> {
  /** UUIDv7 of the record, made on the device. */
  id: string;
  /** Hybrid logical clock stamp and device: `<12 hex ms>-<4 hex counter>-<node>`. */
  rev: string;
  /** The rev this one was made from; null for the first. */
  base: string | null;
  /** Rival revs this version answers besides `base` (docs/decisions/002-settles.md). */
  settles?: string[] | undefined;
  kind: string;
  /** Version of the kind's body schema this body was written with. */
  schema: number;
  /** Id of the person or project the record is about. */
  subject: string;
  author: { id: string; role: Role };
  occurredAt: string;
  recordedAt: string;
  audience: Audience;
  removed?: Removed | undefined;
  /** The kind's own fields; null when erased. */
  body: Body;
}
