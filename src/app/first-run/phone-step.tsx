/** Third question: own or shared phone. */
import { useSignal } from '@preact/signals';
import { Button } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { WhosePhone, type Whose } from './whose-phone.tsx';

interface PhoneStepProps {
  /** True where others are on this phone already. */
  others: boolean;
  busy: boolean;
  problem: string | undefined;
  onBegin(ownPhone: boolean): void;
  onBack(): void;
}

export function PhoneStep({ others, busy, problem, onBegin, onBack }: PhoneStepProps) {
  const t = useText();
  const whose = useSignal<Whose>(others ? 'shared' : 'own');
  return (
    <Screen
      title={t(others ? 'first.phone.already' : 'first.phone.title')}
      step="phone"
      heard
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
      <WhosePhone
        legendHidden
        others={others}
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
