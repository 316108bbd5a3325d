/** Private or shared, as an icon and a word, for lists and beside versions. */
import type { Audience } from '../../core/version.ts';
import { PrivateIcon, SharedIcon } from '../icons/state.tsx';
import { useText } from '../text/use-text.ts';
import styles from './audience-mark.module.css';

export function AudienceMark({ audience }: { audience: Audience }) {
  const t = useText();
  return (
    <span class={styles.mark}>
      {audience === 'me' ? <PrivateIcon /> : <SharedIcon />}
      {t(`record.audience.${audience}`)}
    </span>
  );
}
