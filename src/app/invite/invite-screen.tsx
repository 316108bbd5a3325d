/** `/invite`: a code that lets somebody in, or another phone of one's own; `?person=` one of somebody who is known. */
import { useRoute } from 'preact-iso';
import { worksWithOthers } from '../../core/keepers.ts';
import { usePerson } from '../../features/people/ui/use-person.ts';
import { Loading } from '../../ui/parts/loading.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { HubConnection } from '../people/hub-connection.ts';
import { WithHub } from '../people/with-hub.tsx';
import { InviteForm, type KnownPerson } from './invite-form.tsx';
import { InviteReady } from './invite-ready.tsx';
import { useInvite } from './use-invite.ts';

export default function InviteScreen() {
  const t = useText();
  const { owner } = useServices();
  const { query } = useRoute();
  const known = query['person'];
  const again = known !== undefined && worksWithOthers(owner.role);
  return (
    <WithHub title={t('invite.title')} back={again ? `/people/${known}` : '/more'}>
      {(hub) =>
        again ? (
          <InviteAgain key={`${hub.id} ${known}`} hub={hub} id={known} />
        ) : (
          <Invite key={hub.id} hub={hub} back="/more" />
        )
      }
    </WithHub>
  );
}

function InviteAgain({ hub, id }: { hub: HubConnection; id: string }) {
  const t = useText();
  const who = usePerson(id);
  const back = `/people/${id}`;
  if (who === undefined) {
    return (
      <Screen title={t('invite.title')} back={back}>
        <Loading />
      </Screen>
    );
  }
  const name = who?.body.name ?? null;
  return (
    <Invite hub={hub} back={back} person={{ id, name, role: who?.body.roles.at(-1) ?? 'participant' }} />
  );
}

interface InviteProps {
  hub: HubConnection;
  back: string;
  person?: KnownPerson;
}

function Invite({ hub, back, person }: InviteProps) {
  const inviting = useInvite(hub);
  const { made } = inviting;
  if (made) return <InviteReady made={made} name={person?.name} back={back} onAnother={inviting.another} />;
  return <InviteForm hub={hub} inviting={inviting} person={person} back={back} />;
}
