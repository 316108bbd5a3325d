/** First run with a code: what is known of the person elsewhere comes along, or they begin new and connected. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Environment } from '../../core/environment.ts';
import { keepCode } from '../../platform/begun-codes.ts';
import { Button } from '../../ui/parts/button.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';
import { CodeEntry, type CodeTrouble } from '../connect/code-entry.tsx';
import { findPlan } from '../connect/find-plan.ts';
import { NewSpace } from '../connect/new-space.tsx';
import type { CodePlan } from '../connect/plan.ts';
import { codeInHash } from '../connect/read-code.ts';

interface ComeWithCodeProps {
  environment: Environment;
  onBack(): void;
  /** Called once the person's space is open. */
  onBegun(): void;
}

export function ComeWithCode({ environment, onBack, onBegun }: ComeWithCodeProps) {
  const t = useText();
  const text = useTextState();
  const { state } = useApp();
  const plan = useSignal<CodePlan | null>(null);
  const trouble = useSignal<CodeTrouble | null>(null);
  const now = plan.value;
  const kept = useMemo(() => now && keepCode(now), [now]);

  async function look(given: string): Promise<void> {
    const found = await findPlan(given);
    if ('plan' in found) plan.value = found.plan;
    else trouble.value = found.trouble;
  }

  // The shell's texts do not have the words for codes.
  useEffect(() => void text.complete(), [text]);
  useEffect(() => {
    const code = codeInHash(location.hash);
    if (code === null) return;
    // It is of no more use in the address, where others could read it.
    history.replaceState(history.state, '', location.pathname);
    void look(code);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, with what the address brought
  }, []);
  if (text.catalog.value.shellOnly) return <Loading />;

  if (now !== null && kept !== null) {
    return (
      <NewSpace
        state={state}
        environment={environment}
        plan={now}
        kept={kept}
        onBack={() => {
          plan.value = null;
        }}
        onBegun={onBegun}
      />
    );
  }
  return (
    <Screen
      title={t('first.code')}
      lead={t('connect.lead')}
      step="code"
      heard
      actions={
        <Button compact onClick={onBack}>
          {t('ui.back')}
        </Button>
      }
    >
      <CodeEntry
        trouble={trouble.value}
        onText={(given) => void look(given)}
        onTrouble={(why) => {
          trouble.value = why;
        }}
      />
      <Notice kind="safe">
        <p>{t('connect.first')}</p>
      </Notice>
    </Screen>
  );
}
