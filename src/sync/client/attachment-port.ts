/** Photos and recordings at an endpoint, in the way its profile names. */
import type { AttachmentPort } from '../protocol/endpoint.ts';
import type { Attachments } from '../protocol/profile-parts.ts';
import type { Ask } from './ask.ts';
import { createFilePort } from './attachment-files.ts';
import { createPiecePort } from './attachment-pieces.ts';

export function createAttachmentPort(attachments: Attachments, ask: Ask): AttachmentPort {
  /**
   * Hashes whose contents were proven as they were sent: whoever asks next is told so, for nothing is fetched twice to prove
   * it twice. After that it is asked for: the endpoint may have lost it.
   */
  const proven = new Set<string>();
  // A bare 2xx may be a hotspot's: where only the server verifies, it is asked for the hash afterwards. Of pieces, each
  // that was sent is read back; whether those from before a cut are all there is still to be seen.
  const provesAtOnce = (offset: number) =>
    attachments.by === 'put' ? attachments.verify === 'read' : offset === 0;
  const port =
    attachments.by === 'put' ? createFilePort(attachments, ask) : createPiecePort(attachments, ask);
  return {
    has: async (sha256, bytes) =>
      proven.delete(sha256) ? { outcome: 'ok', complete: true } : port.has(sha256, bytes),
    put: async (sha256, content, type, offset, progress) => {
      const answer = await port.put(sha256, content, type, offset, progress);
      if (answer.outcome === 'ok' && provesAtOnce(offset)) proven.add(sha256);
      return answer;
    },
    get: (sha256, have) => port.get(sha256, have),
  };
}
