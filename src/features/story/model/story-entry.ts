/** One entry of the story: what is shown of a record, whatever its kind and however it was found. */
import type { AttachmentRef, RecordKinds, Words } from '../../../core/define-record.ts';
import type { Delivery, Found } from '../../../core/store.ts';
import type { Audience, Version } from '../../../core/version.ts';

interface EveryEntry {
  id: string;
  kind: string;
  /** A day or a moment, as said. */
  when: string;
  /** Where a tap leads. */
  href: string;
}

export interface ReadEntry extends EveryEntry {
  state: 'read';
  title: Words;
  detail: Words | undefined;
  photos: readonly AttachmentRef[];
  voice: AttachmentRef | undefined;
  audience: Audience;
  delivery: Delivery;
  /** Who said it, and about whom. */
  said: Pick<Version, 'author' | 'subject'>;
  withdrawn: boolean;
  /** "I want to talk about this" */
  talk: boolean;
  /** Changed in two places and not settled yet. */
  rivals: boolean;
}

/** Cannot be read now, and is shown in its place all the same. */
export interface UnreadEntry extends EveryEntry {
  state: 'newer' | 'damaged';
}

export type StoryEntry = ReadEntry | UnreadEntry;

/** The entry of what was found; null where it has no place in the story (who one is, what was erased). */
export function toEntry(found: Found, records: RecordKinds): StoryEntry | null {
  const { id, kind, occurredAt: when } = found.status === 'damaged' ? found : found.version;
  const known = records.get(kind);
  if (known && !known.inStory) return null;
  const unread = { id, kind, when, href: `/record/${id}` };
  if (found.status === 'damaged') return { ...unread, state: 'damaged' };
  if (found.version.removed === 'erased') return null;
  if (found.status === 'newer' || !known) return { ...unread, state: 'newer' };

  const { version, rivals, delivery } = found;
  const { title, detail, photos = [], voice } = known.summary(version.body, version.audience);
  return {
    state: 'read',
    id,
    kind,
    when,
    href: `/${kind}/${id}`,
    title,
    detail,
    photos,
    voice,
    audience: version.audience,
    delivery,
    said: { author: version.author, subject: version.subject },
    withdrawn: version.removed === 'withdrawn',
    talk: wantsTalk(version.body),
    rivals: rivals > 0,
  };
}

/** Any kind may carry the wish to talk: a field `talk` that is true. */
function wantsTalk(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'talk' in body && body.talk === true;
}

/** Names of the kinds that appear in the story, in the order of the list of kinds. */
export function storyKinds(records: RecordKinds): string[] {
  return [...records.values()].filter(({ inStory }) => inStory).map(({ kind }) => kind);
}
