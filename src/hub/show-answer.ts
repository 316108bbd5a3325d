/** What the operator reads in the terminal once a command is done. */
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
    case 'organisation':
      return `"${answer.name}" is made. This code is for whoever coordinates it:\n${showInvitation(answer.invitation, colours)}`;
  }
}
