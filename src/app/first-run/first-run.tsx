/** First run: a name, a language, whose phone; then straight in. No account, no network. */
import { useSignal } from '@preact/signals';
import { lazy, useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { RecordKinds } from '../../core/define-record.ts';
import type { Environment } from '../../core/environment.ts';
import { Loading } from '../../ui/parts/loading.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useApp } from '../app-context.tsx';
import { NameStep } from './name-step.tsx';
import { othersHere } from './others-here.ts';

// Not in the first load, but fetched as soon as the first question stands.
const LanguageStep = lazy(() => import('./language-step.tsx').then((chunk) => chunk.LanguageStep));
const PhoneStep = lazy(() => import('./phone-step.tsx').then((chunk) => chunk.PhoneStep));

type Step = 'name' | 'language' | 'phone' | 'file' | 'code';

interface FirstRunProps {
  records: RecordKinds;
  environment: Environment;
}

export function FirstRun({ records, environment }: FirstRunProps) {
  const t = useText();
  const { state } = useApp();
  const phase = state.phase.value;
  const step = useSignal<Step>(location.hash.startsWith('#code=') ? 'code' : 'name');
  const name = useSignal('');
  const { route } = useLocation();
  const busy = useSignal(false);
  const failed = useSignal(false);

  useEffect(() => {
    void LanguageStep.preload();
    void PhoneStep.preload();
  }, []);
  useEffect(() => {
    void state.nameBegun().then((begun) => {
      // What was typed meanwhile is newer.
      if (name.peek() === '') name.value = begun;
    });
  }, [state, name]);

  async function begin(ownPhone: boolean): Promise<void> {
    busy.value = true;
    failed.value = false;
    const begun = await state.begin({ name: name.value, ownPhone });
    busy.value = false;
    failed.value = begun.status !== 'begun' && begun.status !== 'listed';
    if (begun.status === 'begun') toTheTop();
  }

  const toChoice = othersHere(phase) ? () => void state.leave() : undefined;

  switch (step.value) {
    case 'name':
      return (
        <NameStep
          onBack={toChoice}
          name={name.value}
          onName={(value) => {
            name.value = value;
            state.keepNameBegun(value);
          }}
          onNext={() => {
            step.value = 'language';
          }}
          onFile={() => {
            step.value = 'file';
          }}
          onCode={() => {
            step.value = 'code';
          }}
        />
      );
    case 'language':
      return (
        <LanguageStep
          onNext={() => {
            step.value = 'phone';
          }}
          onBack={() => {
            step.value = 'name';
          }}
        />
      );
    case 'phone':
      return (
        <PhoneStep
          others={othersHere(phase)}
          busy={busy.value}
          problem={failed.value ? t('first.failed') : undefined}
          onBegin={(own) => void begin(own)}
          onBack={() => {
            step.value = 'language';
          }}
        />
      );
    case 'file':
      return (
        <FileStep
          records={records}
          onBegun={toTheTop}
          onBack={() => {
            step.value = 'name';
          }}
        />
      );
    case 'code':
      return (
        <CodeStep
          environment={environment}
          onBegun={() => {
            route('/', true);
            toTheTop();
          }}
          onBack={() => {
            step.value = 'name';
          }}
        />
      );
  }
}

/** The address stays: who came by a shortcut, or to a page that somebody told them of, is there now. */
function toTheTop(): void {
  window.scrollTo(0, 0);
}

/** Fetched only by those who come with a file. */
function FileStep(props: { records: RecordKinds; onBegun(): void; onBack(): void }) {
  const loaded = useLoaded(() => import('./come-with-file.tsx'), []);
  return loaded && props.records.size > 0 ? <loaded.ComeWithFile {...props} /> : <Loading />;
}

/** Fetched only by those who come with a code. */
function CodeStep(props: { environment: Environment; onBegun(): void; onBack(): void }) {
  const loaded = useLoaded(() => import('./come-with-code.tsx'), []);
  return loaded ? <loaded.ComeWithCode {...props} /> : <Loading />;
}
