/** The whole body of a record in words, line by line, with its photos and recordings. */
import type { AttachmentRef, Line, RecordKind, Words } from '../../core/define-record.ts';
import { PhotoStrip } from '../capture/photo-strip.tsx';
import { VoicePlayer } from '../capture/voice-player.tsx';
import { sayMadeKey } from '../text/catalog.ts';
import { useText, useWords } from '../text/use-text.ts';
import { VisuallyHidden } from '../parts/visually-hidden.tsx';
import { keyed } from './keyed.ts';
import { useNameOf } from './use-name-of.ts';
import styles from './record-lines.module.css';

export interface RecordLinesProps<Body> {
  kind: RecordKind<Body>;
  body: Body;
  /** True for a line that is to stand out because it differs elsewhere. */
  marked?: ((line: Line) => boolean) | undefined;
}

export function RecordLines<Body>({ kind, body, marked }: RecordLinesProps<Body>) {
  const t = useText();
  return (
    <dl class={styles.lines}>
      {keyed(kind.lines(body), (line) => line.label).map(({ key, item: line }) => {
        const differs = marked?.(line) === true;
        return (
          <div key={key} class={styles.line} data-marked={differs}>
            <dt>
              {sayMadeKey(t, line.label)}
              {differs && <VisuallyHidden> {t('record.rivals.differs')}</VisuallyHidden>}
            </dt>
            <dd>
              <LineContent line={line} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What a line holds: words, or photos and recordings. */
export function LineContent({ line }: { line: Line }) {
  const t = useText();
  const photos = (line.media ?? []).filter((ref) => !isSound(ref));
  const sounds = (line.media ?? []).filter(isSound);
  return (
    <>
      {line.words && <LineWords words={line.words} />}
      {photos.length > 0 && <PhotoStrip photos={photos} alt={sayMadeKey(t, line.label)} />}
      {sounds.map((voice) => (
        <VoicePlayer key={voice.sha256} voice={voice} />
      ))}
    </>
  );
}

const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Words as a person reads them: for a bare id, the name behind it. */
function LineWords({ words }: { words: Words }) {
  const say = useWords();
  if ('said' in words && anId.test(words.said)) return <RecordName id={words.said} />;
  return <p class={styles.words}>{say(words)}</p>;
}

/** The name of whoever or whatever has this id. */
function RecordName({ id }: { id: string }) {
  const t = useText();
  const name = useNameOf(id);
  return <p class={styles.words}>{name === undefined ? '' : (name ?? t('record.nameless'))}</p>;
}

function isSound(ref: AttachmentRef): boolean {
  return ref.type.startsWith('audio/');
}
