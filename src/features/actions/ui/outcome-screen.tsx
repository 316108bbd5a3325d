/** What came of an action: done, partly, something else instead, or let go. None is a failure. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { DateField } from '../../../ui/parts/date-field.tsx';
import { TextArea } from '../../../ui/parts/field.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { useServices } from '../../../ui/services.tsx';
import { localDay } from '../../../ui/text/dates.ts';
import { useText } from '../../../ui/text/use-text.ts';
import { draftKeys, writeOutcome } from '../data.ts';
import { begunFrom, outcomeDraft } from '../model/action-draft.ts';
import { outcomes } from '../model/action.ts';
import { OneAction } from './one-action.tsx';
import { StepForm } from './step-form.tsx';

export default function OutcomeScreen() {
  const t = useText();
  const { store, environment } = useServices();
  const today = localDay(new Date(environment.now()).toISOString());
  const title = t('actions.outcome.title');
  return (
    <OneAction title={title}>
      {(action) => (
        <StepForm
          title={title}
          lead={action.body.what}
          draftKey={draftKeys.outcome(action.id)}
          shape={outcomeDraft}
          back={`/action/${action.id}`}
          blank={() => {
            const { state, words = '', on = today } = action.body.outcome ?? {};
            return { ...begunFrom(action), state, words, on };
          }}
          complete={({ state }) => state !== undefined}
          save={(draft) => writeOutcome(store, action, draft)}
        >
          {(draft, change, wrong) => (
            <>
              <ChoiceOne
                legend={t('actions.outcome.which')}
                value={draft.state}
                onChange={(state) => change({ state })}
                options={outcomes.map((state) => ({
                  value: state,
                  label: t(`actions.outcome.${state}`),
                  hint: t(`actions.outcome.hint.${state}`),
                }))}
              />
              {wrong && (
                <Notice kind="attention" live="alert">
                  <p>{t('actions.outcome.missing')}</p>
                </Notice>
              )}
              <TextArea
                label={t('actions.outcome.words')}
                maxLength={LONGEST_TEXT}
                hint={t('actions.outcome.words.hint')}
                value={draft.words}
                onInput={(words) => change({ words })}
              />
              <DateField
                label={t('actions.outcome.on')}
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
