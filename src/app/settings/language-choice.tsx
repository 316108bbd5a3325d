/** Choosing the language, each by its own name; says which ones no native speaker has checked yet. */
import { useSignal } from '@preact/signals';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { languageNames, languages, type Language } from '../../ui/text/languages.ts';
import { checkedLanguages } from '../../ui/text/load-catalog.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';

export function LanguageChoice({ legendHidden }: { legendHidden?: boolean }) {
  const t = useText();
  const state = useTextState();
  const failed = useSignal(false);

  async function choose(language: Language): Promise<void> {
    failed.value = !(await state.switchTo(language));
  }

  return (
    <>
      <ChoiceOne
        legend={t('settings.language')}
        legendHidden={legendHidden}
        options={languages.map((language) => ({
          value: language,
          label: languageNames[language],
          lang: language,
          ...(checkedLanguages.includes(language) ? {} : { hint: t('settings.language.draft') }),
        }))}
        value={state.language.value}
        onChange={(language) => void choose(language)}
      />
      {failed.value && <Notice kind="attention">{t('settings.language.failed')}</Notice>}
    </>
  );
}
