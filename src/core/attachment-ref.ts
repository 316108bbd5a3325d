/** Zod schema of a reference to a photo or a recording. */
import * as z from 'zod/mini';

/** See `AttachmentRef` in define-record.ts. */
export const attachmentRef = z.object({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  type: z.string().check(z.regex(/^[a-z]+\/[a-z0-9.+-]+(;.*)?$/), z.maxLength(100)),
  bytes: z.int().check(z.nonnegative()),
  ms: z.optional(z.number().check(z.nonnegative())),
  width: z.optional(z.int().check(z.positive())),
  height: z.optional(z.int().check(z.positive())),
});
