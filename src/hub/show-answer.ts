/** What the operator reads in the terminal once a command is done. */
import type { OpenInvitation } from '../sync/protocol/hub-api.ts';
import type { OperatorAnswer } from './operator-requests.ts';
import { showInvitation } from './show-invitation.ts';

/** The lines to print. `colours`: see `showInvitation`. */
export function showAnswer(answer: OperatorAnswer, colours: boolean): string {
  switch (answer.command) {
    case 'invite':
      return showInvitation(answer.invitation, colours);
    case 'end':
      return answer.ended === 0
        ? 'No phone of theirs was connected. Codes that would have let them in are worth nothing any more.'
        : `Phones that were connected and are not any more: ${answer.ended}. Their codes have ended too.`;
    case 'codes':
      return answer.invitations.length === 0
        ? 'No code is open.'
        : answer.invitations.map(showOpen).join('\n');
    case 'take-back':
      return 'That code lets nobody in any more.';
    case 'organisation':
      return `"${answer.name}" is made. This code is for whoever coordinates it:\n${showInvitation(answer.invitation, colours)}`;
  }
}

/** One a line: its id, what it gives, for whom, by whom and until when. */
function showOpen({ id, role, sites, personId, madeBy, madeAt, expiresAt }: OpenInvitation): string {
  const at = sites.length > 0 ? ` at ${sites.map(({ name }) => name).join(', ')}` : '';
  const whose = personId === undefined ? '' : `, for ${personId} only`;
  const minute = (moment: string) => `${moment.slice(0, 16).replace('T', ' ')} UTC`;
  const by = madeBy === undefined ? 'at the hub' : `by ${madeBy}`;
  return `${id}  ${role}${at}${whose}; made ${by}, ${minute(madeAt)}; until ${minute(expiresAt)}`;
}
