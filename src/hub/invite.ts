/** Making a code that lets somebody in, by a member within their rights or by the operator at the hub itself. */
import * as z from 'zod/mini';
import type { Environment } from '../core/environment.ts';
import { createId } from '../core/ids.ts';
import { roles, type Role } from '../core/version.ts';
import type { InvitationAnswer, InvitationRequest } from '../sync/protocol/hub-api.ts';
import type { Database, Transaction } from './database/database.ts';
import { asMember, type Member } from './member.ts';
import { Refused } from './problem.ts';
import { hashSecret, makeCode, type Token } from './secrets.ts';
import { readSites, siteNamed, type Site } from './sites.ts';

const HOUR_MS = 3_600_000;
const USUAL_HOURS = 7 * 24;

/** Who is not staff: whom a worker may invite, and whose further phones they may help with. */
const guests: readonly Role[] = ['participant', 'peer', 'employer', 'community'];
const staff: readonly Role[] = ['worker', 'trainer', 'assessor'];

/** Everything that is needed to make codes. `origin` is what the link begins with: `https://hub.example`. */
export interface Inviting {
  database: Database;
  environment: Environment;
  origin: string;
}

/** A member invites. Throws `not-allowed` with the reason where their role does not let them. */
export async function inviteAsMember(
  inviting: Inviting,
  token: Token,
  asked: InvitationRequest,
): Promise<InvitationAnswer> {
  return asMember(inviting.database, token, null, async (transaction, member) => {
    const ownDevice = asked.personId === member.personId;
    if (member.role !== 'coordinator' && !ownDevice) await mayInvite(transaction, member, asked);
    if (ownDevice && member.role !== 'coordinator' && asked.role !== member.role) {
      throw new Refused('not-allowed', 'Another phone of your own has the role that you have.');
    }
    const sites = ownDevice ? [] : await sitesFor(transaction, inviting.environment, member, asked);
    return keep(inviting, transaction, member.organisationId, member.personId, asked, sites);
  });
}

async function mayInvite(
  transaction: Transaction,
  member: Member,
  { role, personId }: InvitationRequest,
): Promise<void> {
  if (!staff.includes(member.role)) {
    throw new Refused('not-allowed', 'You can only make a code for another phone of your own.');
  }
  if (!guests.includes(role)) {
    throw new Refused('not-allowed', `A code for a ${role} can only be made by a coordinator.`);
  }
  if (personId === undefined) return;
  // Whom the worker cannot see may be anybody, the coordinator too: a code would let its holder pass for them.
  const [about] = await transaction.query(
    z.object({ elsewhere: z.boolean() }),
    'select known and not writable as elsewhere from plotline.subject_facts(array[$1::uuid])',
    [personId],
  );
  if (about?.elsewhere) {
    throw new Refused('not-allowed', 'A code for this person can only be made by a coordinator.');
  }
  const [person] = await transaction.query(
    z.object({ role: z.nullable(z.enum(roles)) }),
    'select role from plotline.people where organisation_id = $1 and person_id = $2',
    [member.organisationId, personId],
  );
  if (person?.role && !guests.includes(person.role)) {
    throw new Refused('not-allowed', 'A code for this person can only be made by a coordinator.');
  }
}

/** The sites that were named; a coordinator's new one is made. A worker's invitation without any is for all of theirs. */
async function sitesFor(
  transaction: Transaction,
  environment: Environment,
  member: Member,
  asked: InvitationRequest,
): Promise<Site[]> {
  const wanted = asked.sites ?? [];
  const seen = await readSites(transaction, member.organisationId);
  const sites: Site[] = [];
  for (const id of new Set(wanted)) {
    const site = seen.find((site) => site.id === id);
    if (!site) throw new Refused('not-allowed', 'One of these sites is not among yours.');
    sites.push(site);
  }
  const name = asked.site?.trim();
  if (name !== undefined) {
    const site =
      member.role === 'coordinator'
        ? await siteNamed(transaction, environment, member.organisationId, name)
        : seen.find((site) => site.name === name);
    if (!site)
      throw new Refused('not-found', `There is no site "${name}" among yours. A coordinator makes it first.`);
    sites.push(site);
  }
  if (sites.length > 0 || member.role === 'coordinator') return sites;
  if (seen.length === 0)
    throw new Refused('not-allowed', 'You belong to no site yet, so you cannot invite to one.');
  return seen;
}

/** The operator invites, by organisation. Throws where it is not there. */
export async function inviteAsOperator(
  inviting: Inviting,
  organisationId: string,
  asked: InvitationRequest,
): Promise<InvitationAnswer> {
  return inviting.database.transaction('plotline_keeper', async (transaction) => {
    await transaction.change("select set_config('plotline.organisation', $1, true)", [organisationId]);
    const sites =
      asked.site === undefined
        ? []
        : [await siteNamed(transaction, inviting.environment, organisationId, asked.site)];
    return keep(inviting, transaction, organisationId, null, asked, sites);
  });
}

async function keep(
  { environment, origin }: Inviting,
  transaction: Transaction,
  organisationId: string,
  madeBy: string | null,
  { role, personId, hours = USUAL_HOURS }: InvitationRequest,
  sites: Site[],
): Promise<InvitationAnswer> {
  const code = makeCode(environment.randomBytes);
  const invitationId = createId(environment);
  const expiresAt = environment.now() + hours * HOUR_MS;
  await transaction.change(
    `insert into plotline.invitations
       (organisation_id, invitation_id, code_hash, role, person_id, made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))`,
    [organisationId, invitationId, hashSecret(code), role, personId ?? null, madeBy, expiresAt],
  );
  if (sites.length > 0) {
    await transaction.change(
      `insert into plotline.invitation_sites (organisation_id, invitation_id, site_id)
       select $1, $2, site_id from unnest($3::uuid[]) site_id on conflict do nothing`,
      [organisationId, invitationId, sites.map(({ id }) => id)],
    );
  }
  return {
    id: invitationId,
    code,
    link: `${origin}/connect#code=${code}`,
    role,
    sites,
    ...(personId === undefined ? {} : { personId }),
    expiresAt: new Date(expiresAt).toISOString(),
  };
}
