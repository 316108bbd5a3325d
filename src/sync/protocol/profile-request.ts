/** A request as a profile describes it: method, address, headers and body, with the names it may ask for. */
import * as z from 'zod/mini';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'MKCOL'] as const;

/** Headers that a page may not set, or that carry the login, which is the business of `auth`. */
const notToSet = [
  'authorization',
  'cookie',
  'host',
  'content-length',
  'content-encoding',
  'origin',
  'referer',
];

export const headersSchema = z.record(
  z.string().check(
    z.regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'it is not the name of a header'),
    z.refine((name) => !notToSet.includes(name.toLowerCase()), 'a profile cannot set this header'),
  ),
  z.string().check(z.regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'it holds characters that a header cannot carry')),
);

/** After the address of the endpoint. It cannot reach out of it. */
export const pathSchema = z.string().check(
  z.regex(/^([/?].*)?$/, 'it begins with / or ?, and is added to the address of the endpoint'),
  z.refine(
    (path) => !/(^|\/)(\.|%2e){1,2}(\/|\?|#|$)|[\\#\s]/i.test(path),
    'it holds .. or a space, # or backslash',
  ),
);

const requestShape = {
  method: z.enum(methods),
  path: pathSchema,
  headers: z.optional(headersSchema),
  /** JSON, in which a text that is just `{document}` stands for the whole; a text of other kind is sent as it is. */
  body: z.optional(z.unknown()),
};

/** The members of a request, for objects that have more. */
export const requestMembers = requestShape;

export const requestSchema = z.strictObject(requestShape);
export type ProfileRequest = z.infer<typeof requestSchema>;
