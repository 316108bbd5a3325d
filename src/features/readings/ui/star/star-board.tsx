/** A reading as a star, with what lies under it, the same in words and figures, and what it gives to talk about. */
import { useMemo, useState } from 'preact/hooks';
import type { Version } from '../../../../core/version.ts';
import { isAboutOwner } from '../../../../core/whose-words.ts';
import { SpeakButton } from '../../../../ui/capture/speak-button.tsx';
import { Disclosure } from '../../../../ui/parts/disclosure.tsx';
import { Loading } from '../../../../ui/parts/loading.tsx';
import { Notice } from '../../../../ui/parts/notice.tsx';
import { DeliveryMark } from '../../../../ui/record/delivery-mark.tsx';
import { RecordLines } from '../../../../ui/record/record-lines.tsx';
import { useNamesOf } from '../../../../ui/record/use-name-of.ts';
import { useServices } from '../../../../ui/services.tsx';
import { StarChart } from '../../../../ui/star-chart/star-chart.tsx';
import { starSentence, starSentences } from '../../../../ui/star-chart/star-sentence.ts';
import { StarSheet } from '../../../../ui/star-chart/star-sheet.tsx';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import { useLive } from '../../../../ui/use-live.ts';
import type { Instrument } from '../../../instruments/model/instrument.ts';
import { watchTalks } from '../../data.ts';
import { reading as kind, type ReadingBody } from '../../model/reading.ts';
import { indicatorIcons } from '../indicator-icons.ts';
import { useInstrument } from '../use-instrument.ts';
import type { BoardReading } from './board-reading.ts';
import { EarlierChoice } from './earlier-choice.tsx';
import styles from './star-board.module.css';
import { StarTools } from './star-tools.tsx';
import { StatementPanel } from './statement-panel.tsx';
import { Topics } from './topics.tsx';
import { useStar } from './use-star.ts';
import { useStarTitle } from './use-star-title.ts';

/** More than these laid under at first would hide what is new. */
const underAtFirst = 2;

interface StarBoardProps {
  /** The reading the star is about. */
  reading: Version<ReadingBody>;
  /** It and those that can be laid under it, newest first. */
  readings: readonly BoardReading[];
}

export function StarBoard({ reading, readings }: StarBoardProps) {
  const t = useText();
  const { store } = useServices();
  const instrument = useInstrument(store, reading.body);
  if (instrument === undefined) return <Loading rows={5} />;
  if (instrument)
    return <Board key={reading.id} instrument={instrument} reading={reading} readings={readings} />;
  return (
    <>
      <Notice kind="safe">
        <p>{t('readings.otherTool')}</p>
      </Notice>
      <RecordLines kind={kind} body={reading.body} />
    </>
  );
}

function Board({ instrument, reading, readings }: StarBoardProps & { instrument: Instrument }) {
  const t = useText();
  const language = useTextState().language.value;
  const { store, owner } = useServices();
  const mine = isAboutOwner(owner, reading);
  const title = useStarTitle(reading.subject);
  const [open, setOpen] = useState<string | null>(null);
  const under = useMemo(
    () => readings.filter(({ id }) => id !== reading.id).map(({ id }) => id),
    [readings, reading.id],
  );
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const chosen = useMemo(() => picked ?? under.slice(0, underAtFirst), [picked, under]);
  const names = useNamesOf(
    readings.filter(({ body }) => body.relation !== 'self').map(({ author }) => author.id),
  );
  const star = useStar(instrument, readings, reading.id, chosen, names);
  const allTalks = useLive(() => watchTalks(store, reading.subject), [store, reading.subject]) ?? [];
  const talks = allTalks.filter(({ body }) => body.reading === reading.id);
  const sentence = starSentence(star, t, language);
  const mark = (outline: string) => {
    const { audience = 'me', delivery = 'here' } = readings.find(({ id }) => id === outline) ?? {};
    return (
      <span data-print="no">
        <DeliveryMark of={{ delivery, audience }} />
      </span>
    );
  };
  return (
    <div class={styles.board}>
      <div class={styles.star}>
        <StarSheet
          title={title}
          data={star}
          sentences={starSentences(star, t, language)}
          aside={<SpeakButton text={sentence} label={t('readings.star.hear')} />}
          mark={mark}
        >
          <StarChart
            data={star}
            label={sentence}
            icons={indicatorIcons}
            selected={open}
            onAxis={(axis) => setOpen(axis)}
          />
        </StarSheet>
        <StarTools title={title} star={star} day={reading.occurredAt} />
      </div>
      <div class={styles.beside} data-print="no">
        {mine && (
          <Topics instrument={instrument} reading={reading} readings={readings} talks={talks} names={names} />
        )}
        {under.length > 0 && (
          <Disclosure summary={t('readings.earlier.choose')}>
            <EarlierChoice
              star={star}
              readings={readings}
              chosen={chosen}
              names={names}
              onChoose={setPicked}
            />
          </Disclosure>
        )}
      </div>
      <StatementPanel
        instrument={instrument}
        statement={instrument.statements.find(({ id }) => id === open)}
        reading={reading}
        earlier={readings.filter(({ id }) => id !== reading.id)}
        talks={talks}
        names={names}
        mayTalk={mine}
        onClose={() => setOpen(null)}
      />
    </div>
  );
}
