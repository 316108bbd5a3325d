/** Offers the language the person had before, where it is another one than is shown now. */
import { useSignal } from '@preact/signals';
import { LanguageIcon } from '../../ui/icons/act.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { languageNames, matchLanguage } from '../../ui/text/languages.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';

/** `languages` are BCP 47 tags, best first. */
export function OfferLanguage({ languages }: { languages: readonly string[] }) {
  const t = useText();
  const text = useTextState();
  const failed = useSignal(false);
  const before = matchLanguage(languages);
  if (languages.length === 0 || before === text.language.value) return null;
  const language = languageNames[before];

  async function change(): Promise<void> {
    failed.value = !(await text.switchTo(before));
  }

  return (
    <Notice
      title={t('come.language', { language })}
      actions={
        <Button compact icon={LanguageIcon} onClick={() => void change()}>
          {t('come.language.change', { language })}
        </Button>
      }
    >
      {failed.value && <p role="alert">{t('settings.language.failed')}</p>}
    </Notice>
  );
}
