/** Claiming that something was learned before, what that means, and how it was learned. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { SpeakButton } from '../../../ui/capture/speak-button.tsx';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { ChoiceMany } from '../../../ui/parts/choice.tsx';
import { TextArea } from '../../../ui/parts/field.tsx';
import { Row } from '../../../ui/parts/layout.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { AssetDraft } from '../model/asset-draft.ts';

type Claim = Pick<AssetDraft, 'priorLearning' | 'priorLearningWords'>;

interface PriorLearningFieldProps {
  value: Claim;
  onChange: (value: Partial<Claim>) => void;
}

export function PriorLearningField({ value, onChange }: PriorLearningFieldProps) {
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
        onChange={(values) => onChange({ priorLearning: values.length > 0 })}
      />
      {value.priorLearning && (
        <TextArea
          label={t('assets.priorLearningWords')}
          hint={t('assets.priorLearningWords.hint')}
          value={value.priorLearningWords}
          maxLength={LONGEST_TEXT}
          onInput={(priorLearningWords) => onChange({ priorLearningWords })}
        />
      )}
    </>
  );
}
