/** `/invite`: a code that lets somebody in, or another phone of one's own. */
import { LinkButton } from '../../ui/parts/button.tsx';
import { EmptyState } from '../../ui/parts/empty-state.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useHubConnection, type HubConnection } from '../people/hub-connection.ts';
import { WithDesk } from '../sync/with-desk.tsx';
import { InviteForm } from './invite-form.tsx';
import { InviteReady } from './invite-ready.tsx';
import { useInvite } from './use-invite.ts';

const back = '/more';

export default function InviteScreen() {
  const t = useText();
  const hub = useHubConnection();
  return (
    <WithDesk title={t('invite.title')} back={back}>
      {() => (hub ? <Invite key={hub.address} hub={hub} /> : <NoHub />)}
    </WithDesk>
  );
}

function Invite({ hub }: { hub: HubConnection }) {
  const inviting = useInvite(hub);
  if (inviting.made) return <InviteReady made={inviting.made} onAnother={inviting.another} />;
  return <InviteForm hub={hub} inviting={inviting} back={back} />;
}

function NoHub() {
  const t = useText();
  return (
    <Screen title={t('invite.title')} back={back}>
      <EmptyState
        title={t('invite.noHub')}
        action={
          <LinkButton kind="primary" href="/connect">
            {t('invite.noHub.connect')}
          </LinkButton>
        }
      >
        <p>{t('invite.noHub.what')}</p>
      </EmptyState>
    </Screen>
  );
}
