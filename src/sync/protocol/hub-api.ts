/** What is said between an app and the hub: the shape of every request and answer. The hub's OpenAPI is made from these. */
import * as z from 'zod/mini';
import { roles } from '../../core/version.ts';
import { digestSchema, MOST_VERSIONS, wireVersionSchema } from './wire.ts';

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const name = z.string().check(z.regex(/\S/), z.maxLength(200));
const named = z.object({ id: uuid, name: z.string() });
const moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));

/** The most versions on one page. */
export const LONGEST_PAGE = 500;

/** How a member stands at the hub. */
const memberSchema = z.object({ id: uuid, role: z.enum(roles), sites: z.array(named) });

export const enrolRequestSchema = z.object({
  /** As typed or scanned; spaces, dashes and letter case do not matter. */
  code: z.string().check(z.minLength(1), z.maxLength(100)),
  personId: uuid,
  /** Made by the device: with the same one, a lost answer can be asked for again. */
  attempt: uuid,
});

export const enrolAnswerSchema = z.object({
  token: z.string(),
  organisation: named,
  person: memberSchema,
});
export type EnrolAnswer = z.infer<typeof enrolAnswerSchema>;

export const meAnswerSchema = z.object({
  organisation: named,
  person: memberSchema,
  device: z.object({ id: uuid, since: moment }),
});
export type MeAnswer = z.infer<typeof meAnswerSchema>;

export const pushRequestSchema = z.object({
  versions: z.array(wireVersionSchema).check(z.minLength(1), z.maxLength(MOST_VERSIONS)),
});

/** Why a version is refused, for programs; `why` says it to a person. */
const refusals = [
  'malformed',
  'digest',
  'too-large',
  'private',
  'not-yours',
  'another-subject',
  'erased',
] as const;
export type Refusal = (typeof refusals)[number];

const pushResultSchema = z.object({
  key: z.string(),
  /** `ok`: stored by this request. `exists`: it was there. `conflict`: something else is there under its key. */
  outcome: z.enum(['ok', 'exists', 'conflict', 'reject']),
  /** Of what is there now. */
  digest: z.optional(digestSchema),
  reason: z.optional(z.enum(refusals)),
  why: z.optional(z.string()),
});
export type PushResult = z.infer<typeof pushResultSchema>;

/** One result a version, in the order of the request. */
export const pushAnswerSchema = z.object({ results: z.array(pushResultSchema) });

export const pageAnswerSchema = z.object({
  items: z.array(wireVersionSchema),
  /** Hand back as `since`; opaque. */
  next: z.string(),
  /** Whether the next page has something already. */
  more: z.boolean(),
});

export const invitationRequestSchema = z.object({
  role: z.enum(roles),
  /** Ids of sites that are there. */
  sites: z.optional(z.array(uuid).check(z.maxLength(50))),
  /** Name of a site; a coordinator's is made where there is none of that name. */
  site: z.optional(name),
  /** Whom it is for; left out: somebody who is not connected yet. */
  personId: z.optional(uuid),
  /** How long it can be used: at most 30 days, 7 where left out. */
  hours: z.optional(z.int().check(z.minimum(1), z.maximum(720))),
});
export type InvitationRequest = z.infer<typeof invitationRequestSchema>;

export const invitationAnswerSchema = z.object({
  /** By which it is taken back; a hub before 0.5.0 gives none. */
  id: z.optional(uuid),
  /** XXXX-XXXX-XXXX, to be used once. */
  code: z.string(),
  /** The same as a link, for a QR code. */
  link: z.string(),
  role: z.enum(roles),
  sites: z.array(named),
  personId: z.optional(uuid),
  expiresAt: moment,
});
export type InvitationAnswer = z.infer<typeof invitationAnswerSchema>;

/** A code that nobody has used yet: all that is known of it but the code itself. */
export const openInvitationSchema = z.object({
  id: uuid,
  role: z.enum(roles),
  /** Those that whoever asks may see. */
  sites: z.array(named),
  /** Whom it is for; left out: somebody who is not connected yet. */
  personId: z.optional(uuid),
  /** Left out: made at the hub itself. */
  madeBy: z.optional(uuid),
  madeAt: moment,
  expiresAt: moment,
});
export type OpenInvitation = z.infer<typeof openInvitationSchema>;

/** `GET /v1/invitations`. */
export const invitationsAnswerSchema = z.object({ invitations: z.array(openInvitationSchema) });

const ownDeviceSchema = z.object({
  id: uuid,
  since: moment,
  /** Whether it is the one that asks. */
  here: z.boolean(),
  /** Who made the code it came in with; left out: that was done at the hub itself. */
  codeBy: z.optional(uuid),
});
export type OwnDevice = z.infer<typeof ownDeviceSchema>;

/** `GET /v1/devices`. */
export const devicesAnswerSchema = z.object({ devices: z.array(ownDeviceSchema) });

export const siteRequestSchema = z.object({ name });
export const siteAnswerSchema = named;
export const sitesAnswerSchema = z.object({ sites: z.array(named) });

/** `GET /v1/people/{id}`. */
export const personAnswerSchema = z.object({
  id: uuid,
  /** Null while they have connected no phone. */
  role: z.nullable(z.enum(roles)),
  /** Those that whoever asks may see. */
  sites: z.array(named),
  /** How many of theirs are connected; left out where whoever asks may not end them. */
  devices: z.optional(z.int()),
});
export type PersonAnswer = z.infer<typeof personAnswerSchema>;

/** `GET /v1/people`. */
export const membersAnswerSchema = z.object({
  people: z.array(personAnswerSchema),
  /** Ask on with `after` the last of them. */
  more: z.boolean(),
});
export type MembersAnswer = z.infer<typeof membersAnswerSchema>;

/** `DELETE /v1/people/{id}/devices`. */
export const endedAnswerSchema = z.object({ ended: z.int() });

/** `GET /endpoints.json`: asked by the app of the place it was loaded from. */
export const endpointsAnswerSchema = z.object({
  /** Whether this origin is a hub itself. */
  hub: z.boolean(),
  /** Other origins the operator lets the app talk to. */
  endpoints: z.array(z.string()),
});

/** Every error (RFC 9457). */
export const problemSchema = z.object({
  /** `about:blank`, or one of the hub's own: `urn:plotline:code-for-someone-else`. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** In plain words. */
  detail: z.string(),
  /** With `code-for-someone-else`: whom the code is for. */
  personId: z.optional(uuid),
});
export type Problem = z.infer<typeof problemSchema>;
