/** Third question: own or shared phone. */
import { useSignal } from '@preact/signals';
import { MeIcon } from '../../ui/icons/kinds.tsx';
import { PeopleIcon } from '../../ui/icons/go.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';

interface PhoneStepProps {
  busy: boolean;
  problem: string | undefined;
  onBegin(ownPhone: boolean): void;
  onBack(): void;
}

export function PhoneStep({ busy, problem, onBegin, onBack }: PhoneStepProps) {
  const t = useText();
  const whose = useSignal<'own' | 'shared'>('own');
  return (
    <Screen
      title={t('first.phone.title')}
      step="phone"
      actions={
        <>
          <Button compact onClick={onBack}>
            {t('ui.back')}
          </Button>
          <Button kind="primary" busy={busy} onClick={() => onBegin(whose.value === 'own')}>
            {t('first.begin')}
          </Button>
        </>
      }
    >
      <ChoiceOne
        legend={t('first.phone.title')}
        legendHidden
        options={[
          { value: 'own', label: t('first.phone.own'), hint: t('first.phone.own.what'), icon: MeIcon },
          {
            value: 'shared',
            label: t('first.phone.shared'),
            hint: t('first.phone.shared.what'),
            icon: PeopleIcon,
          },
        ]}
        value={whose.value}
        onChange={(chosen) => {
          whose.value = chosen;
        }}
      />
      <Notice kind="info">{t('first.phone.nolock')}</Notice>
      {problem && <Notice kind="attention">{problem}</Notice>}
    </Screen>
  );
}
