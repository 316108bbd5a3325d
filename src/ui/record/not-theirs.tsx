/** Instead of a form: these words are somebody else's, and stay as they are. */
import { LinkButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { useText } from '../text/use-text.ts';

/** `page`: where they can be read. */
export function NotTheirs({ page }: { page: string }) {
  const t = useText();
  return (
    <Screen title={t('record.edit')} back={page}>
      <Notice>
        <p>{t('record.theirs')}</p>
      </Notice>
      <LinkButton href={page} kind="primary">
        {t('record.gone.back')}
      </LinkButton>
    </Screen>
  );
}
