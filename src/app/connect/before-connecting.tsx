/** Before anything is sent: what this place will see and what it will not, and who can read there. */
import { useRef, useState } from 'preact/hooks';
import { PrivateIcon, SharedIcon } from '../../ui/icons/state.tsx';
import { bringTo } from '../../ui/parts/bring-to.ts';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLive } from '../../ui/use-live.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { settingsOf } from '../sync/settings-of.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { carriedWith } from './carried-by.ts';
import { ConnectTroubleNotice } from './connect-trouble-notice.tsx';
import { GoesOut } from './goes-out.tsx';
import { NameQuestion, type ShowName } from './name-question.tsx';
import type { ConnectTrouble, LoginPlan, Plan } from './plan.ts';
import { Readers } from './readers.tsx';
import type { Busy } from './use-connect.ts';
import { whatGoesOut } from './what-goes-out.ts';

interface BeforeConnectingProps {
  desk: SyncDesk;
  plan: Plan;
  busy: Busy;
  trouble: ConnectTrouble | null;
  onBack(): void;
  onConnect(showName: boolean): void;
}

export function BeforeConnecting({ desk, plan, busy, trouble, onBack, onConnect }: BeforeConnectingProps) {
  const t = useText();
  const { store, owner, records } = useServices();
  const carries = carriedWith(desk.connections.value, plan);
  const what = useLoaded(() => whatGoesOut(store, records, carries), [store, records, carries]);
  const me = useLive(() => store.watch(owner.personId), [store, owner]);
  /** What to show, once it is known whether the name is a question too: whoever is quick would not be asked. */
  const ready = me === undefined ? undefined : what;
  const asksName = me?.status === 'ok' && me.version.audience === 'me';
  const [name, setName] = useState<ShowName | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLDivElement>(null);
  const place = plan.by === 'code' ? new URL(plan.address).host : plan.settings.name;

  function connect(): void {
    setAsked(true);
    if (asksName && name === undefined) bringTo(question.current);
    else onConnect(name === 'yes');
  }

  return (
    <Screen
      title={t('connect.look', { place })}
      lead={t('connect.look.lead')}
      step={`look ${plan.by}`}
      actions={
        <>
          <Button compact disabled={busy === 'keeping'} onClick={onBack}>
            {t('ui.back')}
          </Button>
          <Button kind="primary" busy={busy !== false || !ready} onClick={connect}>
            {t('connect.connect')}
          </Button>
        </>
      }
    >
      {trouble !== null && <ConnectTroubleNotice trouble={trouble} />}
      {plan.by === 'login' && plan.beside && (
        <AnotherOrganisation name={plan.settings.name} beside={plan.beside} />
      )}
      {!ready ? (
        <Loading rows={4} />
      ) : (
        <>
          <Card title={t('connect.sees')} icon={SharedIcon}>
            <GoesOut what={ready} />
            <p>{t(carries === 'everything' ? 'connect.sees.more' : 'connect.sees.mine')}</p>
          </Card>
          <Card title={t('connect.hidden')} icon={PrivateIcon}>
            <p>{t('connect.hidden.count', { count: ready.alone })}</p>
            <p>{t('connect.hidden.what')}</p>
          </Card>
          <Readers hub={plan.by === 'code' || plan.settings.member !== undefined} />
        </>
      )}
      {asksName && (
        <NameQuestion
          value={name}
          onChange={setName}
          asked={asked}
          place={question}
          hint={t('connect.name.what')}
        />
      )}
    </Screen>
  );
}

/** The code was taken for one of the organisation that is connected already, and is another's. */
function AnotherOrganisation({ name, beside }: { name: string; beside: NonNullable<LoginPlan['beside']> }) {
  const t = useText();
  const old = settingsOf(beside)?.name ?? t('connect.nameless');
  return (
    <Notice
      kind="attention"
      live="alert"
      title={t('connect.another', { name })}
      actions={
        beside.carries === 'everything' && (
          <LinkButton href={`/connection/${beside.id}`}>{t('connect.another.old', { old })}</LinkButton>
        )
      }
    >
      <p>{t('connect.another.what', { name, old })}</p>
      {beside.carries === 'everything' && <p>{t('connect.another.end', { name, old })}</p>}
    </Notice>
  );
}
