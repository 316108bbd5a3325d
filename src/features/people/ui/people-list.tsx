/** The people whose records are here: found as one types, some at a time, by name and never by any figure. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { MeIcon } from '../../../ui/icons/kinds.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { TextField } from '../../../ui/parts/field.tsx';
import { List, ListRow } from '../../../ui/parts/list-row.tsx';
import { useKindWord } from '../../../ui/record/kind-look.tsx';
import { useServices } from '../../../ui/services.tsx';
import { sayShortDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchNewest } from '../data.ts';
import { findPeople, type Somebody } from '../model/people-here.ts';

/** How many are shown at first, and more at each step. */
const STEP = 30;

/** Fewer than these are found with the eyes. */
const SEARCH_FROM = 6;

interface PeopleListProps {
  people: readonly Somebody[];
  /** Stands between the search and the list, while nothing is looked for. */
  children?: ComponentChildren;
}

export function PeopleList({ people, children }: PeopleListProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(STEP);
  const found = findPeople(people, typed);
  return (
    <>
      {(people.length >= SEARCH_FROM || typed !== '') && (
        <div role="search">
          <TextField
            label={t('people.search')}
            type="search"
            inputMode="search"
            enterKeyHint="search"
            value={typed}
            maxLength={60}
            onInput={(now) => {
              setTyped(now);
              setLimit(STEP);
            }}
          />
          <div role="status">
            {typed.trim() !== '' && <p>{t('people.found', { count: found.length })}</p>}
          </div>
        </div>
      )}
      {typed.trim() === '' && children}
      <List label={t('people.others')}>
        {found.slice(0, limit).map((somebody) => (
          <PersonRow key={somebody.id} somebody={somebody} />
        ))}
      </List>
      {found.length > limit && <Button onClick={() => setLimit(limit + STEP)}>{t('people.more')}</Button>}
    </>
  );
}

function PersonRow({ somebody: { id, name } }: { somebody: Somebody }) {
  const t = useText();
  const word = useKindWord();
  const language = useTextState().language.value;
  const { store, records } = useServices();
  const kinds = [...records.values()].filter(({ inStory }) => inStory).map(({ kind }) => kind);
  const newest = useLive(() => watchNewest(store, id, kinds), [store, id]);
  return (
    <ListRow
      href={`/people/${id}`}
      icon={MeIcon}
      title={name ?? t('people.nameless')}
      detail={
        newest
          ? t('people.newest', { kind: word(newest.kind), day: sayShortDay(language, newest.occurredAt) })
          : t('people.newest.none')
      }
    />
  );
}
