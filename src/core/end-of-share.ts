/**
 * When a share is taken back, those who saw the record must hear of it, but not what it says from then on. So the version
 * that ends the share travels without its words; at its author's it stands whole. Both are the same version.
 */
import { sameContents } from './canonical-json.ts';
import type { Version } from './version.ts';

/** Whether only the end of a share is known, not the words. */
export function isEndOfShare({ audience, removed, body }: Pick<Version, 'audience' | 'removed' | 'body'>) {
  return audience === 'me' && body === null && removed !== 'erased';
}

/** How a private version travels. */
export function endOfShare(version: Version): Version {
  return { ...version, body: null };
}

/** Whether two versions of one id and rev say the same; one of them may have come without its words. */
export function sameVersion(one: Version, other: Version): boolean {
  if (isEndOfShare(one) || isEndOfShare(other)) return sameContents(endOfShare(one), endOfShare(other));
  return sameContents(one, other);
}
