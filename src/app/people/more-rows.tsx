/** On "More": the people whose records are here, and inviting, each for those it concerns. */
import { worksWithOthers } from '../../core/keepers.ts';
import { usePeopleHere } from '../../features/people/ui/use-people-here.ts';
import { PeopleIcon, PlusIcon } from '../../ui/icons/go.tsx';
import { HandIcon } from '../../ui/icons/kinds.tsx';
import { ListRow } from '../../ui/parts/list-row.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useHubs, usePlaces } from './hub-connection.ts';

export function MoreRows() {
  const t = useText();
  const { owner } = useServices();
  const hubs = useHubs();
  const people = usePeopleHere(usePlaces());
  const withOthers = worksWithOthers(owner.role);
  return (
    <>
      {withOthers && (
        // Its place in the navigation is taken by the people.
        <ListRow icon={HandIcon} title={t('assets.all')} detail={t('assets.all.lead')} href="/assets" />
      )}
      {(withOthers || (people && people.length > 0)) && (
        <ListRow icon={PeopleIcon} title={t('people.others')} detail={t('people.row.what')} href="/people" />
      )}
      {hubs.length > 0 && (
        <ListRow
          icon={PlusIcon}
          title={t(withOthers ? 'invite.title' : 'invite.row.own')}
          detail={withOthers ? t('invite.row.what') : t('invite.own.what')}
          href="/invite"
        />
      )}
    </>
  );
}
