/** The whole app: shows what fits where it is, in the language and with the services of the one who is here. */
import type { ReadonlySignal } from '@preact/signals';
import { ErrorBoundary as Waiting, LocationProvider } from 'preact-iso';
import type { RecordKinds } from '../core/define-record.ts';
import type { Device } from '../core/device.ts';
import type { Environment } from '../core/environment.ts';
import { ServicesContext } from '../ui/services.tsx';
import { SpeechContext } from '../ui/speech.ts';
import type { TextState } from '../ui/text/text-state.ts';
import { TextContext } from '../ui/text/use-text.ts';
import { AppContext, useApp, type AppContextValue } from './app-context.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FirstRun } from './first-run/first-run.tsx';
import { lazily } from './lazily.ts';
import { Shell } from './shell.tsx';

// Seldom the first that is seen. What is, whoever is here, comes with the first script: on a slow line a further fetch takes longer than its bytes.
const ChoosePerson = lazily(async () => ({
  default: (await import('./phone/choose-person.tsx')).ChoosePerson,
}));
const OutOfReach = lazily(async () => ({ default: (await import('./phone/out-of-reach.tsx')).OutOfReach }));
const Erased = lazily(() => import('./phone/erased.tsx'));

export interface AppProps {
  text: TextState;
  app: AppContextValue;
  device: Device;
  /** Empty until the first screen stands. */
  records: ReadonlySignal<RecordKinds>;
  environment: Environment;
}

export function App({ text, app, ...rest }: AppProps) {
  return (
    <TextContext.Provider value={text}>
      <AppContext.Provider value={app}>
        <ErrorBoundary>
          <LocationProvider>
            <SpeechContext.Provider value={rest.device.speech}>
              <Waiting>
                <Here {...rest} />
              </Waiting>
            </SpeechContext.Provider>
          </LocationProvider>
        </ErrorBoundary>
      </AppContext.Provider>
    </TextContext.Provider>
  );
}

function Here(services: Pick<AppProps, 'device' | 'records' | 'environment'>) {
  const phase = useApp().state.phase.value;
  const records = services.records.value;
  switch (phase.at) {
    case 'first-run':
      return <FirstRun records={records} environment={services.environment} />;
    case 'choose':
      return <ChoosePerson people={phase.people} />;
    case 'erased':
      return <Erased />;
    case 'out-of-reach':
      return <OutOfReach why={phase.why} />;
    case 'open':
      return (
        <ServicesContext.Provider
          key={phase.entry.id}
          value={{ ...services, records, store: phase.store, owner: phase.owner }}
        >
          <Shell />
        </ServicesContext.Provider>
      );
  }
}
