/** Language, look and size of text. Everything changes at the tap; drafts are not touched. */
import { keepPreferences, textSizes, themes, type Preferences } from '../../platform/preferences.ts';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';
import { LanguageChoice } from './language-choice.tsx';

export default function SettingsScreen() {
  const t = useText();
  const { preferences } = useApp();

  function change(part: Partial<Preferences>): void {
    preferences.value = { ...preferences.value, ...part };
    keepPreferences(preferences.value);
  }

  return (
    <Screen title={t('settings.title')} back="/more">
      <LanguageChoice />
      <ChoiceOne
        legend={t('settings.theme')}
        options={themes.map((theme) => ({
          value: theme,
          label: t(`settings.theme.${theme}`),
          ...(theme === 'sun' ? { hint: t('settings.theme.sun.what') } : {}),
        }))}
        value={preferences.value.theme}
        onChange={(theme) => change({ theme })}
      />
      <ChoiceOne
        legend={t('settings.size')}
        options={textSizes.map((size) => ({ value: size, label: t(`settings.size.${size}`) }))}
        value={preferences.value.textSize}
        onChange={(textSize) => change({ textSize })}
      />
    </Screen>
  );
}
