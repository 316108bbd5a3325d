/** Shown when the storage of this phone cannot be opened: what is safe and what to do. */
import { Button } from '../../ui/parts/button.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';

/** `why` is the browser's own reason, for whoever helps. */
export function OutOfReach({ why }: { why: string }) {
  const t = useText();
  return (
    <Screen
      title={t('app.reach.title')}
      actions={
        <Button kind="primary" onClick={() => location.reload()}>
          {t('app.error.reload')}
        </Button>
      }
    >
      <p>{t('app.reach.why')}</p>
      <details>
        <summary>{t('app.reach.detail')}</summary>
        <code>{why}</code>
      </details>
    </Screen>
  );
}
