/** Every member an endpoint profile has, each for itself. docs/profiles.md has one explained line by line. */
import * as z from 'zod/mini';
import type { Outcome } from './endpoint.ts';
import { attachmentsSchema, pullSchema } from './profile-parts.ts';
import { fieldNames } from './field-names.ts';
import { pointerSchema } from './pointer.ts';
import { MOST_VERSIONS } from './wire.ts';
import { headersSchema, requestMembers } from './profile-request.ts';

const outcomes = [
  'ok',
  'exists',
  'missing',
  'conflict',
  'auth',
  'retry',
  'reject',
] as const satisfies readonly Outcome[];
const count = z.int().check(z.gte(1));
/** A member of a document. `__proto__` would be lost on the way. */
const member = z.string().check(
  z.minLength(1),
  z.refine((name) => name !== '__proto__', 'a member cannot be called that'),
);

const authSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** `Authorization: Bearer <token>` */
  z.strictObject({ kind: z.literal('bearer') }),
  /** `Authorization: Basic`, of `user` and `password` */
  z.strictObject({ kind: z.literal('basic') }),
  /** A header of its own, such as `apikey`, with `value`; `before` stands before it. */
  z.strictObject({ kind: z.literal('header'), name: member, before: z.optional(z.string()) }),
]);

/** `extra`: fixed members, so that the server or a person can tell our documents from others. */
const documentMembers = { digest: member, extra: z.optional(z.record(member, z.json())) };
/** How a version lies there. */
const documentSchema = z.discriminatedUnion('as', [
  /** The whole version as JSON in the member `version`. */
  z.strictObject({ as: z.literal('object'), key: z.optional(member), version: member, ...documentMembers }),
  /** The whole version as one text in the member `version`: for servers that change JSON they store. */
  z.strictObject({ as: z.literal('text'), key: z.optional(member), version: member, ...documentMembers }),
  /** Each part a member, so that others can search by it. Those not named in `names` keep their own name. */
  z.strictObject({
    as: z.literal('fields'),
    key: member,
    names: z.optional(z.partialRecord(z.enum(fieldNames), member)),
    /** These are written as JSON in a text: safe where a server's JSON loses something. */
    asText: z.optional(z.array(z.enum(['author', 'settles', 'body']))),
    ...documentMembers,
  }),
]);

/** How the answers to a batch are told apart. Without `results` the answer is for all: all or nothing. */
const resultsSchema = z.strictObject({
  at: pointerSchema,
  match: z.enum(['order', 'key']),
  /** From here on pointers are inside one result. */
  key: z.optional(pointerSchema),
  status: z.optional(pointerSchema),
  digest: z.optional(pointerSchema),
  document: z.optional(pointerSchema),
  /** What is meant when one is not mentioned (only where matched by key). */
  unmentioned: z.optional(z.enum(outcomes)),
});

const batchSchema = z.strictObject({
  ...requestMembers,
  versions: count.check(z.lte(MOST_VERSIONS)),
  bytes: count.check(z.lte(16_777_216)),
  results: z.optional(resultsSchema),
});

/** `echo`: the answer holds the digest, or the document as it now stands. `read`: it is read back. */
const verifySchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('read') }),
  z.strictObject({
    by: z.literal('echo'),
    digest: z.optional(pointerSchema),
    document: z.optional(pointerSchema),
  }),
]);

const asked = ['create', 'batch', 'item', 'read', 'list', 'remove', 'attachment'] as const;

/** Says what an answer means where the built-in table (classify.ts) does not know. The first that fits counts. */
const ruleSchema = z.strictObject({
  on: z.optional(z.array(z.enum(asked))),
  status: z.optional(z.union([z.int(), z.array(z.int())])),
  at: z.optional(pointerSchema),
  is: z.optional(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** A piece of the text at `at`, or of the whole answer. */
  contains: z.optional(z.string()),
  outcome: z.enum(outcomes),
});

/** Looked at as a whole in profile.ts: parts that are right by themselves can still contradict each other. */
export const profileShape = z.strictObject({
  plotlineProfile: z.literal(1),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** In plain words: what it is for. */
  about: z.string(),
  /** What must be there on the server before. */
  setUp: z.optional(z.string()),
  /** Own names for templates, such as that of the table: `{versions}`. */
  names: z.optional(z.record(z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9]*$/)), z.string())),
  auth: authSchema,
  /** Sent with each request. */
  headers: z.optional(headersSchema),
  /** Whether it takes bodies with `Content-Encoding: gzip`. */
  gzip: z.optional(z.boolean()),
  document: documentSchema,
  create: z.strictObject({
    ...requestMembers,
    /** Where what is there would be written over: it is asked for first, and only what is missing is sent. */
    readFirst: z.optional(z.boolean()),
    batch: z.optional(batchSchema),
  }),
  verify: verifySchema,
  read: z.strictObject({ ...requestMembers, document: pointerSchema }),
  /** Several at once, to verify a batch: `{keys}`. */
  readMany: z.optional(
    z.strictObject({
      ...requestMembers,
      versions: count.check(z.lte(100)),
      items: pointerSchema,
      document: pointerSchema,
    }),
  ),
  pull: pullSchema,
  /** `revision`: what the server wants to be told of the state it removes, in the answer to `read`: `{revision}`. */
  remove: z.optional(
    z.strictObject({ ...requestMembers, revision: z.optional(z.union([pointerSchema, z.literal('etag')])) }),
  ),
  attachments: z.optional(attachmentsSchema),
  rules: z.optional(z.array(ruleSchema)),
  /** Where the server says why, before the usual places. */
  why: z.optional(z.array(pointerSchema)),
});
