/** One statement: what it is about, its three bands, six numbers, a way to leave it out, and room for a note. */
import { useEffect, useState } from 'preact/hooks';
import { LONGEST_TEXT } from '../../../../core/body-fields.ts';
import { SayOrType } from '../../../../ui/capture/say-or-type.tsx';
import { SpeakButton } from '../../../../ui/capture/speak-button.tsx';
import type { FieldTakes } from '../../../../ui/capture/use-takes.ts';
import { DraftTrouble } from '../../../../ui/draft/draft-trouble.tsx';
import type { FormTrouble } from '../../../../ui/draft/use-draft.ts';
import { BackIcon, NextIcon } from '../../../../ui/icons/go.tsx';
import { Button } from '../../../../ui/parts/button.tsx';
import { Disclosure } from '../../../../ui/parts/disclosure.tsx';
import { ProgressDots } from '../../../../ui/parts/progress-dots.tsx';
import { ScaleChoice, type ScaleBand } from '../../../../ui/parts/scale-choice.tsx';
import { Screen } from '../../../../ui/parts/screen.tsx';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import { inLanguage, type Instrument, type Statement } from '../../../instruments/model/instrument.ts';
import { answerOn, type DraftAnswer, type ReadingDraft } from '../../model/reading-draft.ts';

interface StatementStepProps {
  /** From 1. */
  at: number;
  instrument: Instrument;
  statement: Statement;
  draft: ReadingDraft;
  takes: FieldTakes;
  trouble: FormTrouble | null;
  leave: string;
  /** Where "next" leads. */
  next: 'statement' | 'review' | 'overview';
  onAnswer: (change: Partial<DraftAnswer>) => void;
  /** Told whether there is sound of the note that is not kept yet, also after this step was left. */
  onVoiceBusy: (busy: boolean) => void;
  onBack: () => void;
  onNext: () => void;
}

export function StatementStep(props: StatementStepProps) {
  const { at, instrument, statement, draft, onAnswer, next } = props;
  const t = useText();
  const language = useTextState().language.value;
  const given = answerOn(draft, statement.id);
  const name = inLanguage(statement.name, language);
  const about = inLanguage(statement.about, language);
  const leaveOut = { label: t('readings.assess.leaveOut'), hint: t('readings.assess.leaveOut.hint') };
  const total = instrument.statements.length;
  const done = draft.answers.flatMap(({ score }, index) => (score === undefined ? [] : [index + 1]));
  return (
    <Screen
      title={name}
      lead={about}
      step={at}
      back={props.leave}
      backLabel={t('readings.assess.leave')}
      place={
        <ProgressDots
          current={at}
          total={total}
          done={done}
          label={t('readings.assess.place', { at, total })}
        />
      }
      aside={<SpeakButton text={`${name}. ${about} ${t('readings.assess.which')}`} />}
      actions={
        <>
          <Button kind="quiet" compact icon={BackIcon} onClick={props.onBack}>
            {t('ui.back')}
          </Button>
          <Button kind="primary" iconEnd={NextIcon} onClick={props.onNext}>
            {t(`readings.assess.next.${next}`)}
          </Button>
        </>
      }
    >
      <DraftTrouble trouble={props.trouble} />
      <ScaleChoice
        legend={t('readings.assess.which')}
        legendHidden={at > 1}
        bands={bandsOf(instrument, statement, language)}
        leaveOut={{ ...leaveOut, aside: <SpeakButton text={`${leaveOut.label}. ${leaveOut.hint}`} /> }}
        value={given.score}
        onChange={(score) => onAnswer({ score })}
      />
      <Note given={given} takes={props.takes} onAnswer={onAnswer} onVoiceBusy={props.onVoiceBusy} />
    </Screen>
  );
}

function bandsOf(instrument: Instrument, statement: Statement, language: string): ScaleBand[] {
  return instrument.bands.map(({ id, from, to, name }) => {
    const level = statement.levels[id];
    const label = inLanguage(name, language);
    const description = level ? inLanguage(level, language) : '';
    return {
      label,
      description,
      values: Array.from({ length: to - from + 1 }, (_, step) => from + step),
      aside: <SpeakButton text={`${label}. ${description}`} />,
    };
  });
}

interface NoteProps extends Pick<StatementStepProps, 'takes' | 'onAnswer' | 'onVoiceBusy'> {
  given: DraftAnswer;
}

function Note({ given, takes, onAnswer, onVoiceBusy }: NoteProps) {
  const t = useText();
  const has = Boolean(given.note?.trim()) || given.voice !== undefined;
  const [open, setOpen] = useState(has);
  const cutShort = takes.found !== null;
  useEffect(() => {
    if (cutShort) setOpen(true);
  }, [cutShort]);
  return (
    <Disclosure
      summary={t(has ? 'readings.assess.note.here' : 'readings.assess.note')}
      open={open}
      onToggle={setOpen}
    >
      {open && (
        <SayOrType
          label={t('readings.assess.note.label')}
          hint={`${t('readings.assess.note.hint')} ${t('ui.keepOut')}`}
          rows={2}
          maxLength={LONGEST_TEXT}
          value={given.note ?? ''}
          onInput={(note) => onAnswer({ note })}
          voice={given.voice ?? null}
          onVoice={(voice) => onAnswer({ voice: voice ?? undefined })}
          onVoiceBusy={onVoiceBusy}
          takes={takes}
        />
      )}
    </Disclosure>
  );
}
