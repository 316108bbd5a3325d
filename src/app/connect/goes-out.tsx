/** The shared records that a place will see: how many of each kind, and each by its title. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/parts/button.tsx';
import { Disclosure } from '../../ui/parts/disclosure.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { kindIcon, useKindWord } from '../../ui/record/kind-look.tsx';
import { useText, useWords } from '../../ui/text/use-text.ts';
import type { WhatGoesOut } from './what-goes-out.ts';

/** Titles shown at first, and more at each step. */
const STEP = 30;

export function GoesOut({ what }: { what: WhatGoesOut }) {
  const t = useText();
  const say = useWords();
  const word = useKindWord();
  const [limit, setLimit] = useState(STEP);
  const { records, kinds } = what;
  if (records.length === 0) return <p>{t('connect.sees.none')}</p>;
  return (
    <>
      <p>{t('connect.sees.count', { count: records.length })}</p>
      <List>
        {kinds.map(({ kind, records: count }) => (
          <ListRow key={kind} icon={kindIcon(kind)} title={word(kind)} state={String(count)} />
        ))}
      </List>
      <Disclosure summary={t('connect.sees.each')}>
        <ul>
          {records.slice(0, limit).map(({ id, kind, title }) => (
            <li key={id}>{title ? `${word(kind)}: ${say(title)}` : word(kind)}</li>
          ))}
        </ul>
        {records.length > limit && (
          <Button compact onClick={() => setLimit(limit + STEP)}>
            {t('sync.more')}
          </Button>
        )}
      </Disclosure>
    </>
  );
}
