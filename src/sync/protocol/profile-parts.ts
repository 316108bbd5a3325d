/** The parts of a profile that say how to pull, and where photos and recordings go. */
import * as z from 'zod/mini';
import { pointerSchema } from './pointer.ts';
import { pathSchema, requestMembers, requestSchema } from './profile-request.ts';

const count = z.int().check(z.gte(1));

/** Something listed that is not ours: has a value at `at`; or this value; or a text beginning so. */
const skipSchema = z.strictObject({
  at: pointerSchema,
  is: z.optional(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  begins: z.optional(z.string()),
});
export type Skip = z.infer<typeof skipSchema>;

const listMembers = {
  ...requestMembers,
  items: pointerSchema,
  /** Where in an item the document is. */
  document: pointerSchema,
  /** `{limit}`: how many a page. A page with fewer is the last. */
  limit: count.check(z.lte(1000)),
  skip: z.optional(z.array(skipSchema)),
};

export const pullSchema = z.discriminatedUnion('by', [
  /** The server says where to go on. `start` is the first address, where there is no cursor yet. */
  z.strictObject({
    by: z.literal('cursor'),
    ...listMembers,
    start: pathSchema,
    cursor: pointerSchema,
    /** Where it says that there is more: true, or a number above zero. */
    more: z.optional(pointerSchema),
  }),
  /** By the server's own time of receipt, ascending, from `{since}` on, paged by `{offset}` or `{page}`. */
  z.strictObject({
    by: z.literal('time'),
    ...listMembers,
    time: pointerSchema,
    format: z.enum(['iso', 'milliseconds', 'seconds']),
    /** How far back it looks again, for what became visible late. */
    overlapSeconds: z.int().check(z.gte(1), z.lte(86_400)),
    firstPage: z.optional(z.int()),
  }),
  /** A list that only grows at its end, by `{offset}`. What was taken out of it is noticed, and all is listed again. */
  z.strictObject({ by: z.literal('position'), ...listMembers }),
  /** A folder of files (RFC 4918 multistatus). Those whose name or ETag is new are read. */
  z.strictObject({
    by: z.literal('folder'),
    ...requestMembers,
    /** What the name of a file has after the key. */
    suffix: z.string(),
    limit: count.check(z.lte(200)),
  }),
]);
export type Pull = z.infer<typeof pullSchema>;

export const attachmentsSchema = z.discriminatedUnion('by', [
  /** A file each, named by its hash. */
  z.strictObject({
    by: z.literal('put'),
    has: requestSchema,
    put: requestSchema,
    get: requestSchema,
    /** Takes it in parts with `Content-Range`, and says in the header `offset` how far it has come. */
    resume: z.optional(z.strictObject({ offset: z.string(), bytes: count })),
    /** Gives a part for `Range`. */
    range: z.optional(z.boolean()),
    /** `server`: it counts the hash itself and refuses what does not fit. `read`: it is read back and counted here. */
    verify: z.enum(['server', 'read']),
  }),
  /** For servers that take only JSON: cut in pieces, each a document with a text. */
  z.strictObject({
    by: z.literal('pieces'),
    /** Bytes a piece, before base64 makes them a third more. */
    bytes: count.check(z.lte(4_194_304)),
    key: z.string(),
    content: z.string(),
    extra: z.optional(z.record(z.string(), z.json())),
    create: requestSchema,
    read: z.strictObject({ ...requestMembers, document: pointerSchema }),
  }),
]);
export type Attachments = z.infer<typeof attachmentsSchema>;
