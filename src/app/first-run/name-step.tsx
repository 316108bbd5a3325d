/** First question: the name to be called by. */
import { useSignal } from '@preact/signals';
import { WelcomeArt } from '../../ui/art/welcome.tsx';
import { Logo } from '../../ui/brand/logo.tsx';
import { BringInIcon } from '../../ui/icons/act.tsx';
import { SharedIcon } from '../../ui/icons/state.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { TextField } from '../../ui/parts/field.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { LanguagePicker } from '../settings/language-picker.tsx';
import { NameTaken } from './name-taken.tsx';
import styles from './first-run.module.css';

interface NameStepProps {
  /** Back to the people on this phone; absent where there are none. */
  onBack: (() => void) | undefined;
  name: string;
  onName(name: string): void;
  onNext(): void;
  onFile(): void;
  onCode(): void;
}

export function NameStep({ onBack, name, onName, onNext, onFile, onCode }: NameStepProps) {
  const t = useText();
  const missing = useSignal(false);
  return (
    <form
      class={styles.step}
      onSubmit={(event) => {
        event.preventDefault();
        missing.value = name.trim() === '';
        if (!missing.value) onNext();
      }}
    >
      <header class={styles.brand}>
        <Logo />
        <LanguagePicker />
      </header>
      <Screen
        title={t('first.name.title')}
        lead={t('first.name.lead')}
        heard
        actions={
          <>
            {onBack && (
              <Button compact onClick={onBack}>
                {t('ui.back')}
              </Button>
            )}
            <Button kind="primary" type="submit">
              {t('first.next')}
            </Button>
          </>
        }
      >
        <TextField
          label={t('first.name.label')}
          heardElsewhere
          value={name}
          onInput={onName}
          maxLength={60}
          // What a browser remembers of fields it keeps unsealed, and offers to the next person.
          autoComplete="off"
          enterKeyHint="next"
          error={missing.value && name.trim() === '' ? t('first.name.missing') : undefined}
        />
        {onBack && <NameTaken name={name} />}
        <div class={styles.art}>
          <WelcomeArt />
        </div>
        <Button kind="quiet" icon={SharedIcon} onClick={onCode}>
          {t('first.code')}
        </Button>
        <Button kind="quiet" icon={BringInIcon} onClick={onFile}>
          {t('first.file')}
        </Button>
      </Screen>
    </form>
  );
}
