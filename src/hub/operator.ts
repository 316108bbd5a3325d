/** Does what the operator says, at a running hub or at its database. */
import type { Environment } from '../core/environment.ts';
import type { InvitationRequest } from '../sync/protocol/hub-api.ts';
import type { Database } from './database/database.ts';
import { endDevicesAsOperator } from './end-devices.ts';
import { makeOrganisation, organisations } from './first-organisation.ts';
import { inviteAsOperator } from './invite.ts';
import { listInvitationsAsOperator, takeBackAsOperator } from './open-invitations.ts';
import type { OperatorAnswer, OperatorRequest } from './operator-requests.ts';

export interface Operating {
  database: Database;
  environment: Environment;
  /** What links begin with. */
  origin: string;
}

/** Throws what the operator can be told where it cannot be done. */
export async function operate(operating: Operating, request: OperatorRequest): Promise<OperatorAnswer> {
  const { command } = request;
  switch (command) {
    case 'invite': {
      const organisation = await organisationNamed(operating.database, request.organisation);
      const invitation = await inviteAsOperator(operating, organisation, withSite(request.invitation));
      return { command, invitation };
    }
    case 'end': {
      const organisation = await organisationNamed(operating.database, request.organisation);
      const ended = await endDevicesAsOperator(operating.database, organisation, request.person);
      if (ended === null) throw new Error('Nobody of that id is known there.');
      return { command, ended };
    }
    case 'codes': {
      const organisation = await organisationNamed(operating.database, request.organisation);
      const { database, environment } = operating;
      return { command, invitations: await listInvitationsAsOperator(database, environment, organisation) };
    }
    case 'take-back': {
      const organisation = await organisationNamed(operating.database, request.organisation);
      await takeBackAsOperator(operating.database, organisation, request.id);
      return { command };
    }
    case 'organisation':
      return begin(operating, request);
  }
}

/** Another organisation in the same hub, and a code for whoever coordinates it. */
async function begin(
  operating: Operating,
  { name, sites }: { name: string; sites: string[] },
): Promise<OperatorAnswer> {
  const { database, environment } = operating;
  const there = await organisations(database);
  if (there.some((organisation) => organisation.name === name)) {
    throw new Error(`There is an organisation "${name}" already.`);
  }
  const id = await makeOrganisation(database, environment, { name, sites });
  const [site = ''] = sites;
  const invitation = await inviteAsOperator(operating, id, { role: 'coordinator', site, hours: 24 });
  return { command: 'organisation', name, invitation };
}

async function organisationNamed(database: Database, name: string | undefined): Promise<string> {
  const there = await organisations(database);
  const chosen = name === undefined ? there : there.filter((organisation) => organisation.name === name);
  const [organisation] = chosen;
  if (organisation && chosen.length === 1) return organisation.id;
  const names = there.map((organisation) => `"${organisation.name}"`).join(', ');
  throw new Error(`Say which organisation with --organisation; there are: ${names || 'none yet'}.`);
}

/** Whoever is not a coordinator must belong somewhere, or they would see nobody. */
function withSite(invitation: InvitationRequest): InvitationRequest {
  if (
    invitation.role === 'coordinator' ||
    invitation.personId !== undefined ||
    invitation.site !== undefined
  ) {
    return invitation;
  }
  throw new Error('Say which site with --site "…"; it is made where there is none of that name.');
}
