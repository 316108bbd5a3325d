/** `/sync`: whether all that is shared has arrived, and everything that has not: why, since when, and what to do. */
import { useState } from 'preact/hooks';
import { SharedIcon } from '../../ui/icons/state.tsx';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { List } from '../../ui/parts/list-row.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLive } from '../../ui/use-live.ts';
import { ConnectionCard } from './connection-card.tsx';
import { NeedsYouCard } from './needs-you-card.tsx';
import { NewPhoneNotice } from './new-phone-notice.tsx';
import { SetAsideCard } from './set-aside-card.tsx';
import type { SyncDesk } from './sync-desk.ts';
import { keptBackRecords, waitingRecords, type WaitingRecord } from './waiting-records.ts';
import { WaitingRow } from './waiting-row.tsx';
import { WithDesk } from './with-desk.tsx';

/** How many are shown at first, and more at each step: a day in the field can leave hundreds. */
const STEP = 20;

export default function SyncScreen() {
  const t = useText();
  return (
    <WithDesk title={t('sync.title')} back="/more">
      {(desk) => <Standing desk={desk} />}
    </WithDesk>
  );
}

function Standing({ desk }: { desk: SyncDesk }) {
  const t = useText();
  const notReceived = useLive(() => desk.kept.watchNotReceived(), [desk]);
  const anyShared = useLive(() => desk.kept.watchAnyShared(), [desk]);
  const setAside = useLive(() => desk.kept.watchSetAside(), [desk]) ?? [];
  const connections = desk.connections.value;
  // What came of it is said with the connection: "all is well" beside that would be half of the truth.
  const paused = desk.status.value.some(({ status }) => status.at === 'paused');
  if (notReceived === undefined || anyShared === undefined) {
    return (
      <Screen title={t('sync.title')} back="/more">
        <Loading rows={4} />
      </Screen>
    );
  }
  const records = waitingRecords(connections.length > 0 ? notReceived : []);
  const needsYou = records.filter(({ refused }) => refused.length > 0);
  const keptBack = keptBackRecords(connections.length > 0 ? notReceived : []);
  const calm = records.filter(({ refused }) => refused.length === 0);
  const underWay = calm.filter(({ ends }) => !ends);
  const ending = calm.filter(({ ends }) => ends);
  return (
    <Screen
      title={t('sync.title')}
      back="/more"
      actions={
        connections.length === 0 ? (
          <LinkButton kind="primary" icon={SharedIcon} href="/connect">
            {t('sync.connect')}
          </LinkButton>
        ) : (
          <Button kind="primary" onClick={() => desk.now()}>
            {t('sync.now')}
          </Button>
        )
      }
    >
      {connections.map((connection) => (
        <NewPhoneNotice key={connection.id} connection={connection} />
      ))}
      {connections.length === 0 && (
        <Notice kind="safe" title={t('sync.unconnected')}>
          <p>{t('sync.unconnected.what')}</p>
        </Notice>
      )}
      {connections.length > 0 && !paused && records.length + keptBack.length === 0 && (
        <Notice kind="safe" title={t(anyShared ? 'sync.all' : 'sync.none')}>
          <p>{t(anyShared ? 'sync.all.what' : 'sync.none.what')}</p>
        </Notice>
      )}
      {needsYou.length > 0 && <NeedsYou desk={desk} records={needsYou} />}
      {ending.length > 0 && <Calm which="ending" records={ending} />}
      {underWay.length > 0 && <Calm which="underWay" records={underWay} />}
      {connections.map((connection) => (
        <ConnectionCard key={connection.id} desk={desk} connection={connection} />
      ))}
      {connections.length > 0 && <LinkButton href="/connect">{t('sync.another')}</LinkButton>}
      {keptBack.length > 0 && <Calm which="keptBack" records={keptBack} />}
      {setAside.length > 0 && (
        <section aria-labelledby="set-aside">
          <h2 id="set-aside">{t('sync.aside', { count: setAside.length })}</h2>
          <p>{t('sync.aside.what')}</p>
          {setAside.map((one) => (
            <SetAsideCard key={one.key} desk={desk} one={one} />
          ))}
        </section>
      )}
    </Screen>
  );
}

function NeedsYou({ desk, records }: { desk: SyncDesk; records: readonly WaitingRecord[] }) {
  const t = useText();
  const [limit, setLimit] = useState(STEP);
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">{t('sync.needsYou', { count: records.length })}</h2>
      <p>{t('sync.needsYou.what')}</p>
      {records.slice(0, limit).map((record) => (
        <NeedsYouCard key={record.id} desk={desk} record={record} />
      ))}
      {records.length > limit && <More onMore={() => setLimit(limit + STEP)} />}
    </section>
  );
}

/** Records that nobody has to do anything about. */
function Calm({
  which,
  records,
}: {
  which: 'underWay' | 'ending' | 'keptBack';
  records: readonly WaitingRecord[];
}) {
  const t = useText();
  const [limit, setLimit] = useState(STEP);
  return (
    <section aria-labelledby={which}>
      <h2 id={which}>{t(`sync.${which}`, { count: records.length })}</h2>
      <p>{t(`sync.${which}.what`)}</p>
      <List>
        {records.slice(0, limit).map((record) => (
          <WaitingRow key={record.id} record={record} />
        ))}
      </List>
      {records.length > limit && <More onMore={() => setLimit(limit + STEP)} />}
    </section>
  );
}

function More({ onMore }: { onMore: () => void }) {
  const t = useText();
  return <Button onClick={onMore}>{t('sync.more')}</Button>;
}
