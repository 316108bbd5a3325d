/** Finding one's way in a long story: words to look for, kinds to see, and those that were taken out. */
import { ChoiceMany } from '../../../ui/parts/choice.tsx';
import { Disclosure } from '../../../ui/parts/disclosure.tsx';
import { TextField } from '../../../ui/parts/field.tsx';
import { kindIcon, useKindWord } from '../../../ui/record/kind-look.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { storyKinds } from '../model/story-entry.ts';
import type { StoryPlace } from './story-place.ts';

interface StoryFilterProps {
  asked: StoryPlace;
  /** Whether the story is one's own. */
  own: boolean;
  onAsk: (change: Partial<StoryPlace>) => void;
}

export function StoryFilter({ asked, own, onAsk }: StoryFilterProps) {
  const t = useText();
  const word = useKindWord();
  const { records } = useServices();
  const count = asked.kinds.length + (asked.withdrawn ? 1 : 0);
  return (
    <div role="search">
      <TextField
        label={t(own ? 'story.search' : 'story.search.theirs')}
        type="search"
        inputMode="search"
        enterKeyHint="search"
        value={asked.typed}
        maxLength={200}
        onInput={(typed) => onAsk({ typed })}
      />
      <Disclosure summary={count > 0 ? t('story.filter.some', { count }) : t('story.filter')}>
        <ChoiceMany
          legend={t('story.filter.kinds')}
          look="chips"
          options={storyKinds(records).map((kind) => ({
            value: kind,
            label: word(kind),
            icon: kindIcon(kind),
          }))}
          values={asked.kinds}
          onChange={(kinds) => onAsk({ kinds })}
        />
        {own && (
          <ChoiceMany
            legend={t('story.filter.hidden')}
            look="chips"
            options={[{ value: 'withdrawn', label: t('story.filter.withdrawn') }]}
            values={asked.withdrawn ? ['withdrawn'] : []}
            onChange={(values) => onAsk({ withdrawn: values.length > 0 })}
          />
        )}
      </Disclosure>
    </div>
  );
}
