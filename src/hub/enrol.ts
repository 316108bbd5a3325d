/** A code is turned into a token: who comes in, as whom, and what happens when the answer is lost on the way. */
import * as z from 'zod/mini';
import type { Environment } from '../core/environment.ts';
import { createId } from '../core/ids.ts';
import { roles, type Role } from '../core/version.ts';
import type { EnrolAnswer } from '../sync/protocol/hub-api.ts';
import type { Database, Transaction } from './database/database.ts';
import { readMemberView } from './member-view.ts';
import { Refused } from './problem.ts';
import { hashSecret, makeToken, readCode } from './secrets.ts';

const invitationSchema = z.object({
  organisation_id: z.string(),
  invitation_id: z.string(),
  role: z.enum(roles),
  person_id: z.nullable(z.string()),
  made_by: z.nullable(z.string()),
  expired: z.boolean(),
  used_by: z.nullable(z.string()),
  used_attempt: z.nullable(z.string()),
  /** Whether the device it brought in may still ask; false before it is used. */
  device_stands: z.boolean(),
  used_device: z.nullable(z.string()),
});
type Invitation = z.infer<typeof invitationSchema>;

export interface Enrolment {
  code: string;
  personId: string;
  attempt: string;
}

/** Lets a device in, once a code. Throws what a person can be told where it does not. */
export async function enrol(
  database: Database,
  environment: Environment,
  { code: typed, personId, attempt }: Enrolment,
): Promise<EnrolAnswer> {
  const code = readCode(typed);
  if (!code) throw new Refused('code-not-known', notKnown);
  return database.transaction('plotline_keeper', async (transaction) => {
    // 1. Whose code it is. Of two devices with one code, one comes in.
    const invitation = await findInvitation(transaction, code, environment.now());
    const { organisation_id: organisationId } = invitation;
    const again =
      invitation.used_by === personId && invitation.used_attempt === attempt && invitation.device_stands;
    // Who comes under another id than the one it is for is told that first: the code may be theirs, and its answer was lost.
    const { person_id: meantFor } = invitation;
    const elses = meantFor !== null && meantFor !== personId;
    if (invitation.used_by !== null && !again && !elses) {
      throw new Refused('code-used', 'This code has been used already. Ask for a new one.');
    }
    if (invitation.expired) {
      throw new Refused('code-expired', 'Its time is over, or it was taken back. Ask for a new one.');
    }
    if (elses) {
      throw new Refused('code-for-someone-else', 'This code is for somebody else.', {
        more: { personId: meantFor },
      });
    }
    // 2. The member.
    if (again) await endDevice(transaction, organisationId, invitation.used_device);
    else await admit(transaction, invitation, personId);
    // 3. The device, and the mark that the code is used.
    const token = makeToken(organisationId, environment.randomBytes);
    const deviceId = createId(environment);
    await transaction.change(
      'insert into plotline.devices (organisation_id, device_id, person_id, token_hash) values ($1, $2, $3, $4)',
      [organisationId, deviceId, personId, hashSecret(token)],
    );
    await transaction.change(
      `update plotline.invitations set used_by = $3, used_attempt = $4, used_device = $5, used_at = now()
       where organisation_id = $1 and invitation_id = $2`,
      [organisationId, invitation.invitation_id, personId, attempt, deviceId],
    );
    return { token, ...(await readMemberView(transaction, organisationId, personId)) };
  });
}

const notKnown = 'This code is not known here. Look at it again, or ask for a new one.';

