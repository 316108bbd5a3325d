/** Says that the hub could not be asked, or would not, and what to do; with a way to ask again. */
import { Button } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { HubTrouble } from './hub-trouble.ts';

interface HubTroubleNoticeProps {
  trouble: HubTrouble;
  /** Left out where there is nothing to ask again. */
  onAgain?: (() => void) | undefined;
}

export function HubTroubleNotice({ trouble, onAgain }: HubTroubleNoticeProps) {
  const t = useText();
  return (
    <Notice
      kind="attention"
      live="alert"
      title={t(`access.trouble.${trouble}`)}
      actions={onAgain && <Button onClick={onAgain}>{t('access.trouble.again')}</Button>}
    >
      <p>{t(`access.trouble.${trouble}.do`)}</p>
    </Notice>
  );
}
