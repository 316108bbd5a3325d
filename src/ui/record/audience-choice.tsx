/** "Who may see it" in a form, before anything is saved: only me, or my garden team. */
import type { Audience } from '../../core/version.ts';
import { PrivateIcon, SharedIcon } from '../icons/state.tsx';
import { ChoiceOne } from '../parts/choice.tsx';
import { useText } from '../text/use-text.ts';

interface AudienceChoiceProps {
  value: Audience;
  onChange: (audience: Audience) => void;
  /** Under the question, where the choice means something more here. */
  hint?: string | undefined;
}

export function AudienceChoice({ value, onChange, hint }: AudienceChoiceProps) {
  const t = useText();
  return (
    <ChoiceOne
      legend={t('record.audience.title')}
      hint={hint}
      value={value}
      onChange={onChange}
      options={[
        {
          value: 'me',
          label: t('record.audience.me'),
          hint: t('record.audience.me.means'),
          icon: PrivateIcon,
        },
        {
          value: 'team',
          label: t('record.audience.team'),
          hint: t('record.audience.team.means'),
          icon: SharedIcon,
        },
      ]}
    />
  );
}
