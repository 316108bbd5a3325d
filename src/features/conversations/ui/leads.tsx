/** "Does something come of it?" Not now is as good an answer. */
import { ActionIcon, TalkIcon } from '../../../ui/icons/kinds.tsx';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { TalkDraft } from '../model/talk-draft.ts';

interface LeadsProps {
  value: TalkDraft['leads'];
  onChange: (value: 'action' | 'nothing-now') => void;
}

export function Leads({ value, onChange }: LeadsProps) {
  const t = useText();
  return (
    <ChoiceOne
      legend={t('conversations.ask.leads')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'action', label: t('conversations.leads.action'), icon: ActionIcon },
        { value: 'nothing-now', label: t('conversations.leads.nothing-now'), icon: TalkIcon },
      ]}
    />
  );
}
