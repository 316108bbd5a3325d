/** Why it is not connected: what happened, what is safe, what to do. */
import { Notice } from '../../ui/parts/notice.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { ConnectTrouble } from './plan.ts';

export function ConnectTroubleNotice({ trouble }: { trouble: ConnectTrouble }) {
  const t = useText();
  return (
    <Notice kind="attention" live="alert" brought title={t(`connect.trouble.${trouble}`)}>
      <p>{t(`connect.trouble.${trouble}.do`)}</p>
    </Notice>
  );
}
