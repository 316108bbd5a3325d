/** A record that an endpoint does not take: why, since when, and the ways out. Nothing of it is lost meanwhile. */
import { changeAudience } from '../../core/record-commands.ts';
import type { Kept, NotReceived, VersionKey } from '../../core/sync-store.ts';
import { TakeRecordAway } from '../../features/takeaway/ui/take-record-away.tsx';
import { PenIcon, UndoIcon } from '../../ui/icons/act.tsx';
import { OnPhoneIcon, PrivateIcon } from '../../ui/icons/state.tsx';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { DeliveryState } from '../../ui/parts/delivery-state.tsx';
import { Row } from '../../ui/parts/layout.tsx';
import { kindIcon, useKindWord } from '../../ui/record/kind-look.tsx';
import { isStillEnding } from '../../ui/record/still-ending.ts';
import { CommandTrouble, useCommand } from '../../ui/record/use-command.tsx';
import { useServices } from '../../ui/services.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';
import { editPlace } from './edit-place.ts';
import { keptAsWritten } from './kept-as-written.ts';
import { settingsOf } from './settings-of.ts';
import type { SyncDesk } from './sync-desk.ts';
import { useRecordTitle } from './use-record-title.ts';
import type { WaitingRecord } from './waiting-records.ts';

export function NeedsYouCard({ desk, record }: { desk: SyncDesk; record: WaitingRecord }) {
  const t = useText();
  const language = useTextState().language.value;
  const word = useKindWord();
  const announce = useAnnounce();
  const { version: appVersion } = useApp();
  const { store, owner, records } = useServices();
  const { busy, trouble, run } = useCommand();
  const { title, href, version } = useRecordTitle(record);
  const mine = version?.author.id === owner.personId;
  const kind = records.get(record.kind);
  const edit = editPlace(record);

  function retry(): void {
    run(
      async () => keptAsWritten(await atEach(record.refused, desk.kept.retry)),
      () => {
        announce(t('sync.retry.done'), { shown: true });
        desk.now();
      },
    );
  }

  function keepBack(): void {
    run(
      async () => keptAsWritten(await atEach(record.refused, desk.kept.keepBack)),
      () => announce(t('sync.keepBack.done'), { shown: true }),
    );
  }

  return (
    <Card level={3} icon={kindIcon(record.kind)} title={title ?? word(record.kind)}>
      <p>
        <DeliveryState state="needs-you" label={t('record.delivery.needs-you')} />
      </p>
      {reasonsOf(record.refused).map(({ reason, why }) => (
        <div key={`${reason} ${why}`}>
          <p>{t(`sync.why.${reason}`)}</p>
          {why !== '' && <p>{t('sync.why.said', { why })}</p>}
        </div>
      ))}
      {desk.connections.value.length > 1 && (
        <p>{t('sync.refusedBy', { names: refusedBy(desk, record, t) })}</p>
      )}
      <p>{t('sync.since', { moment: sayMoment(language, record.since) })}</p>
      <Row>
        <Button compact icon={UndoIcon} busy={busy} onClick={retry}>
          {t('sync.retry')}
        </Button>
        {mine && edit !== null ? (
          <LinkButton compact icon={PenIcon} href={edit}>
            {t('sync.mend')}
          </LinkButton>
        ) : (
          <LinkButton compact href={href}>
            {t('sync.open')}
          </LinkButton>
        )}
        <TakeRecordAway id={record.id} appVersion={appVersion} />
        {mine && version?.audience === 'team' && kind && (
          <Button
            compact
            icon={PrivateIcon}
            busy={busy}
            onClick={() =>
              run(
                () => changeAudience(store, version, 'me', kind),
                async () => {
                  const waits = await isStillEnding(store, record.id);
                  announce(t(`record.audience.now.${waits ? 'ending' : 'me'}`), { shown: true });
                },
              )
            }
          >
            {t('sync.keep')}
          </Button>
        )}
        <Button compact icon={OnPhoneIcon} busy={busy} onClick={keepBack}>
          {t('sync.keepBack')}
        </Button>
      </Row>
      <CommandTrouble trouble={trouble} />
    </Card>
  );
}

/** Each reason once, however many versions it holds up. */
function reasonsOf(refused: readonly NotReceived[]) {
  const reasons = refused.flatMap(({ refused: one }) => (one ? [one] : []));
  return [...new Map(reasons.map((one) => [`${one.reason} ${one.why}`, one])).values()];
}

/** The places that did not take it, by name. */
function refusedBy(desk: SyncDesk, { refused }: WaitingRecord, t: ReturnType<typeof useText>): string {
  const by = new Set(refused.map(({ connection }) => connection));
  const names = desk.connections.value.filter(({ id }) => by.has(id)).map((one) => settingsOf(one)?.name);
  return names.map((name) => name ?? t('connect.nameless')).join(', ');
}

/** With what each connection refused, connection by connection. */
async function atEach(
  refused: readonly NotReceived[],
  act: (connection: string, keys: readonly VersionKey[]) => Promise<Kept>,
): Promise<Kept> {
  for (const connection of new Set(refused.map((one) => one.connection))) {
    const keys = refused.filter((one) => one.connection === connection).map(({ id, rev }) => ({ id, rev }));
    const kept = await act(connection, keys);
    if (kept.status !== 'kept') return kept;
  }
  return { status: 'kept' };
}
