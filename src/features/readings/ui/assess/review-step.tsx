/** All answers once more, each a tap from being changed; when it is about, who may see it, and finishing. */
import { useState } from 'preact/hooks';
import { SpeakButton } from '../../../../ui/capture/speak-button.tsx';
import { DraftTrouble } from '../../../../ui/draft/draft-trouble.tsx';
import { CheckIcon } from '../../../../ui/icons/state.tsx';
import { BackIcon } from '../../../../ui/icons/go.tsx';
import { Button } from '../../../../ui/parts/button.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { Notice } from '../../../../ui/parts/notice.tsx';
import { Screen } from '../../../../ui/parts/screen.tsx';
import { AudienceChoice } from '../../../../ui/record/audience-choice.tsx';
import { PastDay } from '../../../../ui/record/past-day.tsx';
import { CommandTrouble } from '../../../../ui/record/use-command.tsx';
import { WillSee } from '../../../../ui/record/will-see.tsx';
import { useServices } from '../../../../ui/services.tsx';
import { localDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import { bandOf, inLanguage } from '../../../instruments/model/instrument.ts';
import { answerOn, hasScore } from '../../model/reading-draft.ts';
import { indicatorIcon } from '../indicator-icons.ts';
import type { AssessFormProps } from './assess-props.ts';

/** `keeping` is true while the sound of a note is not kept yet: finished now, it would be lost. */
export function ReviewStep(props: AssessFormProps & { keeping: boolean }) {
  const { form, draft, instrument, steps, leave, command, onFinish, corrects } = props;
  const t = useText();
  const language = useTextState().language.value;
  const [empty, setEmpty] = useState(false);
  const finish = () => {
    setEmpty(!hasScore(draft));
    if (hasScore(draft)) onFinish();
  };

  function saidOn(statement: string): string {
    const { score, note, voice } = answerOn(draft, statement);
    const noted = note?.trim() || voice ? ` · ${t('readings.review.noted')}` : '';
    if (score === undefined) return t('readings.review.open') + noted;
    if (score === 'left-out') return t('readings.review.leftOut') + noted;
    const band = bandOf(instrument, score);
    return `${t('readings.score', { score })}${band ? ` · ${inLanguage(band.name, language)}` : ''}${noted}`;
  }

  const lead = t(corrects ? 'readings.review.lead.correct' : 'readings.review.lead');
  const rows = instrument.statements.map(({ id, short }) => ({
    id,
    title: inLanguage(short, language),
    detail: saidOn(id),
  }));
  const aloud = rows.map(({ title, detail }) => `${title}: ${detail.replaceAll(' · ', ', ')}.`);
  return (
    <Screen
      title={t('readings.review.title')}
      lead={lead}
      aside={<SpeakButton text={[lead, ...aloud].join(' ')} />}
      step="review"
      back={leave}
      backLabel={t('readings.assess.leave')}
      note={corrects ? undefined : <WillSee audience={draft.audience} />}
      actions={
        <>
          {!corrects && (
            <Button
              kind="quiet"
              compact
              icon={BackIcon}
              onClick={() => steps.back(instrument.statements.length)}
            >
              {t('ui.back')}
            </Button>
          )}
          <Button kind="primary" icon={CheckIcon} busy={command.busy || props.keeping} onClick={finish}>
            {t(corrects ? 'readings.review.save' : 'readings.finish')}
          </Button>
        </>
      }
    >
      {props.found}
      <DraftTrouble trouble={form.trouble} />
      <List label={t('readings.review.answers')}>
        {rows.map(({ id, ...words }, index) => (
          <ListRow
            key={id}
            {...words}
            icon={indicatorIcon(instrument, id)}
            onClick={() => steps.go(index + 1, true)}
          />
        ))}
      </List>
      <WhenAbout form={form} day={draft.day} said={corrects?.occurredAt} />
      {!corrects && (
        <AudienceChoice
          value={draft.audience}
          onChange={(audience) => form.change((now) => ({ ...now, audience }))}
        />
      )}
      {empty && !hasScore(draft) && (
        <Notice kind="attention" live="alert">
          <p>{t('readings.review.empty')}</p>
        </Notice>
      )}
      <CommandTrouble trouble={command.trouble} />
      {command.trouble !== null && <Notice kind="safe">{t('readings.review.safe')}</Notice>}
    </Screen>
  );
}

interface WhenAboutProps extends Pick<AssessFormProps, 'form'> {
  day: string | null;
  /** What a reading that is being corrected has said so far. */
  said: string | undefined;
}

function WhenAbout({ form, day, said }: WhenAboutProps) {
  const t = useText();
  const { environment } = useServices();
  const today = localDay(new Date(environment.now()).toISOString());
  const usual = said === undefined ? today : localDay(said);
  return (
    <PastDay
      label={t('readings.review.day')}
      hint={t('readings.review.day.hint')}
      value={day ?? usual}
      onChange={(chosen) => form.change((now) => ({ ...now, day: chosen === usual ? null : chosen }))}
    />
  );
}
