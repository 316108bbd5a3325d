/** The project's answer put down: what they said, who said it, and when. */
import { isSaid } from '../../../core/said.ts';
import { TextField } from '../../../ui/parts/field.tsx';
import { useServices } from '../../../ui/services.tsx';
import { localDay } from '../../../ui/text/dates.ts';
import { useText } from '../../../ui/text/use-text.ts';
import { draftKeys, writeAnswer } from '../data.ts';
import { answerDraft, answerDraftOf } from '../model/action-draft.ts';
import { OneAction } from './one-action.tsx';
import { StepDay, StepWords } from './step-fields.tsx';
import { StepForm } from './step-form.tsx';

export default function AnswerScreen() {
  const t = useText();
  const { store, environment } = useServices();
  const title = t('actions.answer.title');
  return (
    <OneAction title={title}>
      {(action) => (
        <StepForm
          title={title}
          about={action}
          draftKey={draftKeys.answer(action.id)}
          shape={answerDraft}
          blank={() => answerDraftOf(action, localDay(new Date(environment.now()).toISOString()))}
          complete={isSaid}
          save={(draft) => writeAnswer(store, action, draft)}
        >
          {(step) => (
            <>
              <StepWords
                step={step}
                label={t('actions.answer.words')}
                hint={t('actions.answer.words.hint')}
                error={step.wrong ? t('actions.answer.missing') : undefined}
              />
              <TextField
                label={t('actions.answer.who')}
                hint={t('actions.form.name.hint')}
                maxLength={200}
                value={step.draft.who}
                onInput={(who) => step.change({ who })}
              />
              <StepDay step={step} label={t('actions.answer.on')} />
            </>
          )}
        </StepForm>
      )}
    </OneAction>
  );
}
