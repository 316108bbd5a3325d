/** Who sees what is being written, in one short line beside the button that saves it: nobody is to share unawares. */
import type { Audience } from '../../core/version.ts';
import { PrivateIcon, SharedIcon } from '../icons/state.tsx';
import { useText } from '../text/use-text.ts';
import styles from './audience-mark.module.css';

export function WillSee({ audience }: { audience: Audience }) {
  const t = useText();
  return (
    <span class={styles.mark}>
      {audience === 'me' ? <PrivateIcon /> : <SharedIcon />}
      {t(`record.willSee.${audience}`)}
    </span>
  );
}
