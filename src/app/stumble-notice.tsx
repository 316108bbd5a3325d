/** Says that something failed that nobody expected, or that a change was lost, and that what was saved is safe. */
import { Button } from '../ui/parts/button.tsx';
import { Notice } from '../ui/parts/notice.tsx';
import { useText } from '../ui/text/use-text.ts';
import { useApp } from './app-context.tsx';

export function StumbleNotice() {
  const t = useText();
  const { stumbled } = useApp();
  if (!stumbled.value) return null;
  const lost = stumbled.value === 'change-lost';
  return (
    <Notice
      kind="attention"
      live="status"
      title={t(lost ? 'draft.lost' : 'app.stumble.title')}
      actions={
        <>
          <Button
            compact
            onClick={() => {
              stumbled.value = false;
            }}
          >
            {t('ui.close')}
          </Button>
          {!lost && (
            <Button compact onClick={() => location.reload()}>
              {t('app.error.reload')}
            </Button>
          )}
        </>
      }
    >
      <p>{t(lost ? 'draft.lost.what' : 'app.error.safe')}</p>
    </Notice>
  );
}
