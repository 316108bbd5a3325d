/** `/members`: everybody who has come in at the hub, also those of whom nothing is here, to get at their phones and sites. */
import { useMemo, useState } from 'preact/hooks';
import { usePeopleHere } from '../../features/people/ui/use-people-here.ts';
import type { PersonAnswer } from '../../sync/protocol/hub-api.ts';
import { MeIcon } from '../../ui/icons/kinds.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { localesFor } from '../../ui/text/languages.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { HubTroubleNotice } from '../connect/hub-trouble-notice.tsx';
import { usePlaces, type HubConnection } from './hub-connection.ts';
import { useMembers } from './use-members.ts';
import { WithHub } from './with-hub.tsx';

/** How many are shown at first, and more at each step. */
const STEP = 30;

export default function MembersScreen() {
  const t = useText();
  return (
    <WithHub title={t('members.title')} back="/people">
      {(hub) => <AtHub key={hub.id} hub={hub} />}
    </WithHub>
  );
}

function AtHub({ hub }: { hub: HubConnection }) {
  const t = useText();
  const { people, trouble, look } = useMembers(hub);
  const inOrder = useByName(people);
  const [limit, setLimit] = useState(STEP);
  return (
    <Screen
      title={t('members.title')}
      lead={t('members.lead')}
      back="/people"
      step={inOrder === undefined ? 'loading' : 'here'}
    >
      {trouble !== null && <HubTroubleNotice trouble={trouble} onAgain={look} />}
      {inOrder === undefined && trouble === null && <Loading rows={6} />}
      {inOrder && (
        <List label={t('members.title')}>
          {inOrder.slice(0, limit).map(({ person, name }) => (
            <MemberRow key={person.id} hub={hub} person={person} name={name} />
          ))}
        </List>
      )}
      {inOrder && inOrder.length > limit && (
        <Button onClick={() => setLimit(limit + STEP)}>{t('people.more')}</Button>
      )}
    </Screen>
  );
}

interface Named {
  person: PersonAnswer;
  /** Null where they have not shared it. */
  name: string | null;
}

/** The others, by their names as far as they are known here; undefined until both are known. */
function useByName(people: readonly PersonAnswer[] | undefined): Named[] | undefined {
  const { owner } = useServices();
  const language = useTextState().language.value;
  const here = usePeopleHere(usePlaces());
  return useMemo(() => {
    if (!people || !here) return undefined;
    const { compare } = new Intl.Collator(localesFor(language));
    const names = new Map(here.map(({ id, name }) => [id, name]));
    return people
      .filter(({ id }) => id !== owner.personId)
      .map((person): Named => ({ person, name: names.get(person.id) ?? null }))
      .sort(
        (a, b) => Number(a.name === null) - Number(b.name === null) || compare(a.name ?? '', b.name ?? ''),
      );
  }, [people, here, owner.personId, language]);
}

function MemberRow({ hub, person, name }: Named & { hub: HubConnection }) {
  const t = useText();
  const { id, role, sites, devices } = person;
  const as = {
    role: role === null ? '' : t(`record.role.${role}`),
    sites: sites.map((site) => site.name).join(', '),
  };
  return (
    <ListRow
      href={`/people/${id}/access?${new URLSearchParams({ hub: hub.id }).toString()}`}
      icon={MeIcon}
      title={name ?? t('people.nameless')}
      detail={t(sites.length > 0 ? 'invite.open.as.at' : 'invite.open.as', as)}
      state={
        devices === undefined
          ? undefined
          : devices === 0
            ? t('members.phones.none')
            : t('members.phones', { count: devices })
      }
    />
  );
}
