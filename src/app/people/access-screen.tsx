/** `/people/:id/access`: the phones somebody is connected with, ending that, and (for a coordinator) their sites. */
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { usePerson } from '../../features/people/ui/use-person.ts';
import { OnPhoneIcon } from '../../ui/icons/state.tsx';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { ConfirmDialog } from '../../ui/parts/dialog.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { HubTroubleNotice } from '../connect/hub-trouble-notice.tsx';
import { OpenCodes } from '../invite/open-codes.tsx';
import type { HubConnection } from './hub-connection.ts';
import { TheirSites } from './their-sites.tsx';
import { useAccess, type Access } from './use-access.ts';
import { WithHub } from './with-hub.tsx';

export default function AccessScreen() {
  const t = useText();
  const id = useRoute().params['id'] ?? '';
  const back = `/people/${id}`;
  return (
    <WithHub title={t('access.row')} back={back}>
      {(hub) => <OfPerson key={`${hub.id} ${id}`} hub={hub} id={id} back={back} />}
    </WithHub>
  );
}

function OfPerson({ hub, id, back }: { hub: HubConnection; id: string; back: string }) {
  const t = useText();
  const who = usePerson(id);
  const access = useAccess(hub, id);
  const { person, trouble } = access;
  const name = who?.body.name ?? t('people.nameless');
  return (
    <Screen
      title={who === undefined ? t('access.row') : t('access.title', { name })}
      tab={t('access.row')}
      back={back}
      step={person === undefined ? 'loading' : 'here'}
    >
      {trouble !== null && (
        <HubTroubleNotice
          trouble={trouble}
          onAgain={person === undefined ? () => access.look() : undefined}
        />
      )}
      {person === undefined && trouble === null && <Loading rows={3} />}
      {person === null && (
        <Notice title={t('access.unknown')}>
          <p>{t('access.unknown.what')}</p>
        </Notice>
      )}
      {person && <Phones access={access} hub={hub} devices={person.devices} id={id} name={name} />}
      {person !== undefined && <OpenCodes hub={hub} person={id} renewed={person} />}
      {person && hub.member.role === 'coordinator' && (
        <TheirSites
          key={person.sites.map((site) => site.id).join()}
          hub={hub}
          access={access}
          has={person.sites}
        />
      )}
      {person && hub.member.role !== 'coordinator' && (
        <Card title={t('access.sites.theirs')}>
          {person.sites.length === 0 ? (
            <p>{t('access.sites.none')}</p>
          ) : (
            <ul>
              {person.sites.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          )}
          <p>{t('access.sites.more')}</p>
          <p>{t('access.sites.ask')}</p>
        </Card>
      )}
    </Screen>
  );
}

interface PhonesProps {
  access: Access;
  hub: HubConnection;
  /** Undefined where they are not for whoever asks. */
  devices: number | undefined;
  id: string;
  name: string;
}

function Phones({ access, hub, devices, id, name }: PhonesProps) {
  const t = useText();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  if (devices === undefined) {
    return (
      <Card title={t('access.phones')} icon={OnPhoneIcon}>
        <p>{t('access.phones.staff')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('access.phones')} icon={OnPhoneIcon}>
      <p>{devices === 0 ? t('access.phones.none') : t('access.phones.count', { count: devices })}</p>
      <p>{t('access.end.when')}</p>
      <Button kind="danger" busy={access.busy} onClick={() => setAsking(true)}>
        {t('access.end')}
      </Button>
      <LinkButton href={`/invite?person=${id}&hub=${hub.id}`}>{t('invite.again.row')}</LinkButton>
      <ConfirmDialog
        open={asking}
        title={t('access.end.title', { name })}
        confirmLabel={t('access.end')}
        cancelLabel={t('access.end.leave')}
        danger
        busy={access.busy}
        onConfirm={() => {
          setAsking(false);
          access.end(() => announce(t('access.end.done'), { shown: true }));
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t('access.end.what')}</p>
        <p>{t('access.end.stays')}</p>
      </ConfirmDialog>
    </Card>
  );
}
