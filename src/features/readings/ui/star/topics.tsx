/** What the star gives to talk about: what is high comes first, then what is low. Each is a question. */
import type { Listed } from '../../../../core/usable.ts';
import type { Version } from '../../../../core/version.ts';
import { Card } from '../../../../ui/parts/card.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { DeliveryMark } from '../../../../ui/record/delivery-mark.tsx';
import { sayDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { ConversationBody } from '../../../conversations/model/conversation.ts';
import { inLanguage, type Instrument } from '../../../instruments/model/instrument.ts';
import type { ReadingBody } from '../../model/reading.ts';
import { talkTopics, type TalkTopic } from '../../model/talk-topics.ts';
import { indicatorIcon } from '../indicator-icons.ts';

interface TopicsProps {
  instrument: Instrument;
  reading: Version<ReadingBody>;
  /** Talks after this reading, newest first. */
  talks: readonly Listed<ConversationBody>[];
}

export function Topics({ instrument, reading, talks }: TopicsProps) {
  const t = useText();
  const topics = talkTopics(instrument, reading.body);
  const part = (opens: TalkTopic['opens']) => {
    const these = topics.filter((topic) => topic.opens === opens);
    if (these.length === 0) return null;
    return (
      <Card title={t(`readings.topics.${opens}`)} tone={opens === 'high' ? 'sun' : 'plain'}>
        <p>{t(`readings.topics.${opens}.ask`)}</p>
        <List>
          {these.map((topic) => (
            <TopicRow key={topic.statement.id} topic={topic} reading={reading} talks={talks} />
          ))}
        </List>
      </Card>
    );
  };
  return (
    <>
      {part('high')}
      {part('low')}
    </>
  );
}

function TopicRow({ topic, reading, talks }: Omit<TopicsProps, 'instrument'> & { topic: TalkTopic }) {
  const t = useText();
  const language = useTextState().language.value;
  const { id, short } = topic.statement;
  const talk = talks.find(({ body }) => body.statement === id);
  return (
    <ListRow
      icon={indicatorIcon(id)}
      title={inLanguage(short, language)}
      detail={
        talk
          ? t('readings.topics.talked', { day: sayDay(language, talk.occurredAt) })
          : t('readings.topics.open')
      }
      state={talk && <DeliveryMark of={talk} />}
      tone={topic.opens === 'high' ? 'sun' : 'leaf'}
      href={talk ? `/conversation/${talk.id}` : `/reading/${reading.id}/talk/${id}`}
    />
  );
}
