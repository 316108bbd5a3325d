/** Above a form whose space works no more: what happened, and that the words in it can be copied first. */
import { Button } from '../ui/parts/button.tsx';
import { Notice } from '../ui/parts/notice.tsx';
import { useText } from '../ui/text/use-text.ts';
import type { Loss } from './app-state.ts';

/** Nothing after 'unreachable': the form itself says which change is not kept, and trying again may help. */
export function LossNotice({ loss }: { loss: Loss | null }) {
  const t = useText();
  if (loss === null || loss === 'unreachable') return null;
  return (
    <Notice
      kind="attention"
      live="alert"
      title={t(`app.reach.${loss}`)}
      actions={
        <Button compact onClick={() => location.reload()}>
          {t('app.error.reload')}
        </Button>
      }
    >
      <p>{t(`app.reach.${loss}.what`)}</p>
      <p>{t('app.reach.copy')}</p>
    </Notice>
  );
}
