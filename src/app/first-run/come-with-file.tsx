/** First run with a file: the same person goes on, with everything that is in it. */
import { Button } from '../../ui/parts/button.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';

export function ComeWithFile({ onBack }: { onBack(): void }) {
  const t = useText();
  return (
    <Screen
      title={t('first.file')}
      step="file"
      actions={
        <Button compact onClick={onBack}>
          {t('ui.back')}
        </Button>
      }
    >
      <p>{t('more.bringIn.what')}</p>
    </Screen>
  );
}
