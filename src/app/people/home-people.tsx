/** On "Me", for whoever works with others or has records of others here: what is new with them, and the way to all. */
import { useMemo } from 'preact/hooks';
import { worksWithOthers } from '../../core/keepers.ts';
import { usePeopleHere } from '../../features/people/ui/use-people-here.ts';
import { LatestOfOthers } from '../../features/story/ui/latest-of-others.tsx';
import { PeopleIcon } from '../../ui/icons/go.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { usePlaces } from './hub-connection.ts';

/** How much of what is new is shown. */
const NEWS = 3;

export function HomePeople() {
  const t = useText();
  const { owner } = useServices();
  const places = usePlaces();
  const people = usePeopleHere(places);
  const leaveOut = useMemo(() => new Set([owner.personId, ...places]), [owner.personId, places]);
  if (!worksWithOthers(owner.role) && !(people && people.length > 0)) return null;
  return (
    <>
      <LatestOfOthers leaveOut={leaveOut} count={NEWS} />
      <List>
        <ListRow icon={PeopleIcon} title={t('people.others')} detail={t('people.row.what')} href="/people" />
      </List>
    </>
  );
}
