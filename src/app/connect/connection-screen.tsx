/** `/connection/:id`: one connection: who one is there, what it sees, logging in again, sending again, and ending it. */
import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { Connection } from '../../core/sync-store.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { TakeAwayIcon } from '../../ui/icons/act.tsx';
import { SharedIcon } from '../../ui/icons/state.tsx';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { ConfirmDialog } from '../../ui/parts/dialog.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { CommandTrouble, useCommand } from '../../ui/record/use-command.tsx';
import { useServices } from '../../ui/services.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { keptAsWritten } from '../sync/kept-as-written.ts';
import { settingsOf } from '../sync/settings-of.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { WithDesk } from '../sync/with-desk.tsx';
import { leaveHub } from './ask-hub.ts';
import { LoginFields } from './login-fields.tsx';
import { OwnPhonesCard } from './own-phones-card.tsx';
import { profileFile } from './profile-file.ts';
import { Readers } from './readers.tsx';
import { SendAgain } from './send-again.tsx';
import { useFreshMember } from './use-fresh-member.ts';

export default function ConnectionScreen() {
  const t = useText();
  const id = useRoute().params['id'] ?? '';
  return (
    <WithDesk title={t('connect.nameless')} back="/sync">
      {(desk) => {
        const connection = desk.connections.value.find((one) => one.id === id);
        // What is typed for one, as a login, is not to be given to another.
        return connection ? (
          <OneConnection key={connection.id} desk={desk} connection={connection} />
        ) : (
          <NoConnection />
        );
      }}
    </WithDesk>
  );
}

function NoConnection() {
  const t = useText();
  return (
    <Screen title={t('connect.gone')} back="/sync">
      <Notice kind="safe">
        <p>{t('connect.gone.what')}</p>
      </Notice>
    </Screen>
  );
}

function OneConnection({ desk, connection }: { desk: SyncDesk; connection: Connection }) {
  const t = useText();
  const language = useTextState().language.value;
  const { device } = useServices();
  const settings = settingsOf(connection);
  useFreshMember(desk, connection);
  return (
    <Screen title={settings?.name ?? t('connect.nameless')} back="/sync">
      {settings === null && (
        <Notice kind="attention">
          <p>{t('connect.unread')}</p>
        </Notice>
      )}
      {settings && (
        <Card title={t('connect.about')} icon={SharedIcon}>
          <p>{t('connect.about.address', { address: settings.address })}</p>
          <p>
            {t('connect.about.since', {
              moment: sayMoment(language, new Date(settings.connectedAt).toISOString()),
            })}
          </p>
          {settings.member && (
            <p>{t('connect.about.role', { role: t(`record.role.${settings.member.role}`) })}</p>
          )}
          {settings.member && settings.member.sites.length > 0 && (
            <p>
              {t('connect.about.sites', { sites: settings.member.sites.map(({ name }) => name).join(', ') })}
            </p>
          )}
          <p>{t(connection.carries === 'everything' ? 'connect.about.everything' : 'connect.sees.mine')}</p>
        </Card>
      )}
      {settings?.member && <OwnPhonesCard desk={desk} connection={connection} settings={settings} />}
      {settings && <Readers hub={settings.member !== undefined} />}
      {settings && <LogIn desk={desk} connection={connection} settings={settings} />}
      {settings && <SendAgain desk={desk} connection={connection.id} />}
      {settings && !settings.member && (
        <Button icon={TakeAwayIcon} onClick={() => void device.saveFile(profileFile(settings.profile))}>
          {t('connect.profile.export')}
        </Button>
      )}
      <Disconnect desk={desk} connection={connection} name={settings?.name ?? t('connect.nameless')} />
    </Screen>
  );
}

interface LogInProps {
  desk: SyncDesk;
  connection: Connection;
  settings: ConnectionSettings;
}

/** With a code where it gave one to come in with; else with what its profile asks for. */
function LogIn({ desk, connection, settings }: LogInProps) {
  const t = useText();
  const announce = useAnnounce();
  const { busy, trouble, run } = useCommand();
  const [login, setLogin] = useState<Record<string, string>>({});
  if (settings.member) {
    return (
      <Card title={t('connect.login.code.title')}>
        <p>{t('connect.login.code')}</p>
        <LinkButton href="/connect">{t('connect.login.code.go')}</LinkButton>
      </Card>
    );
  }
  if (settings.profile.auth.kind === 'none') return null;

  function save(): void {
    run(
      async () => keptAsWritten(await desk.connect({ ...connection, settings: { ...settings, login } })),
      () => {
        announce(t('connect.login.done'), { shown: true });
        desk.now();
      },
    );
  }

  return (
    <Card title={t('connect.login')}>
      <LoginFields auth={settings.profile.auth} login={login} onChange={setLogin} />
      <Button kind="primary" busy={busy} onClick={save}>
        {t('connect.login.save')}
      </Button>
      <CommandTrouble trouble={trouble} />
    </Card>
  );
}

function Disconnect({ desk, connection, name }: { desk: SyncDesk; connection: Connection; name: string }) {
  const t = useText();
  const announce = useAnnounce();
  const { route } = useLocation();
  const { busy, trouble, run } = useCommand();
  const [asking, setAsking] = useState(false);

  function end(): void {
    run(
      async () => keptAsWritten(await desk.disconnect(connection.id)),
      () => {
        const settings = settingsOf(connection);
        // This phone has forgotten it for good; so is the hub to do, if it can be reached now.
        if (settings?.member) {
          const { address, login } = settings;
          leaveHub({ address, token: login['token'] ?? '' }).catch(() => undefined);
        }
        announce(t('connect.end.done'), { shown: true });
        route('/sync');
      },
    );
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('connect.end')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('connect.end.title', { name })}
        confirmLabel={t('connect.end')}
        cancelLabel={t('connect.end.stay')}
        busy={busy}
        onConfirm={end}
        onCancel={() => setAsking(false)}
      >
        <p>{t('connect.end.what')}</p>
        <p>{t('connect.end.there')}</p>
        <CommandTrouble trouble={trouble} />
      </ConfirmDialog>
    </>
  );
}
