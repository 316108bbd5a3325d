/** Gives a screen the hub it is about. Where this phone is connected to several, it asks which: `?hub=` is the answer. */
import type { ComponentChildren } from 'preact';
import { useRoute } from 'preact-iso';
import { SharedIcon } from '../../ui/icons/state.tsx';
import { LinkButton } from '../../ui/parts/button.tsx';
import { EmptyState } from '../../ui/parts/empty-state.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { WithDesk } from '../sync/with-desk.tsx';
import { useHubs, type HubConnection } from './hub-connection.ts';

interface WithHubProps {
  title: string;
  back: string;
  children: (hub: HubConnection) => ComponentChildren;
}

export function WithHub(props: WithHubProps) {
  return (
    <WithDesk title={props.title} back={props.back}>
      {() => <Chosen {...props} />}
    </WithDesk>
  );
}

function Chosen({ title, back, children }: WithHubProps) {
  const t = useText();
  const hubs = useHubs();
  const { path, query } = useRoute();
  const [only, ...others] = hubs;
  const hub = others.length === 0 ? only : hubs.find(({ id }) => id === query['hub']);
  if (hub) return <>{children(hub)}</>;
  if (!only) {
    return (
      <Screen title={title} back={back}>
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
  const to = (id: string) => `${path}?${new URLSearchParams({ ...query, hub: id }).toString()}`;
  return (
    <Screen title={t('invite.hub')} tab={title} lead={t('invite.hub.lead')} back={back} step="which-hub">
      <List>
        {hubs.map(({ id, name, address }) => (
          <ListRow key={id} icon={SharedIcon} title={name} detail={address} href={to(id)} />
        ))}
      </List>
    </Screen>
  );
}
