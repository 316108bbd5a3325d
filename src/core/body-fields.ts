/** Field schemas that bodies of several kinds share. */
import * as z from 'zod/mini';

/** Free text that must say something. Up to 20,000 characters: a long talk, typed out. */
export const someText = z.string().check(z.regex(/\S/), z.maxLength(20_000));

/** A short line that must say something: a name, a title. */
export const shortText = z.string().check(z.regex(/\S/), z.maxLength(300));

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** The id of another record. */
export const recordRef = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** Which instrument, and which version of it, something was made with. */
export const instrumentRef = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  version: z.int().check(z.positive()),
});
export type InstrumentRef = z.infer<typeof instrumentRef>;
