/** A server that is no hub: how it is spoken to, where it is, the login; then it is tried before anything of one's own goes. */
import { useState } from 'preact/hooks';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { Button } from '../../ui/parts/button.tsx';
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { TextField } from '../../ui/parts/field.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { addressOf } from './address-of.ts';
import { allowedEndpoints } from './allowed-endpoints.ts';
import { LoginFields } from './login-fields.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { TryServer } from './try-server.tsx';
import { nothingTyped, type TypedServer } from './typed-server.ts';

interface ServerFormProps {
  /** What was typed before, where one comes back to it. */
  before: TypedServer | null;
  onBack(): void;
  /** Called once it was tried and does. */
  onReady(settings: ConnectionSettings, typed: TypedServer): void;
}

export function ServerForm({ before, onBack, onReady }: ServerFormProps) {
  const t = useText();
  const { environment } = useServices();
  const [asked, setAsked] = useState(1);
  const allowed = useLoaded(() => allowedEndpoints(), [asked]);
  const [typed, setTyped] = useState(before ?? nothingTyped);
  const { profile, written, origin, folder, login } = typed;
  const origins = allowed?.status === 'listed' ? allowed.endpoints : [];

  function change(part: Partial<TypedServer>): void {
    setTyped((now) => ({ ...now, ...part }));
  }

  const settings: ConnectionSettings | null =
    profile === null || origin === undefined
      ? null
      : {
          name: new URL(origin).host,
          address: addressOf(origin, folder),
          profile,
          login,
          connectedAt: environment.now(),
        };

  return (
    <Screen
      title={t('connect.server')}
      lead={t('connect.server.lead')}
      step="server"
      actions={
        <Button compact onClick={onBack}>
          {t('ui.back')}
        </Button>
      }
    >
      {allowed === undefined && <Loading rows={3} />}
      {allowed?.status === 'unknown' && (
        <Notice
          kind="attention"
          title={t('connect.code.not-known-now')}
          actions={<Button onClick={() => setAsked(asked + 1)}>{t('connect.try.again')}</Button>}
        >
          <p>{t('connect.code.not-known-now.do')}</p>
        </Notice>
      )}
      {allowed?.status === 'listed' && origins.length === 0 && (
        <Notice title={t('connect.server.none')}>
          <p>{t('connect.server.none.what')}</p>
        </Notice>
      )}
      {origins.length > 0 && (
        <>
          <ProfileChoice
            profile={profile}
            written={written}
            onProfile={(chosen) => change({ profile: chosen })}
            onWritten={(text) => change({ written: text })}
          />
          <ChoiceOne
            legend={t('connect.server.where')}
            hint={t('connect.server.where.hint')}
            options={origins.map((one) => ({ value: one, label: one }))}
            value={origin}
            onChange={(chosen) => change({ origin: chosen })}
          />
          <TextField
            label={t('connect.server.folder')}
            hint={t('connect.server.folder.hint')}
            value={folder}
            maxLength={500}
            onInput={(text) => change({ folder: text })}
          />
          {profile && (
            <LoginFields auth={profile.auth} login={login} onChange={(given) => change({ login: given })} />
          )}
          {settings && (
            // What was found out holds for these settings only.
            <TryServer
              key={JSON.stringify({ ...settings, connectedAt: 0 })}
              settings={settings}
              onReady={(tried) => onReady(tried, typed)}
            />
          )}
        </>
      )}
    </Screen>
  );
}
