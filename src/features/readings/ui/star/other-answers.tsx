/** What else was said to one statement: by the person before, and by others. Each with its note, and a way to its star. */
import { VoicePlayer } from '../../../../ui/capture/voice-player.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { DeliveryMark } from '../../../../ui/record/delivery-mark.tsx';
import { sayDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { Instrument, Statement } from '../../../instruments/model/instrument.ts';
import type { BoardReading } from './board-reading.ts';
import styles from './other-answers.module.css';
import { sayScore } from './say-score.ts';
import { sayWhoseAndDay, type Names } from './say-whose.ts';

interface OtherAnswersProps {
  instrument: Instrument;
  statement: Statement;
  /** Newest first. */
  earlier: readonly BoardReading[];
  names: Names;
  /** True where they are told to the one they are about. */
  mayTalk: boolean;
}

export function OtherAnswers({ instrument, statement, earlier, names, mayTalk }: OtherAnswersProps) {
  const t = useText();
  const inOrder = earlier.filter(({ body }) => body.instrument.id === instrument.id).reverse();
  const own = inOrder.filter(({ body }) => body.relation === 'self');
  const views = inOrder.filter(({ body }) => body.relation !== 'self');
  const part = (title: string, readings: readonly BoardReading[]) =>
    readings.length > 0 && (
      <section class={styles.answers}>
        <h3>{title}</h3>
        <List>
          {readings.map((reading) => (
            <Answer
              key={reading.id}
              instrument={instrument}
              statement={statement}
              reading={reading}
              names={names}
            />
          ))}
        </List>
      </section>
    );
  return (
    <>
      {part(t('readings.panel.views'), views)}
      {part(t(mayTalk ? 'readings.panel.before' : 'readings.panel.before.theirs'), own)}
    </>
  );
}

type AnswerProps = Pick<OtherAnswersProps, 'instrument' | 'statement' | 'names'> & { reading: BoardReading };

function Answer({ instrument, statement, reading, names }: AnswerProps) {
  const t = useText();
  const language = useTextState().language.value;
  const given = reading.body.answers.find((answer) => answer.statement === statement.id);
  const { note, voice } = given ?? {};
  return (
    <ListRow
      title={sayWhoseAndDay(reading, sayDay(language, reading.occurredAt), names, t)}
      detail={sayScore(instrument, given?.score ?? null, language, t)}
      state={<DeliveryMark of={{ delivery: 'here', ...reading }} />}
      href={`/reading/${reading.id}`}
      below={
        note || voice ? (
          <>
            {note && <p>{note}</p>}
            {voice && <VoicePlayer voice={voice} whenAsked />}
          </>
        ) : undefined
      }
    />
  );
}
