/** One axis of the star opened: the words chosen, the number, the note, what it was before, and a start for a talk. */
import type { Listed } from '../../../../core/usable.ts';
import type { Version } from '../../../../core/version.ts';
import { SpeakButton } from '../../../../ui/capture/speak-button.tsx';
import { VoicePlayer } from '../../../../ui/capture/voice-player.tsx';
import { TalkIcon } from '../../../../ui/icons/kinds.tsx';
import { LinkButton } from '../../../../ui/parts/button.tsx';
import { Card } from '../../../../ui/parts/card.tsx';
import { Dialog } from '../../../../ui/parts/dialog.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { DeliveryMark } from '../../../../ui/record/delivery-mark.tsx';
import { sayDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { ConversationBody } from '../../../conversations/model/conversation.ts';
import {
  bandOf,
  inLanguage,
  opens,
  type Instrument,
  type Statement,
} from '../../../instruments/model/instrument.ts';
import { scoreOn } from '../../model/answers.ts';
import type { ReadingBody } from '../../model/reading.ts';
import type { BoardReading } from './board-reading.ts';
import { OtherAnswers } from './other-answers.tsx';
import { sayScore } from './say-score.ts';
import type { Names } from './say-whose.ts';

interface StatementPanelProps {
  instrument: Instrument;
  /** The axis that is open; none while undefined. */
  statement: Statement | undefined;
  reading: Version<ReadingBody>;
  /** Readings before it, newest first. */
  earlier: readonly BoardReading[];
  talks: readonly Listed<ConversationBody>[];
  names: Names;
  /** False where the star is somebody else's: the talk is theirs to begin. */
  mayTalk: boolean;
  onClose: () => void;
}

export function StatementPanel(props: StatementPanelProps) {
  const { instrument, statement, reading, mayTalk, onClose } = props;
  const t = useText();
  const language = useTextState().language.value;
  const score = statement ? scoreOn(reading.body.answers, statement.id) : null;
  return (
    <Dialog
      open={statement !== undefined}
      title={statement ? inLanguage(statement.name, language) : ''}
      onClose={onClose}
      lightDismiss
      actions={
        mayTalk && statement && score !== null ? (
          <LinkButton kind="primary" icon={TalkIcon} href={`/reading/${reading.id}/talk/${statement.id}`}>
            {t(`readings.panel.talk.${opens(instrument, score)}`)}
          </LinkButton>
        ) : undefined
      }
    >
      {statement && <Inside {...props} statement={statement} score={score} />}
    </Dialog>
  );
}

function Inside(props: StatementPanelProps & { statement: Statement; score: number | null }) {
  const { instrument, statement, reading, talks, score } = props;
  const t = useText();
  const language = useTextState().language.value;
  const given = reading.body.answers.find((answer) => answer.statement === statement.id);
  const prompt = score === null ? null : inLanguage(statement.talk[opens(instrument, score)], language);
  const held = talks.filter(({ body }) => body.statement === statement.id);
  return (
    <>
      <p>{inLanguage(statement.about, language)}</p>
      <Chosen instrument={instrument} statement={statement} score={score} />
      {(given?.note || given?.voice) && (
        <Card title={t('readings.note')} level={3}>
          {given.note && <p>{given.note}</p>}
          {given.voice && <VoicePlayer voice={given.voice} />}
        </Card>
      )}
      <OtherAnswers {...props} statement={statement} />
      {prompt !== null && (
        <Card title={t('readings.panel.prompt')} level={3} tone="leaf" aside={<SpeakButton text={prompt} />}>
          <p>{prompt}</p>
        </Card>
      )}
      {held.length > 0 && (
        <List label={t('readings.panel.held')}>
          {held.map(({ id, occurredAt, audience, delivery }) => (
            <ListRow
              key={id}
              icon={TalkIcon}
              title={t('readings.topics.talked', { day: sayDay(language, occurredAt) })}
              state={<DeliveryMark of={{ delivery, audience }} />}
              href={`/conversation/${id}`}
            />
          ))}
        </List>
      )}
    </>
  );
}

function Chosen({
  instrument,
  statement,
  score,
}: Pick<StatementPanelProps, 'instrument'> & { statement: Statement; score: number | null }) {
  const t = useText();
  const language = useTextState().language.value;
  if (score === null) {
    return (
      <Card title={t('readings.notAnswered')} level={3}>
        <p>{t('readings.panel.gap')}</p>
      </Card>
    );
  }
  const band = bandOf(instrument, score);
  const level = band && statement.levels[band.id];
  const words = level ? inLanguage(level, language) : '';
  return (
    <Card
      title={sayScore(instrument, score, language, t)}
      level={3}
      aside={<SpeakButton text={`${sayScore(instrument, score, language, t)}. ${words}`} />}
    >
      <p>{words}</p>
    </Card>
  );
}
