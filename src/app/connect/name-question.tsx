/** Whether those one connects to shall see one's name: asked before anything is sent, with nothing chosen for anybody. */
import type { Ref } from 'preact';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { useText } from '../../ui/text/use-text.ts';

export type ShowName = 'yes' | 'no';

interface NameQuestionProps {
  value: ShowName | undefined;
  onChange(chosen: ShowName): void;
  /** True once it was gone on without an answer. */
  asked: boolean;
  /** What is brought into view then. */
  place: Ref<HTMLDivElement>;
  hint: string;
}

export function NameQuestion({ value, onChange, asked, place, hint }: NameQuestionProps) {
  const t = useText();
  return (
    <div ref={place}>
      <ChoiceOne
        legend={t('connect.name')}
        hint={hint}
        error={asked && value === undefined ? t('connect.name.missing') : undefined}
        options={[
          { value: 'yes', label: t('connect.name.yes') },
          { value: 'no', label: t('connect.name.no') },
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
