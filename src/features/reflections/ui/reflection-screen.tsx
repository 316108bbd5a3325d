/** The page of one reflection: what was said and shown, and whether it is to be talked about. */
import { useRoute } from 'preact-iso';
import { PhotoStrip } from '../../../ui/capture/photo-strip.tsx';
import { SpeakButton } from '../../../ui/capture/speak-button.tsx';
import { VoicePlayer } from '../../../ui/capture/voice-player.tsx';
import { TalkIcon } from '../../../ui/icons/kinds.tsx';
import { Row } from '../../../ui/parts/layout.tsx';
import { RecordPage } from '../../../ui/record/record-page.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { reflection, type ReflectionBody } from '../model/reflection.ts';
import styles from './reflection-screen.module.css';

export default function ReflectionScreen() {
  const t = useText();
  const id = useRoute().params['id'] ?? '';
  return (
    <RecordPage
      id={id}
      kind={reflection}
      // Not its first words, which stand right below.
      title={({ body: { prompt } }, { aboutMe }) => {
        if (!aboutMe) return undefined;
        return t(prompt ? `reflections.prompt.${prompt}` : 'reflections.summary');
      }}
      back="/story"
      edit={`/reflection/${id}/edit`}
    >
      {({ body }) => <Said body={body} />}
    </RecordPage>
  );
}

function Said({ body }: { body: ReflectionBody }) {
  const t = useText();
  const { words, voice, photos, talk } = body;
  return (
    <div class={styles.said}>
      {words !== undefined && (
        <>
          <p class={styles.words}>{words}</p>
          <Row>
            <SpeakButton text={words} label={t('reflections.hear')} />
          </Row>
        </>
      )}
      {voice && <VoicePlayer voice={voice} />}
      <PhotoStrip photos={photos} alt={t('reflections.summary')} />
      {talk && (
        <p class={styles.talk}>
          <TalkIcon />
          {t('reflections.talk.yes')}
        </p>
      )}
    </div>
  );
}
