/** Offers a newer version where it cannot disturb: never in the middle of a form. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { Button } from '../ui/parts/button.tsx';
import { Notice } from '../ui/parts/notice.tsx';
import { useText } from '../ui/text/use-text.ts';
import { useApp } from './app-context.tsx';
import { isForm } from './routes.tsx';

export function UpdateOffer() {
  const t = useText();
  const { updateWaiting, applyUpdate } = useApp();
  const { path } = useLocation();
  const later = useSignal(false);
  if (!updateWaiting.value || later.value || isForm(path)) return null;
  return (
    <Notice
      title={t('app.update.title')}
      live="status"
      actions={
        <>
          <Button
            compact
            onClick={() => {
              later.value = true;
            }}
          >
            {t('app.update.later')}
          </Button>
          <Button compact kind="primary" onClick={applyUpdate}>
            {t('app.update.now')}
          </Button>
        </>
      }
    >
      <p>{t('app.update.safe')}</p>
    </Notice>
  );
}
