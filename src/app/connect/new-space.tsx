/** A new space on this phone for whoever a code is for: the name, whose phone it is, and then what was begun elsewhere. */
import { useSignal } from '@preact/signals';
import type { Environment } from '../../core/environment.ts';
import type { CodeKeeper } from '../../platform/begun-codes.ts';
import { Button } from '../../ui/parts/button.tsx';
import { TextField } from '../../ui/parts/field.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { AppState } from '../app-state.ts';
import type { PhonePerson } from '../phone-people.ts';
import { WhosePhone, type Whose } from '../first-run/whose-phone.tsx';
import { ConnectTroubleNotice } from './connect-trouble-notice.tsx';
import type { CodePlan, ConnectTrouble } from './plan.ts';
import { Readers } from './readers.tsx';

interface NewSpaceProps {
  state: AppState;
  environment: Environment;
  plan: CodePlan;
  /** Under whom the code is used. */
  kept: CodeKeeper;
  onBack(): void;
  onBegun(): void;
}

export function NewSpace({ state, environment, plan, kept, onBack, onBegun }: NewSpaceProps) {
  const t = useText();
  const name = useSignal('');
  const nameless = useSignal(false);
  const whose = useSignal<Whose>('own');
  const busy = useSignal(false);
  const trouble = useSignal<ConnectTrouble | PhonePerson | null>(null);

  async function begin(): Promise<void> {
    nameless.value = name.value.trim() === '';
    if (nameless.value || busy.peek()) return;
    busy.value = true;
    trouble.value = null;
    const { comeWithCode } = await import('./come-with-code.ts');
    const came = await comeWithCode({
      state,
      environment,
      plan,
      kept,
      name: name.value,
      ownPhone: whose.value === 'own',
    });
    busy.value = false;
    if (came.status === 'begun') onBegun();
    else trouble.value = came.status === 'here-already' ? came.person : came.trouble;
  }

  const why = trouble.value;
  return (
    <Screen
      title={t('connect.new')}
      lead={t('connect.new.lead', { place: new URL(plan.address).host })}
      step="new-space"
      actions={
        <>
          <Button compact onClick={onBack}>
            {t('ui.back')}
          </Button>
          <Button kind="primary" busy={busy.value} onClick={() => void begin()}>
            {t('connect.new.begin')}
          </Button>
        </>
      }
    >
      {typeof why === 'string' && <ConnectTroubleNotice trouble={why} />}
      {why !== null && typeof why !== 'string' && (
        <Notice
          kind="attention"
          live="alert"
          title={t('come.here')}
          actions={<Button onClick={() => void state.open(why)}>{t('come.here.open')}</Button>}
        >
          <p>{t('connect.new.here')}</p>
        </Notice>
      )}
      <TextField
        label={t('first.name.label')}
        value={name.value}
        maxLength={60}
        error={nameless.value && name.value.trim() === '' ? t('first.name.missing') : undefined}
        onInput={(typed) => {
          name.value = typed;
        }}
      />
      <WhosePhone
        value={whose.value}
        onChange={(chosen) => {
          whose.value = chosen;
        }}
      />
      <Readers hub lead={t('connect.new.sees')} />
    </Screen>
  );
}
