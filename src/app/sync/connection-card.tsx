/** How one connection stands: what it does right now, when it was last heard from, and whether its clock agrees. */
import type { Connection } from '../../core/sync-store.ts';
import { whySilent } from '../../platform/why-silent.ts';
import type { SyncStatus } from '../../sync/client/sync-status.ts';
import { SharedIcon } from '../../ui/icons/state.tsx';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { Row } from '../../ui/parts/layout.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { settingsOf } from './settings-of.ts';
import type { SyncDesk } from './sync-desk.ts';

const MS_PER_MINUTE = 60_000;

export function ConnectionCard({ desk, connection }: { desk: SyncDesk; connection: Connection }) {
  const t = useText();
  const settings = settingsOf(connection);
  const standing = desk.status.value.find((one) => one.connection === connection.id);
  const name = settings?.name ?? standing?.name ?? t('connect.nameless');
  const off = standing?.clockOffMs ?? null;
  const paused = standing?.status.at === 'paused';
  /** It lets in with a code, and has no account that one could log in to. */
  const hub = settings?.member !== undefined;
  return (
    <Card icon={SharedIcon} title={name}>
      {settings === null && <p>{t('connect.unread')}</p>}
      {standing && (
        <div role="status">
          {paused && hub ? <UnknownPhone /> : <StatusWords status={standing.status} />}
          {settings && standing.status.at === 'waiting' && standing.status.why === '' && (
            <WhySilent address={settings.address} since={standing.status.until} />
          )}
        </div>
      )}
      {standing?.takesAttachments === false && <p>{t('sync.noPhotos')}</p>}
      {off !== null && (
        <Notice kind="attention" title={t('sync.clock')}>
          <p>
            {t(off > 0 ? 'sync.clock.behind' : 'sync.clock.ahead', {
              count: Math.max(1, Math.round(Math.abs(off) / MS_PER_MINUTE)),
            })}
          </p>
        </Notice>
      )}
      <Row>
        {paused && hub && (
          <LinkButton compact kind="primary" href="/connect">
            {t('sync.code')}
          </LinkButton>
        )}
        {paused && !hub && (
          <LinkButton compact kind="primary" href={`/connection/${connection.id}`}>
            {t('sync.login')}
          </LinkButton>
        )}
        {paused && (
          <Button compact onClick={() => desk.now()}>
            {t('sync.retry')}
          </Button>
        )}
        {(!paused || hub) && (
          <LinkButton compact href={`/connection/${connection.id}`}>
            {t('sync.look')}
          </LinkButton>
        )}
      </Row>
    </Card>
  );
}

function UnknownPhone() {
  const t = useText();
  return (
    <Notice kind="attention" title={t('sync.unknown')}>
      <p>{t('sync.unknown.safe')}</p>
    </Notice>
  );
}

/** No answer came at all: what can be found out about that, each time anew. */
function WhySilent({ address, since }: { address: string; since: number }) {
  const t = useText();
  const silence = useLoaded(() => whySilent(address), [address, since]);
  return silence === undefined || silence === 'away' ? null : <p>{t(`sync.silent.${silence}`)}</p>;
}

function StatusWords({ status }: { status: SyncStatus }) {
  const t = useText();
  const language = useTextState().language.value;
  const moment = (ms: number) => sayMoment(language, new Date(ms).toISOString());
  switch (status.at) {
    case 'unconnected':
      return null;
    case 'idle':
      return (
        <p>
          {status.lastAt === null ? t('sync.idle.never') : t('sync.idle', { moment: moment(status.lastAt) })}
        </p>
      );
    case 'working':
      return (
        <p>
          {status.toSend > 0
            ? t('sync.working', { sent: status.sent, count: status.toSend })
            : t('sync.looking')}
        </p>
      );
    case 'waiting':
      return (
        <>
          <p>{t('sync.waiting', { moment: moment(status.until) })}</p>
          {status.why !== '' && <p>{t('sync.why.said', { why: status.why })}</p>}
        </>
      );
    case 'offline':
      return <p>{t('sync.offline')}</p>;
    case 'paused':
      return (
        <>
          <p>{t('sync.paused')}</p>
          {status.why !== '' && <p>{t('sync.why.said', { why: status.why })}</p>}
        </>
      );
    case 'elsewhere':
      return <p>{t('sync.elsewhere')}</p>;
  }
}
