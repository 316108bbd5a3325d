/** What is new with others: the latest few entries of all of their stories. Nothing while there are none. */
import { TalkIcon } from '../../../ui/icons/kinds.tsx';
import { Card } from '../../../ui/parts/card.tsx';
import { List, ListRow } from '../../../ui/parts/list-row.tsx';
import { kindIcon, useKindWord } from '../../../ui/record/kind-look.tsx';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { SaidBy } from '../../../ui/record/provenance.tsx';
import { useNameOf } from '../../../ui/record/use-name-of.ts';
import { useServices } from '../../../ui/services.tsx';
import { sayShortDay } from '../../../ui/text/dates.ts';
import { useText, useTextState, useWords } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchLatestOfOthers } from '../data.ts';
import type { ReadEntry } from '../model/story-entry.ts';
import { Mark } from './entry-card.tsx';
import styles from './latest-of-others.module.css';

interface LatestOfOthersProps {
  /** The owner, and sites: no others. */
  leaveOut: ReadonlySet<string>;
  count: number;
}

export function LatestOfOthers({ leaveOut, count }: LatestOfOthersProps) {
  const t = useText();
  const { store, records } = useServices();
  const latest = useLive(
    () => watchLatestOfOthers(store, records, leaveOut, count),
    [store, records, leaveOut, count],
  );
  if (!latest || latest.length === 0) return null;
  return (
    <Card title={t('story.others.latest')}>
      <List>
        {latest.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </List>
    </Card>
  );
}

/** Whom it is about comes first: the rows are of many people. */
function Row({ entry }: { entry: ReadEntry }) {
  const t = useText();
  const say = useWords();
  const word = useKindWord();
  const { language } = useTextState();
  const { said, talk } = entry;
  const name = useNameOf(said.subject);
  return (
    <ListRow
      icon={kindIcon(entry.kind)}
      title={name ?? (name === null ? t('people.nameless') : '')}
      detail={say(entry.title)}
      state={
        <span class={styles.how}>
          <span>{`${word(entry.kind)} · ${sayShortDay(language.value, entry.when)}`}</span>
          {talk && <Mark icon={TalkIcon} words={t('story.mark.talk')} strong />}
          <SaidBy said={said} />
          <DeliveryMark of={entry} />
        </span>
      }
      href={entry.href}
    />
  );
}
