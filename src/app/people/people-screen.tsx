/** `/people`: what is new with others, and everybody whose records are here. */
import { useMemo } from 'preact/hooks';
import { worksWithOthers } from '../../core/keepers.ts';
import { PeopleList } from '../../features/people/ui/people-list.tsx';
import { usePeopleHere } from '../../features/people/ui/use-people-here.ts';
import { LatestOfOthers } from '../../features/story/ui/latest-of-others.tsx';
import { PlusIcon } from '../../ui/icons/go.tsx';
import { OnPhoneIcon } from '../../ui/icons/state.tsx';
import { LinkButton } from '../../ui/parts/button.tsx';
import { EmptyState } from '../../ui/parts/empty-state.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useHubs, usePlaces } from './hub-connection.ts';

/** How much of what is new is shown before the list. */
const NEWS = 3;

export default function PeopleScreen() {
  const t = useText();
  const { owner } = useServices();
  const hubs = useHubs();
  const places = usePlaces();
  const people = usePeopleHere(places);
  const leaveOut = useMemo(() => new Set([owner.personId, ...places]), [owner.personId, places]);
  return (
    <Screen
      title={t('people.others')}
      lead={people && people.length > 0 ? t('people.others.lead') : undefined}
    >
      {people === undefined && <Loading rows={6} />}
      {people?.length === 0 && (
        <EmptyState title={t('people.none')}>
          <p>{t('people.none.what')}</p>
        </EmptyState>
      )}
      {people && people.length > 0 && (
        <PeopleList people={people}>
          <LatestOfOthers leaveOut={leaveOut} count={NEWS} />
        </PeopleList>
      )}
      {hubs.length > 0 && worksWithOthers(owner.role) && (
        <List>
          <ListRow icon={OnPhoneIcon} title={t('members.title')} detail={t('members.what')} href="/members" />
        </List>
      )}
      {hubs.length > 0 && (
        <LinkButton icon={PlusIcon} href="/invite">
          {t(worksWithOthers(owner.role) ? 'invite.title' : 'invite.row.own')}
        </LinkButton>
      )}
    </Screen>
  );
}
