/** The project's answer written down: what they said, who said it, and when. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { DateField } from '../../../ui/parts/date-field.tsx';
import { TextArea, TextField } from '../../../ui/parts/field.tsx';
import { useServices } from '../../../ui/services.tsx';
import { localDay } from '../../../ui/text/dates.ts';
import { useText } from '../../../ui/text/use-text.ts';
import { draftKeys, writeAnswer } from '../data.ts';
import { answerDraft, begunFrom } from '../model/action-draft.ts';
import { OneAction } from './one-action.tsx';
import { StepForm } from './step-form.tsx';

export default function AnswerScreen() {
  const t = useText();
  const { store, environment } = useServices();
  const today = localDay(new Date(environment.now()).toISOString());
  const title = t('actions.answer.title');
  return (
    <OneAction title={title}>
      {(action) => (
        <StepForm
          title={title}
          lead={action.body.what}
          draftKey={draftKeys.answer(action.id)}
          shape={answerDraft}
          back={`/action/${action.id}`}
          blank={() => {
            const { words = '', who = '', on = today } = action.body.answer ?? {};
            return { ...begunFrom(action), words, who: who || (action.body.ownerName ?? ''), on };
          }}
          complete={({ words }) => words.trim() !== ''}
          save={(draft) => writeAnswer(store, action, draft)}
        >
          {(draft, change, wrong) => (
            <>
              <TextArea
                label={t('actions.answer.words')}
                maxLength={LONGEST_TEXT}
                hint={t('actions.answer.words.hint')}
                error={wrong ? t('actions.answer.missing') : undefined}
                value={draft.words}
                onInput={(words) => change({ words })}
              />
              <TextField
                label={t('actions.answer.who')}
                hint={t('actions.form.name.hint')}
                maxLength={200}
                value={draft.who}
                onInput={(who) => change({ who })}
              />
              <DateField
                label={t('actions.answer.on')}
                today={today}
                max={today}
                value={draft.on}
                onChange={(on) => {
                  if (on !== '' && on <= today) change({ on });
                }}
              />
            </>
          )}
        </StepForm>
      )}
    </OneAction>
  );
}
