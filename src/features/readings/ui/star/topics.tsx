/** What the star gives to talk about: what is high comes first, then where views differ, then what is low. Each is a question. */
import type { Listed } from '../../../../core/usable.ts';
import type { Version } from '../../../../core/version.ts';
import { SpeakButton } from '../../../../ui/capture/speak-button.tsx';
import { Card } from '../../../../ui/parts/card.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { DeliveryMark } from '../../../../ui/record/delivery-mark.tsx';
import { sayDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { ConversationBody } from '../../../conversations/model/conversation.ts';
import { inLanguage, type Instrument, type Statement } from '../../../instruments/model/instrument.ts';
import { differingAxes } from '../../model/differing-axes.ts';
import type { ReadingBody } from '../../model/reading.ts';
import { talkTopics, type TalkTopic } from '../../model/talk-topics.ts';
import { indicatorIcon } from '../indicator-icons.ts';
import { sayTheirScore, type Names } from './say-whose.ts';
import styles from './topics.module.css';

interface TopicsProps {
  instrument: Instrument;
  reading: Version<ReadingBody>;
  /** It and all others about the same person, newest first. */
  readings: readonly Version<ReadingBody>[];
  names: Names;
  /** Talks after this reading, newest first. */
  talks: readonly Listed<ConversationBody>[];
}

export function Topics({ instrument, reading, readings, talks, names }: TopicsProps) {
  const t = useText();
  const language = useTextState().language.value;
  const topics = talkTopics(instrument, reading.body);
  const differing = differingAxes(instrument, reading, readings).map(({ statement, said }) => ({
    statement,
    said: said.map(({ reading: one, score }) => {
      const words = sayTheirScore(one, score, names, t);
      const day = sayDay(language, one.occurredAt);
      const sameDay = day === sayDay(language, reading.occurredAt);
      return { id: one.id, words: sameDay ? words : `${words} (${day})` };
    }),
  }));
  const part = (opens: TalkTopic['opens']) => {
    const these = topics.filter((topic) => topic.opens === opens);
    if (these.length === 0) return null;
    return (
      <TopicCard
        name={opens}
        rows={these.map(({ statement }) => ({ statement }))}
        reading={reading}
        talks={talks}
      />
    );
  };
  return (
    <>
      {part('high')}
      {differing.length > 0 && <TopicCard name="differ" rows={differing} reading={reading} talks={talks} />}
      {part('low')}
    </>
  );
}

interface TopicCardProps extends Pick<TopicsProps, 'reading' | 'talks'> {
  name: TalkTopic['opens'] | 'differ';
  rows: readonly TopicLine[];
}

interface TopicLine {
  statement: Statement;
  /** What each said to it, by the id of the reading. */
  said?: { id: string; words: string }[];
}

function TopicCard({ name, rows, reading, talks }: TopicCardProps) {
  const t = useText();
  const language = useTextState().language.value;
  const title = t(`readings.topics.${name}`);
  const ask = t(`readings.topics.${name}.ask`);
  const lines = rows.map(({ statement, said = [] }) =>
    [inLanguage(statement.short, language), ...said.map(({ words }) => words)].join('. '),
  );
  return (
    <Card
      title={title}
      tone={name === 'high' ? 'sun' : 'plain'}
      aside={<SpeakButton text={[`${title}.`, ask, ...lines.map((line) => `${line}.`)].join(' ')} />}
    >
      <p>{ask}</p>
      <List>
        {rows.map((row) => (
          <TopicRow
            key={row.statement.id}
            {...row}
            tone={name === 'high' ? 'sun' : 'leaf'}
            reading={reading}
            talks={talks}
          />
        ))}
      </List>
    </Card>
  );
}

type TopicRowProps = TopicLine & Pick<TopicsProps, 'reading' | 'talks'> & { tone: 'sun' | 'leaf' };

function TopicRow({ statement, said, tone, reading, talks }: TopicRowProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { id, short } = statement;
  const talk = talks.find(({ body }) => body.statement === id);
  return (
    <ListRow
      icon={indicatorIcon(reading.body.instrument, id)}
      title={inLanguage(short, language)}
      detail={
        <>
          {said?.map(({ id: of, words }) => (
            <span key={of} class={styles.said}>
              {words}{' '}
            </span>
          ))}
          {talk
            ? t('readings.topics.talked', { day: sayDay(language, talk.occurredAt) })
            : t('readings.topics.open')}
        </>
      }
      state={talk && <DeliveryMark of={talk} />}
      tone={tone}
      href={talk ? `/conversation/${talk.id}` : `/reading/${reading.id}/talk/${id}`}
    />
  );
}
