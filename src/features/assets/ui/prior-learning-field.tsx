/** Claiming that something was learned before, what that means, and how it was learned. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { SayOrType, type SayOrTypeProps } from '../../../ui/capture/say-or-type.tsx';
import { SpeakButton } from '../../../ui/capture/speak-button.tsx';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { ChoiceMany } from '../../../ui/parts/choice.tsx';
import { Row } from '../../../ui/parts/layout.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { AssetDraft } from '../model/asset-draft.ts';

type Claim = Pick<AssetDraft, 'priorLearning' | 'priorLearningWords' | 'priorLearningVoice'>;

interface PriorLearningFieldProps extends Pick<SayOrTypeProps, 'takes' | 'onVoiceBusy'> {
  value: Claim;
  onChange: (value: Partial<Claim>) => void;
}

export function PriorLearningField({ value, onChange, takes, onVoiceBusy }: PriorLearningFieldProps) {
  const t = useText();
  return (
    <>
      <p>{t('assets.priorLearning.means')}</p>
      <Row>
        <SpeakButton text={t('assets.priorLearning.means')} label={t('assets.hear')} />
      </Row>
      <ChoiceMany
        legend={t('assets.priorLearning')}
        legendHidden
        options={[{ value: 'claimed', label: t('assets.priorLearning.claim'), icon: CheckIcon }]}
        values={value.priorLearning ? ['claimed'] : []}
        onChange={(values) => {
          // With the question goes what is being said to it: nothing waits for that.
          if (values.length === 0) onVoiceBusy?.(false);
          onChange({ priorLearning: values.length > 0 });
        }}
      />
      {value.priorLearning && (
        <SayOrType
          label={t('assets.priorLearningWords')}
          hint={`${t('assets.priorLearningWords.hint')} ${t('ui.keepOut')}`}
          value={value.priorLearningWords}
          maxLength={LONGEST_TEXT}
          onInput={(priorLearningWords) => onChange({ priorLearningWords })}
          voice={value.priorLearningVoice ?? null}
          onVoice={(voice) => onChange({ priorLearningVoice: voice ?? undefined })}
          takes={takes}
          onVoiceBusy={onVoiceBusy}
        />
      )}
    </>
  );
}
