/** How far along: a line with a leaf for each step done, and the words "2 of 6". */
import styles from './progress-dots.module.css';

export interface ProgressDotsProps {
  /** The step shown now, from 1. */
  current: number;
  total: number;
  /** Steps that have an answer (or were left out on purpose), from 1. Default: all before the current one. */
  done?: readonly number[] | undefined;
  /** The same in words. */
  label: string;
}

export function ProgressDots({ current, total, done, label }: ProgressDotsProps) {
  const steps = Array.from({ length: total }, (_, index) => index + 1);
  const isDone = (step: number) => (done === undefined ? step < current : done.includes(step));
  return (
    <div class={styles.progress}>
      <div class={styles.line} aria-hidden="true">
        {steps.map((step) => (
          <span class={styles.dot} key={step} data-done={isDone(step)} data-current={step === current} />
        ))}
      </div>
      <p class={styles.words}>{label}</p>
    </div>
  );
}
