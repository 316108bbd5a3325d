/** Plays a recording: one big button, how far it is, and plain words where it cannot be heard. */
import { useRef, useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import { PauseIcon, PlayIcon } from '../icons/act.tsx';
import { Button } from '../parts/button.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { lengthOfSound } from './length-of-sound.ts';
import { useAttachment } from './use-attachment.ts';
import styles from './voice-player.module.css';

export interface VoicePlayerProps {
  voice: AttachmentRef;
  /** Words on the button instead of "Listen". */
  label?: string | undefined;
  /** True where there may be many: its sound is only opened when somebody wants to hear it. */
  whenAsked?: boolean | undefined;
}

export function VoicePlayer({ voice, label, whenAsked = false }: VoicePlayerProps) {
  const t = useText();
  const { speech } = useServices().device;
  const [asked, setAsked] = useState(!whenAsked);
  const shown = useAttachment(voice, asked);
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [atMs, setAtMs] = useState(0);
  const [unplayable, setUnplayable] = useState(false);

  if (shown.status === 'missing') return <p class={styles.words}>{t('capture.voice.missing')}</p>;
  if (unplayable) return <p class={styles.words}>{t('capture.voice.unplayable')}</p>;

  function silenceOthers(): void {
    // One voice at a time.
    speech.stop();
    for (const other of document.querySelectorAll('audio')) other.pause();
  }

  function press(): void {
    const element = sound.current;
    if (!asked) {
      silenceOthers();
      setAsked(true);
    }
    if (element === null) return;
    if (!element.paused) {
      element.pause();
      return;
    }
    silenceOthers();
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotSupportedError') setUnplayable(true);
    });
  }

  const length = voice.ms ?? 0;
  return (
    <div class={styles.player}>
      <Button
        icon={playing ? PauseIcon : PlayIcon}
        compact
        busy={asked && shown.status === 'loading'}
        onClick={press}
      >
        {playing ? t('capture.voice.pause') : (label ?? t('capture.voice.play'))}
      </Button>
      <progress
        class={styles.progress}
        aria-hidden="true"
        max={Math.max(1, length)}
        value={Math.min(atMs, length)}
      />
      <span class={styles.time}>{lengthOfSound(playing ? atMs : length)}</span>
      {shown.status === 'here' && (
        <audio
          ref={sound}
          src={shown.url}
          preload="metadata"
          autoPlay={whenAsked}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => {
            setPlaying(false);
            setAtMs(0);
          }}
          onTimeUpdate={(event) => setAtMs(event.currentTarget.currentTime * 1000)}
          onError={() => setUnplayable(true)}
        />
      )}
    </div>
  );
}
