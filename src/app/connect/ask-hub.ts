/** The few things the app asks a hub that are no sync: coming in and leaving, codes for others, phones and sites. */
import { whySilent } from '../../platform/why-silent.ts';
import {
  devicesAnswerSchema,
  endedAnswerSchema,
  enrolAnswerSchema,
  invitationAnswerSchema,
  invitationsAnswerSchema,
  meAnswerSchema,
  membersAnswerSchema,
  personAnswerSchema,
  problemSchema,
  sitesAnswerSchema,
  type EnrolAnswer,
  type InvitationAnswer,
  type InvitationRequest,
  type MeAnswer,
  type MembersAnswer,
  type OpenInvitation,
  type OwnDevice,
  type PersonAnswer,
} from '../../sync/protocol/hub-api.ts';

/** The hub's own names for what it refuses, without their `urn:plotline:`; `other` where it is none this app knows. */
export const refusals = [
  'code-not-known',
  'code-used',
  'code-expired',
  'code-given-no-more',
  'code-for-someone-else',
  'person-known',
  'not-allowed',
  'not-found',
  'sign-in',
  'other',
] as const;
export type HubRefusal = (typeof refusals)[number];

export type HubAnswer<T> =
  | { status: 'answered'; answer: T }
  /** `detail` is what the hub says to a person, in its language. */
  | { status: 'refused'; why: HubRefusal; detail: string; personId?: string | undefined }
  /** No answer came: nobody knows what became of it. */
  | { status: 'unreached' }
  /** The security policy of this page does not let it go there. */
  | { status: 'not-listed' }
  /** It cannot now. */
  | { status: 'later' }
  /** Something answers there that is no hub. */
  | { status: 'no-hub' };

interface Enrolling {
  /** Origin of the hub. */
  address: string;
  code: string;
  personId: string;
  /** Made once for a code: with the same one, a lost answer can be asked for again. */
  attempt: string;
}

export function enrol({ address, ...body }: Enrolling): Promise<HubAnswer<EnrolAnswer>> {
  return ask(`${address}/v1/enrol`, { method: 'POST', body }, enrolAnswerSchema);
}

export interface Member {
  address: string;
  token: string;
}

export function makeInvitation(
  { address, token }: Member,
  body: InvitationRequest,
): Promise<HubAnswer<InvitationAnswer>> {
  return ask(`${address}/v1/invitations`, { method: 'POST', body, token }, invitationAnswerSchema);
}

/** Codes that are open, as far as they are for whoever asks. */
export function listInvitations({
  address,
  token,
}: Member): Promise<HubAnswer<{ invitations: OpenInvitation[] }>> {
  return ask(`${address}/v1/invitations`, { method: 'GET', token }, invitationsAnswerSchema);
}

export function takeBackInvitation({ address, token }: Member, id: string): Promise<HubAnswer<null>> {
  return ask(`${address}/v1/invitations/${id}`, { method: 'DELETE', token }, nothing);
}

export function listSites({
  address,
  token,
}: Member): Promise<HubAnswer<{ sites: { id: string; name: string }[] }>> {
  return ask(`${address}/v1/sites`, { method: 'GET', token }, sitesAnswerSchema);
}

/** Who one is there now. */
export function readMe({ address, token }: Member): Promise<HubAnswer<MeAnswer>> {
  return ask(`${address}/v1/me`, { method: 'GET', token }, meAnswerSchema);
}

/** Ends this phone's login at the hub. The page may be left meanwhile. */
export function leaveHub({ address, token }: Member): Promise<HubAnswer<null>> {
  return ask(`${address}/v1/devices/me`, { method: 'DELETE', token, keepalive: true }, nothing);
}

/** One's own phones there, this one among them. */
export function listOwnPhones({ address, token }: Member): Promise<HubAnswer<{ devices: OwnDevice[] }>> {
  return ask(`${address}/v1/devices`, { method: 'GET', token }, devicesAnswerSchema);
}

export function endOwnPhone({ address, token }: Member, id: string): Promise<HubAnswer<null>> {
  return ask(`${address}/v1/devices/${id}`, { method: 'DELETE', token }, nothing);
}

/** How somebody stands there. */
export function readPerson({ address, token }: Member, personId: string): Promise<HubAnswer<PersonAnswer>> {
  return ask(`${address}/v1/people/${personId}`, { method: 'GET', token }, personAnswerSchema);
}

/** Who has come in there, a page of them; on from the one after `after`. */
export function listMembers({ address, token }: Member, after?: string): Promise<HubAnswer<MembersAnswer>> {
  const query = after === undefined ? '' : `?${new URLSearchParams({ after }).toString()}`;
  return ask(`${address}/v1/people${query}`, { method: 'GET', token }, membersAnswerSchema);
}

/** Ends all phones of somebody, and their codes. */
export function endAccess(
  { address, token }: Member,
  personId: string,
): Promise<HubAnswer<{ ended: number }>> {
  return ask(`${address}/v1/people/${personId}/devices`, { method: 'DELETE', token }, endedAnswerSchema);
}

/** `PUT`: somebody belongs to a site from now on; `DELETE`: no more. */
export function changeSite(
  { address, token }: Member,
  method: 'PUT' | 'DELETE',
  { personId, site }: { personId: string; site: string },
): Promise<HubAnswer<null>> {
  return ask(`${address}/v1/people/${personId}/sites/${site}`, { method, token }, nothing);
}

interface Asking {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  token?: string;
  keepalive?: boolean;
}

interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** For a 204; a page of something else that answers there has a body, or another status. */
const nothing: Shape<null> = {
  safeParse: (value) => (value === undefined ? { success: true, data: null } : { success: false }),
};

async function ask<T>(url: string, asking: Asking, shape: Shape<T>): Promise<HubAnswer<T>> {
  const { method, body, token, keepalive = false } = asking;
  let response: Response;
  let said: unknown;
  try {
    response = await fetch(url, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      keepalive,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    said = response.status === 204 ? undefined : await response.json().catch(() => null);
  } catch {
    const refused = new URL(url).origin !== location.origin && (await whySilent(url)) === 'not-allowed';
    return { status: refused ? 'not-listed' : 'unreached' };
  }
  if (response.ok) {
    const read = shape.safeParse(said);
    return read.success ? { status: 'answered', answer: read.data } : { status: 'no-hub' };
  }
  const problem = problemSchema.safeParse(said);
  if (response.status === 429 || response.status >= 500) return { status: 'later' };
  if (!problem.success) return { status: 'no-hub' };
  const { type, detail, personId } = problem.data;
  const name = type.replace(/^urn:plotline:/, '');
  return { status: 'refused', why: refusals.find((one) => one === name) ?? 'other', detail, personId };
}
