/** An address that leads nowhere. */
import { NotFoundArt } from '../ui/art/not-found.tsx';
import { LinkButton } from '../ui/parts/button.tsx';
import { Screen } from '../ui/parts/screen.tsx';
import { useText } from '../ui/text/use-text.ts';

export function Lost() {
  const t = useText();
  return (
    <Screen
      title={t('app.lost.title')}
      actions={
        <LinkButton kind="primary" href="/">
          {t('app.error.home')}
        </LinkButton>
      }
    >
      <p>{t('app.lost.what')}</p>
      <NotFoundArt />
    </Screen>
  );
}
