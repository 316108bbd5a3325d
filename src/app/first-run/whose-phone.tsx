/** Own or shared phone: one question, asked at every first run. */
import { PeopleIcon } from '../../ui/icons/go.tsx';
import { MeIcon } from '../../ui/icons/kinds.tsx';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { useText } from '../../ui/text/use-text.ts';

export type Whose = 'own' | 'shared';

interface WhosePhoneProps {
  /** Where the screen's title asks it already. */
  legendHidden?: boolean;
  /** True where others are on this phone already: it is said, not asked. */
  others: boolean;
  value: Whose;
  onChange(whose: Whose): void;
}

export function WhosePhone({ legendHidden, others, value, onChange }: WhosePhoneProps) {
  const t = useText();
  if (others) {
    return (
      <Notice kind="info" title={legendHidden ? undefined : t('first.phone.already')}>
        <p>{t('first.phone.shared.what')}</p>
      </Notice>
    );
  }
  return (
    <ChoiceOne
      legend={t('first.phone.title')}
      legendHidden={legendHidden}
      options={[
        { value: 'own', label: t('first.phone.own'), hint: t('first.phone.own.what'), icon: MeIcon },
        {
          value: 'shared',
          label: t('first.phone.shared'),
          hint: t('first.phone.shared.what'),
          icon: PeopleIcon,
        },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
