/** `npm run hub -- invite`: the operator makes a code, at a running hub or at its database. */
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import type { Environment } from '../core/environment.ts';
import { roles } from '../core/version.ts';
import {
  invitationRequestSchema,
  type InvitationAnswer,
  type InvitationRequest,
} from '../sync/protocol/hub-api.ts';
import type { Database } from './database/database.ts';
import { organisations } from './first-organisation.ts';
import { inviteAsOperator } from './invite.ts';

/** What the operator asks; without an organisation's name there must be only one. */
export const operatorRequestSchema = z.object({
  organisation: z.optional(z.string()),
  invitation: invitationRequestSchema,
});
export type OperatorRequest = z.infer<typeof operatorRequestSchema>;

export type ArgumentsOutcome =
  { status: 'ok'; request: OperatorRequest } | { status: 'wrong'; complaint: string };

const usage = `npm run hub -- invite --role worker --site "Garden" [--person <id>] [--hours 24] [--organisation <name>]
roles: ${roles.join(', ')}`;

/** Reads what stands after `invite` on the command line. */
export function readArguments(given: string[]): ArgumentsOutcome {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: given,
      options: { role: text, site: text, person: text, hours: text, organisation: text },
    });
    const invitation = invitationRequestSchema.safeParse({
      role: values.role ?? 'participant',
      ...(values.site === undefined ? {} : { site: values.site }),
      ...(values.person === undefined ? {} : { personId: values.person }),
      ...(values.hours === undefined ? {} : { hours: Number(values.hours) }),
    });
    if (!invitation.success) {
      const wrong = invitation.error.issues[0]?.path.join('.') ?? '';
      return { status: 'wrong', complaint: `"${wrong}" is not as it should be.\n${usage}` };
    }
    const { organisation } = values;
    const request = { invitation: invitation.data, ...(organisation === undefined ? {} : { organisation }) };
    return { status: 'ok', request };
  } catch (error) {
    return { status: 'wrong', complaint: `${error instanceof Error ? error.message : ''}\n${usage}` };
  }
}

/** Makes the code. Throws what the operator can be told. */
export async function makeOperatorInvitation(
  inviting: { database: Database; environment: Environment; origin: string },
  { organisation: name, invitation }: OperatorRequest,
): Promise<InvitationAnswer> {
  const there = await organisations(inviting.database);
  const chosen = name === undefined ? there : there.filter((organisation) => organisation.name === name);
  const [organisation] = chosen;
  if (!organisation || chosen.length > 1) {
    const names = there.map((organisation) => `"${organisation.name}"`).join(', ');
    throw new Error(`Say which organisation with --organisation; there are: ${names || 'none yet'}.`);
  }
  return inviteAsOperator(inviting, organisation.id, withSite(invitation));
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
