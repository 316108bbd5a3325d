/** Second question: the language. Everything changes over at the tap. */
import { Button } from '../../ui/parts/button.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { LanguageChoice } from '../settings/language-choice.tsx';

export function LanguageStep({ onNext, onBack }: { onNext(): void; onBack(): void }) {
  const t = useText();
  return (
    <Screen
      title={t('first.language.title')}
      lead={t('first.language.lead')}
      step="language"
      heard
      actions={
        <>
          <Button compact onClick={onBack}>
            {t('ui.back')}
          </Button>
          <Button kind="primary" onClick={onNext}>
            {t('first.next')}
          </Button>
        </>
      }
    >
      <LanguageChoice legendHidden />
    </Screen>
  );
}
