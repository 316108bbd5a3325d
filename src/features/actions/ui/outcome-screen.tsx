/** What came of an action: done, partly, something else instead, or let go. None is a failure. */
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { useServices } from '../../../ui/services.tsx';
import { localDay } from '../../../ui/text/dates.ts';
import { useText } from '../../../ui/text/use-text.ts';
import { draftKeys, writeOutcome } from '../data.ts';
import { outcomeDraft, outcomeDraftOf } from '../model/action-draft.ts';
import { outcomes } from '../model/action.ts';
import { OneAction } from './one-action.tsx';
import { StepDay, StepWords } from './step-fields.tsx';
import { StepForm } from './step-form.tsx';

export default function OutcomeScreen() {
  const t = useText();
  const { store, environment } = useServices();
  const title = t('actions.outcome.title');
  return (
    <OneAction title={title}>
      {(action) => (
        <StepForm
          title={title}
          about={action}
          draftKey={draftKeys.outcome(action.id)}
          shape={outcomeDraft}
          blank={() => outcomeDraftOf(action, localDay(new Date(environment.now()).toISOString()))}
          complete={({ state }) => state !== undefined}
          save={(draft) => writeOutcome(store, action, draft)}
        >
          {(step) => (
            <>
              <ChoiceOne
                legend={t('actions.outcome.which')}
                value={step.draft.state}
                onChange={(state) => step.change({ state })}
                options={outcomes.map((state) => ({
                  value: state,
                  label: t(`actions.outcome.${state}`),
                  hint: t(`actions.outcome.hint.${state}`),
                }))}
              />
              {step.wrong && (
                <Notice kind="attention" live="alert">
                  <p>{t('actions.outcome.missing')}</p>
                </Notice>
              )}
              <StepWords
                step={step}
                label={t('actions.outcome.words')}
                hint={t('actions.outcome.words.hint')}
              />
              <StepDay step={step} label={t('actions.outcome.on')} />
            </>
          )}
        </StepForm>
      )}
    </OneAction>
  );
}
