/** "The project owes an answer, asked on …", or that it does not see this: icon and words, no alarm. */
import { TalkIcon } from '../../../ui/icons/kinds.tsx';
import { PrivateIcon } from '../../../ui/icons/state.tsx';
import { sayShortDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import styles from './waiting.module.css';

/** `since`: when the project was asked, a day or a moment; null where it was not. */
export function Waiting({ since }: { since: string | null }) {
  const t = useText();
  const language = useTextState().language.value;
  return (
    <span class={styles.waiting}>
      {since === null ? <PrivateIcon /> : <TalkIcon />}
      <span>
        {since === null
          ? t('actions.unseen')
          : t('actions.owes.since', { day: sayShortDay(language, since) })}
      </span>
    </span>
  );
}
