/** The codes that nobody has used yet: for whom, from whom and until when, never the code itself; and taking one back. */
import { useRef, useState } from 'preact/hooks';
import { usePerson } from '../../features/people/ui/use-person.ts';
import type { OpenInvitation } from '../../sync/protocol/hub-api.ts';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { ConfirmDialog } from '../../ui/parts/dialog.tsx';
import { Row } from '../../ui/parts/layout.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { takeFocus } from '../../ui/parts/take-focus.ts';
import { useServices } from '../../ui/services.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import type { HubConnection } from '../people/hub-connection.ts';
import { useOpenCodes } from './use-open-codes.ts';

/** How many are shown at first, and more at each step. */
const STEP = 5;

interface OpenCodesProps {
  hub: HubConnection;
  /** Only those for this person; left out: all that are shown to whoever asks. */
  person?: string | undefined;
  /** Another one: something was changed that may have ended some. */
  renewed?: unknown;
}

export function OpenCodes({ hub, person, renewed }: OpenCodesProps) {
  const t = useText();
  const announce = useAnnounce();
  const { owner } = useServices();
  const { codes: all, busy, trouble, used, look, takeBack } = useOpenCodes(hub, renewed);
  const title = useRef<HTMLHeadingElement>(null);
  const [limit, setLimit] = useState(STEP);
  const [asking, setAsking] = useState<OpenInvitation | null>(null);
  const codes = all?.filter(({ personId }) => person === undefined || personId === person);

  function end(code: OpenInvitation): void {
    takeBack(code, (taken) => {
      if (taken) announce(t('invite.open.take.done'), { shown: true });
      takeFocus(title.current);
    });
  }

  return (
    <Card title={t('invite.open')} titleRef={title}>
      {codes === undefined && trouble === null && <Loading rows={2} />}
      {used && (
        <Notice kind="attention" live="alert" title={t('invite.open.used')}>
          {used.personId === owner.personId ? (
            <>
              <p>{t('invite.open.used.own')}</p>
              <LinkButton href={`/connection/${hub.id}`}>{t('connect.phones')}</LinkButton>
            </>
          ) : (
            <p>{t('invite.open.used.do')}</p>
          )}
        </Notice>
      )}
      {trouble !== null && (
        <>
          <div role="status">
            <p>{t(`access.trouble.${trouble}`)}</p>
            <p>{t(`access.trouble.${trouble}.do`)}</p>
          </div>
          <Button onClick={look}>{t('access.trouble.again')}</Button>
        </>
      )}
      {codes?.length === 0 && <p>{t('invite.open.none')}</p>}
      {codes && codes.length > 0 && (
        <>
          <p>{t('invite.open.what')}</p>
          <List>
            {codes.slice(0, limit).map((code) => (
              <OpenCode key={code.id} code={code} busy={busy} onTakeBack={() => setAsking(code)} />
            ))}
          </List>
          {codes.length > limit && <Button onClick={() => setLimit(limit + STEP)}>{t('sync.more')}</Button>}
        </>
      )}
      <ConfirmDialog
        open={asking !== null}
        title={t('invite.open.take.title')}
        confirmLabel={t('invite.open.take')}
        cancelLabel={t('invite.open.take.leave')}
        onConfirm={() => {
          setAsking(null);
          if (asking) end(asking);
        }}
        onCancel={() => setAsking(null)}
      >
        <p>{t('invite.open.take.what')}</p>
      </ConfirmDialog>
    </Card>
  );
}

interface OpenCodeProps {
  code: OpenInvitation;
  busy: boolean;
  onTakeBack(): void;
}

function OpenCode({ code, busy, onTakeBack }: OpenCodeProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { owner } = useServices();
  const { role, sites, personId, madeBy, madeAt, expiresAt } = code;
  const whose = useName(personId);
  const maker = useName(madeBy);
  const moment = sayMoment(language, madeAt);
  const as = { role: t(`record.role.${role}`), sites: sites.map(({ name }) => name).join(', ') };
  return (
    <ListRow
      title={
        personId === undefined
          ? t('invite.open.new')
          : personId === owner.personId
            ? t('invite.open.own')
            : whose
      }
      detail={t(sites.length > 0 ? 'invite.open.as.at' : 'invite.open.as', as)}
      state={t('invite.open.until', { moment: sayMoment(language, expiresAt) })}
      below={
        <>
          <p>
            {madeBy === undefined
              ? t('invite.open.byHub', { moment })
              : madeBy === owner.personId
                ? t('invite.open.byYou', { moment })
                : t('invite.open.by', { name: maker, moment })}
          </p>
          <Row>
            <Button compact busy={busy} onClick={onTakeBack}>
              {t('invite.open.take')}
            </Button>
          </Row>
        </>
      }
    />
  );
}

/** What somebody is called, as far as this phone knows it; nothing until that is known. */
function useName(id: string | undefined): string {
  const t = useText();
  const who = usePerson(id ?? '');
  return who === undefined ? '' : (who?.body.name ?? t('people.nameless'));
}
