/** Shown when the storage of this phone cannot be opened, or works no more: what is safe and what to do. */
import { WentWrongArt } from '../../ui/art/went-wrong.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';

/** `why` says what was found out; or it is the browser's own reason, for whoever helps. */
export function OutOfReach({ why }: { why: string }) {
  const t = useText();
  const known = why === 'removed' || why === 'newer-app';
  return (
    <Screen
      title={known ? t(`app.reach.${why}`) : t('app.reach.title')}
      actions={
        <Button kind="primary" onClick={() => location.reload()}>
          {t('app.error.reload')}
        </Button>
      }
    >
      <WentWrongArt />
      <p>{known ? t(`app.reach.${why}.what`) : t('app.reach.why')}</p>
      {!known && (
        <details>
          <summary>{t('app.reach.detail')}</summary>
          <code>{why}</code>
        </details>
      )}
    </Screen>
  );
}
