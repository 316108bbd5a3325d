/** A code that is for another person than the one of this space: they can begin here, in a space of their own. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { Button } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';
import { beginEnrolment, endEnrolment } from './enrolment-draft.ts';
import { NewSpace } from './new-space.tsx';
import type { CodePlan } from './plan.ts';

interface SomeoneElseProps {
  plan: CodePlan;
  /** Whom the code is for. */
  personId: string;
  onBack(): void;
}

export function SomeoneElse({ plan, personId, onBack }: SomeoneElseProps) {
  const t = useText();
  const { state } = useApp();
  const { route } = useLocation();
  const { store, environment } = useServices();
  const wanted = useSignal(false);

  if (wanted.value) {
    return (
      <NewSpace
        state={state}
        environment={environment}
        plan={plan}
        kept={{
          // The draft in the space of whoever looked at the code first holds the attempt.
          read: async () => ({
            personId,
            attempt: (await beginEnrolment(store, environment, plan)).attempt,
          }),
          keep: () => Promise.resolve(),
          drop: () => Promise.resolve(),
        }}
        onBack={() => {
          wanted.value = false;
        }}
        onBegun={() => route('/')}
      />
    );
  }
  return (
    <Screen
      title={t('connect.else')}
      step="someone-else"
      actions={
        <>
          <Button
            compact
            onClick={() => {
              void endEnrolment(store);
              onBack();
            }}
          >
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            onClick={() => {
              wanted.value = true;
            }}
          >
            {t('connect.else.begin')}
          </Button>
        </>
      }
    >
      <p>{t('connect.else.what')}</p>
      <Notice kind="safe">
        <p>{t('connect.else.safe')}</p>
      </Notice>
    </Screen>
  );
}
