/** `/erase-me`: everything of the person goes off this phone. What goes is said first, and what would be lost by it. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { EraseIcon, TakeAwayIcon } from '../../ui/icons/act.tsx';
import { SharedIcon } from '../../ui/icons/state.tsx';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { ChoiceMany } from '../../ui/parts/choice.tsx';
import { ConfirmDialog } from '../../ui/parts/dialog.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLive } from '../../ui/use-live.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useApp } from '../app-context.tsx';
import { leaveHubs } from '../connect/leave-hubs.ts';
import { memberOf, useHubs } from '../people/hub-connection.ts';
import { countMine, type Mine } from './count-mine.ts';

export default function EraseMeScreen() {
  const t = useText();
  const { store, records } = useServices();
  const [failed, setFailed] = useState(false);
  // Counted once: while it goes, the store is closed. Opened again where it could not go, it is another one.
  const mine = useLoaded(() => countMine(store, records), [store, records]);
  const begun = useLive(() => store.watchDrafts(), [store])?.length;
  return (
    <Screen title={t('more.eraseMe')} lead={t('eraseMe.lead')} back="/more" step={`failed ${failed}`}>
      {failed && (
        <Notice kind="attention" live="alert" title={t('eraseMe.failed')}>
          <p>{t('eraseMe.failed.what')}</p>
        </Notice>
      )}
      {mine === undefined || begun === undefined ? (
        <Loading rows={5} />
      ) : (
        <>
          <WhatGoes mine={mine} begun={begun} />
          <NowhereElse mine={mine} />
          <Notice kind="info" title={t('eraseMe.stays')}>
            <p>{t('eraseMe.stays.what')}</p>
            {mine.others > 0 && <p>{t('eraseMe.others', { count: mine.others })}</p>}
          </Notice>
          <AskTwice onFailed={setFailed} />
        </>
      )}
    </Screen>
  );
}

function WhatGoes({ mine, begun }: { mine: Mine; begun: number }) {
  const t = useText();
  const { entries, photos, recordings } = mine;
  return (
    <Card title={t('eraseMe.goes')}>
      <ul>
        {entries > 0 && <li>{t('eraseMe.entries', { count: entries })}</li>}
        {photos > 0 && <li>{t('record.erase.photos', { count: photos })}</li>}
        {recordings > 0 && <li>{t('record.erase.recordings', { count: recordings })}</li>}
        {begun > 0 && <li>{t('eraseMe.begun', { count: begun })}</li>}
        <li>{t('eraseMe.name')}</li>
        <li>{t('eraseMe.connections')}</li>
      </ul>
    </Card>
  );
}

/** What is on this phone only, and the two ways to have it elsewhere first. */
function NowhereElse({ mine: { entries, alone, notReceived } }: { mine: Mine }) {
  const t = useText();
  if (entries === 0) return null;
  const takeAway = (
    <LinkButton icon={TakeAwayIcon} href="/take-away">
      {t('eraseMe.takeAway')}
    </LinkButton>
  );
  if (alone + notReceived === 0) return takeAway;
  return (
    <Notice
      kind="attention"
      title={t('eraseMe.only')}
      actions={
        <>
          {takeAway}
          {notReceived > 0 && (
            <LinkButton icon={SharedIcon} href="/sync">
              {t('eraseMe.send')}
            </LinkButton>
          )}
        </>
      }
    >
      <ul>
        {alone > 0 && <li>{t('eraseMe.alone', { count: alone })}</li>}
        {notReceived > 0 && <li>{t('eraseMe.notReceived', { count: notReceived })}</li>}
      </ul>
      <p>{t('eraseMe.only.what')}</p>
    </Notice>
  );
}

/** A tick, a button, and a question whose first answer is the way out: no slip of a finger does all three. */
function AskTwice({ onFailed }: { onFailed(failed: boolean): void }) {
  const t = useText();
  const { state } = useApp();
  const { route } = useLocation();
  const hubs = useHubs();
  const [ticked, setTicked] = useState<'sure'[]>([]);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  async function erase(): Promise<void> {
    onFailed(false);
    setBusy(true);
    const members = hubs.map(memberOf);
    const erased = await state.eraseMe(members.length > 0 ? () => leaveHubs(members) : undefined);
    // Whoever comes next begins at their own start.
    if (erased) return route('/', true);
    setBusy(false);
    setAsking(false);
    setTicked([]);
    onFailed(true);
  }

  return (
    <>
      <ChoiceMany
        legend={t('eraseMe.before')}
        options={[{ value: 'sure', label: t('eraseMe.sure'), hint: t('eraseMe.sure.what') }]}
        values={ticked}
        onChange={setTicked}
      />
      <Button kind="danger" icon={EraseIcon} disabled={ticked.length === 0} onClick={() => setAsking(true)}>
        {t('eraseMe.ask')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('eraseMe.really')}
        confirmLabel={t('eraseMe.yes')}
        cancelLabel={t('eraseMe.no')}
        danger
        busy={busy}
        onCancel={() => {
          if (!busy) setAsking(false);
        }}
        onConfirm={() => void erase()}
      >
        <p>{t('eraseMe.really.what')}</p>
        <p>
          <strong>{t('eraseMe.noWay')}</strong>
        </p>
      </ConfirmDialog>
    </>
  );
}
