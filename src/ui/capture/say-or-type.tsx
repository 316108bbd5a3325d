/** A question that can be answered in writing, aloud, or both. */
import type { ComponentChildren } from 'preact';
import type { AttachmentRef } from '../../core/define-record.ts';
import { TextArea, TextField } from '../parts/field.tsx';
import { useText } from '../text/use-text.ts';
import { SpeakButton } from './speak-button.tsx';
import type { FieldTakes } from './use-takes.ts';
import { VoiceField } from './voice-field.tsx';
import styles from './say-or-type.module.css';

export interface SayOrTypeProps {
  label: string;
  /** Say the label to a screen reader only, where the screen already asks the question. */
  labelHidden?: boolean | undefined;
  hint?: ComponentChildren;
  error?: string | undefined;
  value: string;
  onInput: (value: string) => void;
  onBlur?: (() => void) | undefined;
  voice: AttachmentRef | null;
  onVoice: (voice: AttachmentRef | null) => void;
  /** See `onBusy` of `VoiceField`. */
  onVoiceBusy?: ((busy: boolean) => void) | undefined;
  /** See `takes` of `VoiceField`. */
  takes?: FieldTakes | undefined;
  rows?: number | undefined;
  /** One line instead of several, for a name. */
  oneLine?: boolean | undefined;
  maxLength?: number | undefined;
  name?: string | undefined;
  /** The question as it is read aloud; the label when left out. */
  speak?: string | undefined;
}

export function SayOrType(props: SayOrTypeProps) {
  const { label, voice, onVoice, speak, labelHidden } = props;
  const t = useText();
  const box = {
    label,
    labelHidden,
    hint: props.hint,
    error: props.error,
    value: props.value,
    onInput: props.onInput,
    onBlur: props.onBlur,
    maxLength: props.maxLength,
    name: props.name,
    heardElsewhere: true,
    aside: labelHidden === true ? undefined : <SpeakButton text={speak ?? label} />,
  };
  return (
    <div class={styles.both}>
      {props.oneLine === true ? (
        <TextField {...box} enterKeyHint="done" />
      ) : (
        <TextArea {...box} rows={props.rows} />
      )}
      <VoiceField
        value={voice}
        onChange={onVoice}
        onBusy={props.onVoiceBusy}
        takes={props.takes}
        label={t('capture.voice.spoken', { label })}
        recordLabel={t('capture.voice.sayIt')}
      />
    </div>
  );
}
