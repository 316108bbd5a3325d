/** Something is being fetched: its shape, without anything that spins, and a word for the ear. */
import { useText } from '../text/use-text.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './loading.module.css';

/** `rows` is how many lines the coming thing has, about. */
export function Loading({ rows = 3 }: { rows?: number | undefined }) {
  const t = useText();
  return (
    <div class={styles.loading} role="status">
      <VisuallyHidden>{t('ui.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div class={styles.bar} key={row} />
      ))}
    </div>
  );
}
