/** The latest few entries of the story, for Home. Nothing while the story is empty. */
import { Card } from '../../../ui/parts/card.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { List, ListRow } from '../../../ui/parts/list-row.tsx';
import { NextIcon, StoryIcon } from '../../../ui/icons/go.tsx';
import { GapIcon } from '../../../ui/icons/state.tsx';
import { kindIcon, useKindWord } from '../../../ui/record/kind-look.tsx';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { SaidBy } from '../../../ui/record/provenance.tsx';
import { useServices } from '../../../ui/services.tsx';
import { sayShortDay } from '../../../ui/text/dates.ts';
import { useText, useTextState, useWords } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchLatest } from '../data.ts';

const COUNT = 3;

export function LatestMoments() {
  const t = useText();
  const say = useWords();
  const word = useKindWord();
  const { language } = useTextState();
  const { store, records } = useServices();
  const latest = useLive(() => watchLatest(store, records, COUNT), [store, records]);
  if (!latest || latest.entries.length === 0) return null;
  return (
    <Card title={t('story.latest')} icon={StoryIcon}>
      <List>
        {latest.entries.map((entry) => (
          <ListRow
            key={entry.id}
            icon={entry.state === 'read' ? kindIcon(entry.kind) : GapIcon}
            title={entry.state === 'read' ? say(entry.title) : t(`record.title.${entry.state}`)}
            detail={`${word(entry.kind)} · ${sayShortDay(language.value, entry.when)}`}
            state={
              entry.state === 'read' && (
                <>
                  <SaidBy said={entry.said} />
                  <DeliveryMark of={entry} />
                </>
              )
            }
            href={entry.href}
          />
        ))}
      </List>
      <LinkButton href="/story" iconEnd={NextIcon} kind="quiet">
        {t('story.latest.all')}
      </LinkButton>
    </Card>
  );
}
