/** The few things the app asks a hub that are no sync: coming in with a code, and making codes for others. */
import { whySilent } from '../../platform/why-silent.ts';
import {
  enrolAnswerSchema,
  invitationAnswerSchema,
  problemSchema,
  sitesAnswerSchema,
  type EnrolAnswer,
  type InvitationAnswer,
  type InvitationRequest,
} from '../../sync/protocol/hub-api.ts';

/** The hub's own names for what it refuses, without their `urn:plotline:`; `other` where it is none this app knows. */
export const refusals = [
  'code-not-known',
  'code-used',
  'code-expired',
  'code-for-someone-else',
  'person-known',
  'not-allowed',
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

interface Member {
  address: string;
  token: string;
}

export function makeInvitation(
  { address, token }: Member,
  body: InvitationRequest,
): Promise<HubAnswer<InvitationAnswer>> {
  return ask(`${address}/v1/invitations`, { method: 'POST', body, token }, invitationAnswerSchema);
}

export function listSites({
  address,
  token,
}: Member): Promise<HubAnswer<{ sites: { id: string; name: string }[] }>> {
  return ask(`${address}/v1/sites`, { method: 'GET', token }, sitesAnswerSchema);
}

interface Asking {
  method: 'GET' | 'POST';
  body?: unknown;
  token?: string;
}

interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

async function ask<T>(url: string, asking: Asking, shape: Shape<T>): Promise<HubAnswer<T>> {
  const { method, body, token } = asking;
  let response: Response;
  let said: unknown;
  try {
    response = await fetch(url, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    said = await response.json().catch(() => null);
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
