/** Before anything is sent: what this place will see and what it will not, and who can read there. */
import { useState } from 'preact/hooks';
import { PeopleIcon } from '../../ui/icons/go.tsx';
import { PrivateIcon, SharedIcon } from '../../ui/icons/state.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLive } from '../../ui/use-live.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { carriedByNext } from './carried-by.ts';
import { ConnectTroubleNotice } from './connect-trouble-notice.tsx';
import { GoesOut } from './goes-out.tsx';
import type { ConnectTrouble, Plan } from './plan.ts';
import { whatGoesOut } from './what-goes-out.ts';

interface BeforeConnectingProps {
  desk: SyncDesk;
  plan: Plan;
  busy: boolean;
  trouble: ConnectTrouble | null;
  onBack(): void;
  onConnect(showName: boolean): void;
}

export function BeforeConnecting({ desk, plan, busy, trouble, onBack, onConnect }: BeforeConnectingProps) {
  const t = useText();
  const { store, owner, records } = useServices();
  const carries = carriedByNext(desk.connections.value);
  const what = useLoaded(() => whatGoesOut(store, records, carries), [store, records, carries]);
  const me = useLive(() => store.watch(owner.personId), [store, owner]);
  const asksName = me?.status === 'ok' && me.version.audience === 'me';
  const [name, setName] = useState<'yes' | 'no' | undefined>(undefined);
  const [asked, setAsked] = useState(false);
  const place = plan.by === 'code' ? new URL(plan.address).host : plan.settings.name;

  function connect(): void {
    setAsked(true);
    if (!asksName || name !== undefined) onConnect(name === 'yes');
  }

  return (
    <Screen
      title={t('connect.look', { place })}
      lead={t('connect.look.lead')}
      step={`look ${trouble ?? ''}`}
      actions={
        <>
          <Button compact onClick={onBack}>
            {t('ui.back')}
          </Button>
          <Button kind="primary" busy={busy || what === undefined} onClick={connect}>
            {t('connect.connect')}
          </Button>
        </>
      }
    >
      {trouble !== null && <ConnectTroubleNotice trouble={trouble} />}
      {what === undefined ? (
        <Loading rows={4} />
      ) : (
        <>
          <Card title={t('connect.sees')} icon={SharedIcon}>
            <GoesOut what={what} />
            <p>{t(carries === 'everything' ? 'connect.sees.more' : 'connect.sees.mine')}</p>
          </Card>
          <Card title={t('connect.hidden')} icon={PrivateIcon}>
            <p>{t('connect.hidden.count', { count: what.alone })}</p>
            <p>{t('connect.hidden.what')}</p>
          </Card>
        </>
      )}
      <Card title={t('connect.readers')} icon={PeopleIcon}>
        {plan.by === 'code' ? (
          <ul>
            <li>{t('connect.readers.you')}</li>
            <li>{t('connect.readers.workers')}</li>
            <li>{t('connect.readers.coordinators')}</li>
          </ul>
        ) : (
          <p>{t('connect.readers.server')}</p>
        )}
      </Card>
      {asksName && (
        <>
          <ChoiceOne
            legend={t('connect.name')}
            hint={t('connect.name.what')}
            options={[
              { value: 'yes', label: t('connect.name.yes') },
              { value: 'no', label: t('connect.name.no') },
            ]}
            value={name}
            onChange={setName}
          />
          {asked && name === undefined && (
            <Notice kind="attention" live="alert">
              <p>{t('connect.name.missing')}</p>
            </Notice>
          )}
        </>
      )}
    </Screen>
  );
}
