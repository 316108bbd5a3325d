/** The photos and recordings that a body refers to, found without knowing its kind. */
import { attachmentRef } from '../core/attachment-ref.ts';
import type { AttachmentRef } from '../core/define-record.ts';

/** Each once. Reads unknown and newer kinds as well. */
export function attachmentRefs(body: unknown): AttachmentRef[] {
  const refs = new Map<string, AttachmentRef>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const ref = 'sha256' in part ? attachmentRef.safeParse(part) : undefined;
    if (ref?.success) refs.set(ref.data.sha256, ref.data);
    else for (const inner of Object.values(part)) look(inner);
  };
  look(body);
  return [...refs.values()];
}
