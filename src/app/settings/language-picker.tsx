/** A small language menu for the very first page, for somebody who cannot read the language it came up in. */
import { LanguageIcon } from '../../ui/icons/act.tsx';
import { isLanguage, languageNames, languages } from '../../ui/text/languages.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import styles from './language-picker.module.css';

export function LanguagePicker() {
  const t = useText();
  const state = useTextState();
  return (
    <label class={styles.picker}>
      <LanguageIcon label={t('settings.language')} />
      <select
        class={styles.select}
        value={state.language.value}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (isLanguage(chosen)) void state.switchTo(chosen);
        }}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
