/** One entry of the story: what it is, its title and detail, its pictures and marks. The whole card leads to it. */
import { MicrophoneIcon, UndoIcon } from '../../../ui/icons/act.tsx';
import { TalkIcon } from '../../../ui/icons/kinds.tsx';
import { GapIcon, InfoIcon, NeedsYouIcon } from '../../../ui/icons/state.tsx';
import type { Icon } from '../../../ui/icons/glyph.tsx';
import { lengthOfSound } from '../../../ui/capture/length-of-sound.ts';
import { Photo } from '../../../ui/capture/photo.tsx';
import { AudienceMark } from '../../../ui/record/audience-mark.tsx';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { useKindWord } from '../../../ui/record/kind-look.tsx';
import { SaidBy } from '../../../ui/record/provenance.tsx';
import { useText, useWords } from '../../../ui/text/use-text.ts';
import type { ReadEntry, StoryEntry, UnreadEntry } from '../model/story-entry.ts';
import styles from './entry-card.module.css';

/** Photos shown in a row; the rest is counted. */
const PHOTOS = 3;

interface EntryCardProps {
  entry: StoryEntry;
  /** True where it is what stands beside the story. */
  open: boolean;
  onOpen: () => void;
}

export function EntryCard({ entry, open, onOpen }: EntryCardProps) {
  const hidden = entry.state === 'read' && entry.withdrawn;
  return (
    <div class={styles.place}>
      <a
        class={styles.card}
        href={entry.href}
        onClick={onOpen}
        aria-current={open ? 'page' : undefined}
        data-state={hidden ? 'withdrawn' : entry.state}
      >
        {entry.state === 'read' ? <ReadWords entry={entry} /> : <UnreadWords entry={entry} />}
      </a>
    </div>
  );
}

function ReadWords({ entry }: { entry: ReadEntry }) {
  const t = useText();
  const say = useWords();
  const word = useKindWord();
  const title = say(entry.title);
  const { photos, voice } = entry;
  const rest = photos.length - PHOTOS;
  return (
    <>
      <span class={styles.kind}>{word(entry.kind)}</span>
      <span class={styles.title}>{title}</span>
      {entry.detail && <span class={styles.detail}>{say(entry.detail)}</span>}
      {photos.length > 0 && (
        <span class={styles.photos}>
          {photos.slice(0, PHOTOS).map((photo, at) => (
            <span key={photo.sha256} class={styles.photo}>
              <Photo photo={photo} alt={t('story.photo', { number: at + 1, title })} square />
            </span>
          ))}
          {rest > 0 && <span>{t('story.photosMore', { count: rest })}</span>}
        </span>
      )}
      <span class={styles.marks}>
        {entry.withdrawn && <Mark icon={UndoIcon} words={t('story.mark.withdrawn')} />}
        {entry.rivals && <Mark icon={NeedsYouIcon} words={t('story.mark.rivals')} />}
        {entry.talk && <Mark icon={TalkIcon} words={t('story.mark.talk')} strong />}
        {voice && (
          <Mark
            icon={MicrophoneIcon}
            words={
              voice.ms === undefined
                ? t('story.mark.voice')
                : t('story.mark.voiceLong', { length: lengthOfSound(voice.ms) })
            }
          />
        )}
        <SaidBy said={entry.said} />
        <AudienceMark audience={entry.audience} />
        <DeliveryMark of={entry} />
      </span>
    </>
  );
}

function UnreadWords({ entry }: { entry: UnreadEntry }) {
  const t = useText();
  const word = useKindWord();
  return (
    <>
      <span class={styles.kind}>{word(entry.kind)}</span>
      <span class={styles.title}>{t(`record.title.${entry.state}`)}</span>
      <span class={styles.marks}>
        <Mark icon={entry.state === 'newer' ? InfoIcon : GapIcon} words={t(`story.mark.${entry.state}`)} />
      </span>
    </>
  );
}

/** A small picture with its word. */
export function Mark({
  icon: Glyph,
  words,
  strong = false,
}: {
  icon: Icon;
  words: string;
  strong?: boolean;
}) {
  return (
    <span class={styles.mark} data-strong={strong}>
      <Glyph />
      {words}
    </span>
  );
}
