/** Field schemas that bodies of several kinds share. */
import * as z from 'zod/mini';

/** The most characters of free text: a long talk, typed out. Forms stop there, so that no one types what cannot be kept. */
export const LONGEST_TEXT = 20_000;

/** The most characters of a short line. */
export const LONGEST_LINE = 300;

/** Free text that must say something. */
export const someText = z.string().check(z.regex(/\S/), z.maxLength(LONGEST_TEXT));

/** A short line that must say something: a name, a title. */
export const shortText = z.string().check(z.regex(/\S/), z.maxLength(LONGEST_LINE));

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
