/** An invitation as the operator sees it in a terminal: the code, the link, and the link as a QR code. */
import encodeQR from 'qr';
import type { InvitationAnswer } from '../sync/protocol/hub-api.ts';

/** The lines to print. With `colours`, the QR is dark on light whatever the terminal's own colours are. */
export function showInvitation(
  { code, link, role, sites, expiresAt }: InvitationAnswer,
  colours: boolean,
): string {
  const where = sites.length > 0 ? ` at ${sites.map(({ name }) => name).join(', ')}` : '';
  const drawn = encodeQR(link, 'ascii', { border: 2 })
    .split('\n')
    .filter(Boolean)
    .map((line) => (colours ? `  \u001B[97;40m${line}\u001B[0m` : `  ${line}`))
    .join('\n');
  const until = expiresAt.slice(0, 16).replace('T', ' ');
  return `\n${drawn}\n\n  For a ${role}${where}, once, until ${until} UTC:\n\n    code  ${code}\n    link  ${link}\n`;
}
