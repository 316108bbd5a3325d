/** What every step of an action asks for: what was said, typed or spoken, and the day of it. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { SayOrType } from '../../../ui/capture/say-or-type.tsx';
import { PastDay } from '../../../ui/record/past-day.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { AnswerDraft, OutcomeDraft } from '../model/action-draft.ts';
import type { Step } from './step-form.tsx';

type Said = Pick<AnswerDraft | OutcomeDraft, 'words' | 'voice' | 'on'>;

interface StepFieldProps {
  step: Omit<Step<Said>, 'change'> & { change: (part: Partial<Said>) => void };
  label: string;
}

export function StepWords({
  step: { draft, change, takes, onVoiceBusy },
  label,
  hint,
  error,
}: StepFieldProps & { hint: string; error?: string | undefined }) {
  const t = useText();
  return (
    <SayOrType
      label={label}
      hint={`${hint} ${t('ui.keepOut')}`}
      error={error}
      maxLength={LONGEST_TEXT}
      value={draft.words}
      onInput={(words) => change({ words })}
      voice={draft.voice ?? null}
      onVoice={(voice) => change({ voice: voice ?? undefined })}
      onVoiceBusy={onVoiceBusy}
      takes={takes}
    />
  );
}

export function StepDay({ step: { draft, change }, label }: StepFieldProps) {
  return <PastDay label={label} value={draft.on} onChange={(on) => change({ on })} />;
}
