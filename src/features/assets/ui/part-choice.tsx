/** Which of the three it is: head, hand or heart, each said in a line and to be heard. */
import { SpeakButton } from '../../../ui/capture/speak-button.tsx';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { parts, type Part } from '../model/asset.ts';
import { partIcons } from './part-look.ts';
import styles from './part-choice.module.css';

interface PartChoiceProps {
  value: Part | null;
  onChange: (part: Part) => void;
  /** What is still to be done, where this was left open. */
  error?: string | undefined;
}

export function PartChoice({ value, onChange, error }: PartChoiceProps) {
  const t = useText();
  const options = parts.map((part) => ({
    value: part,
    label: t(`assets.name.${part}`),
    hint: t(`assets.means.${part}`),
    icon: partIcons[part],
  }));
  const read = options.map(({ label, hint }) => `${label}: ${hint}.`).join(' ');
  return (
    <div class={styles.choice}>
      <ChoiceOne
        legend={t('assets.which')}
        hint={
          <span role="alert" class={styles.error}>
            {error}
          </span>
        }
        look="tiles"
        heardElsewhere
        options={options}
        value={value ?? undefined}
        onChange={onChange}
      />
      <div class={styles.hear}>
        <SpeakButton text={`${t('assets.which')} ${read}`} label={t('assets.which.hear')} />
      </div>
    </div>
  );
}
