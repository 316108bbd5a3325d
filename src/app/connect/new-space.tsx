/** A new space on this phone for whoever a code is for: the name, whose phone it is, and then what was begun elsewhere. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Environment } from '../../core/environment.ts';
import type { CodeKeeper } from '../../platform/begun-codes.ts';
import { bringTo } from '../../ui/parts/bring-to.ts';
import { Button } from '../../ui/parts/button.tsx';
import { TextField } from '../../ui/parts/field.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { AppState } from '../app-state.ts';
import type { PhonePerson } from '../phone-people.ts';
import { NameTaken } from '../first-run/name-taken.tsx';
import { othersHere } from '../first-run/others-here.ts';
import { WhosePhone, type Whose } from '../first-run/whose-phone.tsx';
import { ConnectTroubleNotice } from './connect-trouble-notice.tsx';
import { NameQuestion, type ShowName } from './name-question.tsx';
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

/** No more often: whoever listens would hear nothing but numbers. */
const TELL_EVERY_MS = 5000;

export function NewSpace({ state, environment, plan, kept, onBack, onBegun }: NewSpaceProps) {
  const t = useText();
  const name = useSignal('');
  const showName = useSignal<ShowName | undefined>(undefined);
  const tried = useSignal(false);
  const called = useRef<HTMLDivElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const [others] = useState(() => othersHere(state.phase.peek()));
  const whose = useSignal<Whose>(others ? 'shared' : 'own');
  const busy = useSignal(false);
  const trouble = useSignal<ConnectTrouble | PhonePerson | null>(null);
  /** How much has come. On a weak line with years of records it takes minutes. */
  const come = useSignal(0);
  const stands = useRef(true);
  useLayoutEffect(
    () => () => {
      stands.current = false;
    },
    [],
  );

  async function begin(): Promise<void> {
    tried.value = true;
    if (name.value.trim() === '') return bringTo(called.current);
    if (showName.value === undefined) return bringTo(question.current);
    if (busy.peek()) return;
    busy.value = true;
    trouble.value = null;
    come.value = 0;
    let saidAt = -TELL_EVERY_MS;
    const { comeWithCode } = await import('./come-with-code.ts');
    const came = await comeWithCode({
      state,
      environment,
      plan,
      kept,
      name: name.value,
      showName: showName.value === 'yes',
      ownPhone: whose.value === 'own',
      waitedFor: () => stands.current,
      came(count) {
        if (count === 0 || performance.now() - saidAt < TELL_EVERY_MS) return;
        saidAt = performance.now();
        come.value = count;
      },
    });
    busy.value = false;
    if (came.status === 'begun') onBegun();
    else if (came.status === 'here-already') trouble.value = came.person;
    else if (came.status === 'trouble') trouble.value = came.trouble;
  }

  const why = trouble.value;
  return (
    <Screen
      title={t('connect.new')}
      lead={t('connect.new.lead', { place: new URL(plan.address).host })}
      step="new-space"
      note={
        busy.value && (
          <span role="status">{come.value > 0 && t('connect.new.came', { count: come.value })}</span>
        )
      }
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
          brought
          title={t('come.here')}
          actions={<Button onClick={() => void state.open(why)}>{t('come.here.open')}</Button>}
        >
          <p>{t('connect.new.here')}</p>
        </Notice>
      )}
      <div ref={called}>
        <TextField
          label={t('first.name.label')}
          value={name.value}
          maxLength={60}
          error={tried.value && name.value.trim() === '' ? t('first.name.missing') : undefined}
          onInput={(typed) => {
            name.value = typed;
          }}
        />
      </div>
      {others && <NameTaken name={name.value} />}
      <WhosePhone
        others={others}
        value={whose.value}
        onChange={(chosen) => {
          whose.value = chosen;
        }}
      />
      <Readers hub lead={t('connect.new.sees')} />
      <NameQuestion
        value={showName.value}
        onChange={(chosen) => {
          showName.value = chosen;
        }}
        asked={tried.value}
        place={question}
        hint={`${t('connect.name.what')} ${t('connect.new.shown')}`}
      />
    </Screen>
  );
}
