/** Something that takes a while: how far it is, what is safe meanwhile, and a way to stop it. */
import { useId } from 'preact/hooks';
import { Button } from '../../../ui/parts/button.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { Progress } from '../data.ts';
import styles from './takeaway.module.css';

/** Records are counted in steps: drawing each would take longer than reading it. */
const STEP = 50;

/** Whether the screen should draw this much progress. */
export function worthShowing({ stage, done, total }: Progress): boolean {
  return stage === 'attachments' || done % STEP === 0 || done === total;
}

interface WorkProps {
  progress: Progress | null;
  /** What is safe while it runs. */
  safe?: string | undefined;
  onStop(): void;
}

export function WorkUnderWay({ progress, safe, onStop }: WorkProps) {
  const t = useText();
  const id = useId();
  const { done, total } = progress ?? { done: 0, total: null };
  return (
    <div class={styles.work}>
      <progress
        class={styles.progress}
        aria-labelledby={id}
        max={total ?? undefined}
        value={total === null ? undefined : done}
      />
      <p id={id}>{sayProgress(t, progress)}</p>
      {safe !== undefined && <p>{safe}</p>}
      <Button onClick={onStop}>{t('takeaway.stop')}</Button>
    </div>
  );
}

function sayProgress(t: ReturnType<typeof useText>, progress: Progress | null): string {
  if (progress === null || progress.done === 0) return t('takeaway.work.begin');
  const { stage, done, total } = progress;
  if (stage === 'records') return t('takeaway.work.records', { count: done });
  return t('takeaway.work.media', { done, total: total ?? done });
}
