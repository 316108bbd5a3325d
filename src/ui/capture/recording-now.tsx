/** What is to be seen while a recording runs: that it hears you, how long it has been, how long is left. */
import { useEffect, useState } from 'preact/hooks';
import type { VoiceTake } from '../../core/device.ts';
import { VisuallyHidden } from '../parts/visually-hidden.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { lengthOfSound } from './length-of-sound.ts';
import styles from './recording-now.module.css';

interface RecordingNowProps {
  take: VoiceTake;
  /** When it began, on the environment's clock. */
  since: number;
  limitMs: number;
}

const bars = 28;
const barWidth = 6;
const barStep = 10;
const tall = 48;

export function RecordingNow({ take, since, limitMs }: RecordingNowProps) {
  const t = useText();
  const { environment } = useServices();
  const [elapsed, setElapsed] = useState(0);
  const [levels, setLevels] = useState<number[]>([]);

  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const look = () => {
      setElapsed(Math.min(limitMs, Math.max(0, environment.now() - since)));
      setLevels((before) => [...before, take.level()].slice(-bars));
    };
    const timer = setInterval(look, calm ? 1000 : 120);
    return () => clearInterval(timer);
  }, [take, since, limitMs, environment]);

  const left = Math.ceil((limitMs - elapsed) / 1000);
  const warning = [10, 30].find((seconds) => left <= seconds && seconds * 1000 < limitMs);
  return (
    <div class={styles.now}>
      <svg
        class={styles.levels}
        viewBox={`0 0 ${bars * barStep} ${tall}`}
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: bars }, (_, at) => {
          const level = levels[at + levels.length - bars] ?? 0;
          const height = Math.max(barWidth, level * tall);
          return (
            <rect
              key={at}
              x={at * barStep + 2}
              y={(tall - height) / 2}
              width={barWidth}
              height={height}
              rx={barWidth / 2}
            />
          );
        })}
      </svg>
      <p class={styles.time}>
        <span class={styles.dot} />
        <span role="timer">{lengthOfSound(elapsed)}</span>
        <span class={styles.limit}>{`/ ${lengthOfSound(limitMs)}`}</span>
      </p>
      {warning !== undefined && (
        <p class={styles.left} aria-hidden="true">
          {t('capture.voice.left', { count: left })}
        </p>
      )}
      <VisuallyHidden>
        <span role="status">{warning === undefined ? '' : t('capture.voice.left', { count: warning })}</span>
      </VisuallyHidden>
    </div>
  );
}
