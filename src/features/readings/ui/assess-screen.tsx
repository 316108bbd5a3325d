/** "How engaged I feel": the engagement tool filled in about oneself, kept at every tap. */
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { useTakes } from '../../../ui/capture/use-takes.ts';
import { DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { preloadRadar } from '../../../ui/star-chart/radar-chunk.ts';
import { useText } from '../../../ui/text/use-text.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { engagementRef, instrumentOf } from '../../instruments/model/find-instrument.ts';
import {
  assessKey,
  dropReadingDraft,
  finishReading,
  loadReadingDraft,
  newAssessment,
  saveReadingDraft,
} from '../data.ts';
import { firstOpen, type ReadingDraft } from '../model/reading-draft.ts';
import { AssessForm } from './assess/assess-form.tsx';
import { BegunStep } from './assess/begun-step.tsx';
import { CutShortNotes } from './assess/cut-short-notes.tsx';
import { DoneStep } from './assess/done-step.tsx';
import { IntroStep } from './assess/intro-step.tsx';
import { spokenNotes } from './assess/spoken-notes.ts';
import { useSteps } from './assess/use-steps.ts';

const path = '/assess';

export default function AssessScreen() {
  const t = useText();
  const { store, environment } = useServices();
  const { route } = useLocation();
  // Of the route and not of the address: that is the star's already while its chunk is fetched and this is still shown.
  const { query } = useRoute();
  const key = assessKey(store);
  const form = useDraft<ReadingDraft>(key, {
    load: () => loadReadingDraft(store, key),
    save: (draft) => saveReadingDraft(store, key, draft),
    drop: () => dropReadingDraft(store, key),
  });
  const takes = useTakes(form, spokenNotes);
  const { id, version } = form.value?.instrument ?? engagementRef;
  const instrument = useLoaded(() => instrumentOf({ id, version }), [id, version]);
  const steps = useSteps(path, instrument?.statements.length ?? 6);
  const command = useCommand();
  const [starting, setStarting] = useState(false);
  const [finished, setFinished] = useState<string | null>(null);
  const lost = (form.state === 'none' || form.state === 'ended') && steps.at !== null;
  useEffect(() => {
    // An old address with a step in it, after the form was finished.
    if (lost) route(path, true);
  }, [lost, route]);

  useEffect(() => {
    // The star is next: its drawing is fetched while the phone has nothing to do.
    void preloadRadar();
  }, []);

  const done = query['done'];
  if (done !== undefined) return <DoneStep key={done} id={done} fresh={done === finished} />;
  const draft = form.value;

  async function start(): Promise<void> {
    setStarting(true);
    form.begin(await newAssessment(store, environment));
    setStarting(false);
    steps.go(1);
  }
  function finish(whole: ReadingDraft): void {
    command.run(
      () => finishReading(store, whole),
      () => {
        form.ended();
        setFinished(whole.id);
        route(`${path}?done=${whole.id}`, true);
      },
    );
  }

  if (form.state === 'strange') {
    return (
      <Screen title={t('readings.assess.title')} back="/">
        <DraftStrange form={form} />
      </Screen>
    );
  }
  if (form.state === 'loading' || instrument === undefined) {
    return (
      <Screen title={t('readings.assess.title')} back="/">
        <Loading rows={3} />
      </Screen>
    );
  }
  if (draft === null) {
    if (!instrument) return null;
    return <IntroStep instrument={instrument} busy={starting} onStart={() => void start()} />;
  }
  if (steps.at === null || !instrument) {
    const open = firstOpen(draft);
    return (
      <BegunStep
        draft={draft}
        from={form.foundFrom}
        instrument={instrument}
        found={instrument && <CutShortNotes takes={takes} instrument={instrument} />}
        onCarryOn={() => steps.go(open === null ? 'review' : open + 1)}
        onStartAgain={form.startAgain}
      />
    );
  }
  return (
    <AssessForm
      form={form}
      draft={draft}
      takes={takes}
      instrument={instrument}
      steps={steps}
      at={steps.at}
      leave="/"
      command={command}
      onFinish={() => finish(draft)}
    />
  );
}
