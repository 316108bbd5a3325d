/** Correcting one's own answers: a new version is made, and what they were before is kept. */
import { useLocation, useRoute } from 'preact-iso';
import type { Version } from '../../../core/version.ts';
import { isByOwner } from '../../../core/whose-words.ts';
import { useTakes } from '../../../ui/capture/use-takes.ts';
import { DraftFound, DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { NotTheirs } from '../../../ui/record/not-theirs.tsx';
import { useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import {
  correctKey,
  correctReading,
  dropReadingDraft,
  loadReadingDraft,
  saveReadingDraft,
  watchReading,
} from '../data.ts';
import { draftOf, type ReadingDraft } from '../model/reading-draft.ts';
import type { ReadingBody } from '../model/reading.ts';
import { AssessForm } from './assess/assess-form.tsx';
import { CutShortNotes } from './assess/cut-short-notes.tsx';
import { spokenNotes } from './assess/spoken-notes.ts';
import { useSteps } from './assess/use-steps.ts';
import { useInstrument } from './use-instrument.ts';

export default function CorrectScreen() {
  const t = useText();
  const { store, owner } = useServices();
  const id = useRoute().params['id'] ?? '';
  const reading = useLive(() => watchReading(store, id), [store, id]);
  if (reading && !isByOwner(owner, reading)) return <NotTheirs page={`/reading/${id}`} />;
  if (reading) return <Correct key={id} reading={reading} />;
  return (
    <Screen title={t('readings.correct.title')} back={`/reading/${id}`}>
      {reading === undefined ? <Loading rows={3} /> : <p>{t('readings.correct.gone')}</p>}
    </Screen>
  );
}

function Correct({ reading }: { reading: Version<ReadingBody> }) {
  const t = useText();
  const { store } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const page = `/reading/${reading.id}`;
  const key = correctKey(reading.id);
  const form = useDraft<ReadingDraft>(key, {
    load: () => loadReadingDraft(store, key),
    save: (draft) => saveReadingDraft(store, key, draft),
    drop: () => dropReadingDraft(store, key),
    blank: () => draftOf(reading),
  });
  const takes = useTakes(form, spokenNotes);
  const instrument = useInstrument(store, reading.body);
  const steps = useSteps(`${page}/edit`, instrument?.statements.length ?? 6);
  const command = useCommand();
  const { value: draft } = form;
  if (form.state === 'strange' || instrument === null) {
    return (
      <Screen title={t('readings.correct.title')} back={page}>
        {instrument === null ? <p>{t('readings.otherTool')}</p> : <DraftStrange form={form} />}
        <LinkButton href={page}>{t('readings.correct.back')}</LinkButton>
      </Screen>
    );
  }
  if (!draft || !instrument) {
    return (
      <Screen title={t('readings.correct.title')} back={page}>
        <Loading rows={3} />
      </Screen>
    );
  }
  return (
    <AssessForm
      form={form}
      draft={draft}
      takes={takes}
      instrument={instrument}
      steps={steps}
      at={steps.at ?? 'review'}
      leave={page}
      command={command}
      corrects={reading}
      found={
        <>
          <DraftFound from={form.foundFrom} onStartAgain={form.startAgain} />
          <CutShortNotes takes={takes} instrument={instrument} />
        </>
      }
      onFinish={() =>
        command.run(
          () => correctReading(store, reading, draft),
          () => {
            form.ended();
            announce(t('readings.correct.saved'), { shown: true });
            route(page, true);
          },
        )
      }
    />
  );
}