async function findInvitation(transaction: Transaction, code: string, now: number): Promise<Invitation> {
  const hash = hashSecret(code);
  await transaction.change("select set_config('plotline.code_hash', $1, true)", [hash]);
  const [found] = await transaction.query(
    z.object({ organisation_id: z.string() }),
    'select organisation_id from plotline.invitations where code_hash = $1',
    [hash],
  );
  if (!found) throw new Refused('code-not-known', notKnown);
  await transaction.change("select set_config('plotline.organisation', $1, true)", [found.organisation_id]);
  // What follows changes who sees what: nobody writes in the organisation meanwhile, and nobody's access is ended.
  await transaction.change("select pg_advisory_xact_lock(hashtextextended('plotline ' || $1::text, 0))", [
    found.organisation_id,
  ]);
  const [invitation] = await transaction.query(
    invitationSchema,
    `select organisation_id, invitation_id, role, person_id, made_by, used_by, used_attempt, used_device,
       expires_at <= to_timestamp($3::float8 / 1000) as expired,
       exists (select from plotline.devices where devices.organisation_id = $1 and device_id = used_device
         and ended_at is null) as device_stands
     from plotline.invitations where organisation_id = $1 and code_hash = $2 for update`,
    [found.organisation_id, hash, now],
  );
  if (!invitation) throw new Refused('code-not-known', notKnown);
  return invitation;
}

async function endDevice(
  transaction: Transaction,
  organisationId: string,
  deviceId: string | null,
): Promise<void> {
  await transaction.change(
    `update plotline.devices set ended_at = now()
     where organisation_id = $1 and device_id = $2 and ended_at is null`,
    [organisationId, deviceId],
  );
}

const personSchema = z.object({
  role: z.nullable(z.enum(roles)),
  /** They belong to none of the code's sites, or to others as well. */
  elsewhere: z.boolean(),
});

/** Makes the person a member with the code's role and sites. */
async function admit(transaction: Transaction, invitation: Invitation, personId: string): Promise<void> {
  const { organisation_id: organisationId, invitation_id: invitationId } = invitation;
  if (await isSite(transaction, organisationId, personId)) {
    throw new Refused('person-known', 'This id belongs to a site, and nobody comes in as one.');
  }
  const [person] = await transaction.query(
    personSchema,
    `select role, coalesce((
         select bool_or(there.site_id is null) from plotline.person_sites here
         left join plotline.invitation_sites there
           on there.organisation_id = $1 and there.invitation_id = $3 and there.site_id = here.site_id
         where here.organisation_id = $1 and here.person_id = $2), true) as elsewhere
     from plotline.people where organisation_id = $1 and person_id = $2`,
    [organisationId, personId, invitationId],
  );
  // A code for nobody in particular must not let its holder pass for somebody who is known: ids are no secret.
  if (invitation.person_id === null && person && (person.role !== null || person.elsewhere)) {
    throw new Refused('person-known', 'You are known here already. Ask for a code that is made for you.');
  }
  // What its maker could give when they made it, they may not give any more: to this person, or to anybody.
  const [given] = await transaction.query(
    z.object({ still: z.boolean() }),
    'select plotline.still_given($1, $2) as still',
    [invitationId, personId],
  );
  if (!given?.still) {
    throw new Refused(
      'code-given-no-more',
      'Whoever made this code may not let you in any more. Ask a coordinator.',
    );
  }
  const ownDevice = invitation.made_by === personId;
  const role: Role = ownDevice && person?.role ? person.role : invitation.role;
  await transaction.change(
    `insert into plotline.people as there (organisation_id, person_id, role) values ($1, $2, $3)
     on conflict (organisation_id, person_id) do update
       set role = excluded.role, epoch = there.epoch + (there.role is distinct from excluded.role)::int`,
    [organisationId, personId, role],
  );
  if (person?.role && person.role !== role) {
    await transaction.change('select plotline.end_codes_beyond($1, $2)', [personId, role]);
  }
  if (!ownDevice) {
    await transaction.change(
      `select plotline.join_sites($3, array(
         select site_id from plotline.invitation_sites where organisation_id = $1 and invitation_id = $2))`,
      [organisationId, invitationId, personId],
    );
  }
}

/** Their ids are no secret either, and stand for subjects of records as those of people do. */
async function isSite(transaction: Transaction, organisationId: string, id: string): Promise<boolean> {
  const found = await transaction.query(
    z.object({ site_id: z.string() }),
    'select site_id from plotline.sites where organisation_id = $1 and site_id = $2',
    [organisationId, id],
  );
  return found.length > 0;
}
