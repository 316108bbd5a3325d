/** "The project owes an answer, asked on …": icon and words, no alarm. */
import { TalkIcon } from '../../../ui/icons/kinds.tsx';
import { sayShortDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import styles from './waiting.module.css';

/** `since`: when the project was asked, a day or a moment. */
export function Waiting({ since }: { since: string }) {
  const t = useText();
  const language = useTextState().language.value;
  return (
    <span class={styles.waiting}>
      <TalkIcon />
      <span>{t('actions.owes.since', { day: sayShortDay(language, since) })}</span>
    </span>
  );
}
