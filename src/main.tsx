/** Composition root of the app: everything with a side effect is made and wired here, top to bottom. */
import './ui/styles/plotline.css';
import { version } from '../package.json';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { createAppState, type AppState } from './app/app-state.ts';
import { forgetWithTheNext } from './app/lost-change.ts';
import type { SyncDesk } from './app/sync/sync-desk.ts';
import { stateOutOfReach } from './app/state-out-of-reach.ts';
import { whatToTell } from './app/what-to-tell.ts';
import type { RecordKinds } from './core/define-record.ts';
import type { Environment } from './core/environment.ts';
import type { Owner } from './core/store.ts';
import { createDevice } from './platform/device.ts';
import { forgetPreferences, keepPreferences, readPreferences } from './platform/preferences.ts';
import { openDirectory, type Directory } from './storage/directory.ts';
import { openVault } from './storage/open-vault.ts';
import { matchLanguage } from './ui/text/languages.ts';
import { loadCatalog, shellCatalog } from './ui/text/load-catalog.ts';
import { createTextState, type TextState } from './ui/text/text-state.ts';
import { heedFirstTaps } from './ui/second-tap.ts';

const environment: Environment = {
  now: () => Date.now(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

const preferences = signal(readPreferences());
effect(() => {
  document.documentElement.dataset['theme'] = preferences.value.theme;
  document.documentElement.dataset['textSize'] = preferences.value.textSize;
});

/** A language once chosen stays; until then the phone's own languages decide, also where the first could not be had. */
function showLanguage(language: string, chosen: boolean): void {
  document.documentElement.lang = language;
  if (!chosen || language === matchLanguage(wantedLanguages())) return;
  preferences.value = { ...preferences.value, language };
  keepPreferences(preferences.value);
}

function wantedLanguages(): string[] {
  const { language } = preferences.peek();
  return language ? [language, ...navigator.languages] : [...navigator.languages];
}

/** Fetched after the first screen, which shows none of them, or with the first that is read or written. */
const records = signal<RecordKinds>(new Map());

async function fetchRecords(): Promise<RecordKinds> {
  records.value = (await import('./records.ts')).records;
  return records.value;
}

type Opened = { status: 'open'; directory: Directory } | { status: 'out-of-reach'; why: string };

async function whereWeAre(opened: Opened, text: TextState, standing: Promise<void>): Promise<AppState> {
  if (opened.status === 'out-of-reach') return stateOutOfReach(opened.why);
  return createAppState({
    directory: opened.directory,
    environment,
    openVault(entry, onBroken) {
      const owner: Owner = {
        personId: entry.personId,
        // Another one, once an organisation has given it.
        get role() {
          return entry.role;
        },
      };
      return openVault(entry, { environment, records: fetchRecords, owner, onBroken, tidyAfter: standing });
    },
    beforeLastGoes: forgetPreferences,
    async introduce(store, name) {
      const { introduceOwner } = await import('./features/people/data.ts');
      return introduceOwner(store, name, text.language.peek());
    },
  });
}

/** So long, what can wait does, where the first screen never says that it stands. */
const PATIENCE_MS = 3000;

/** `standing` is over once the first screen stands: what can wait waits for that. */
function firstScreen(): { standing: Promise<void>; stands: () => void } {
  let stands = () => {};
  const standing = new Promise<void>((resolve) => {
    stands = resolve;
    setTimeout(resolve, PATIENCE_MS);
  });
  return { standing, stands };
}

async function start(): Promise<void> {
  const opened = await openDirectory(environment).then(
    (directory) => ({ status: 'open', directory }) as const,
    (error: unknown) => ({ status: 'out-of-reach', why: String(error) }) as const,
  );
  const text = createTextState(shellCatalog(matchLanguage(wantedLanguages())), loadCatalog, showLanguage);
  const { standing, stands } = firstScreen();
  const state = await whereWeAre(opened, text, standing);

  const stumbled = signal(false);
  const changeLost = signal(false);
  forgetWithTheNext(state.phase, changeLost);
  /** Something has failed that is not over with what is still to be fetched. */
  let failed = false;
  // The one place for what nobody expected; pages that fail while being drawn go to the error boundary.
  const unexpected = (error: unknown) => {
    const what = whatToTell(error);
    if (what === 'change-lost') changeLost.value = true;
    else if (what) stumbled.value = failed = true;
  };
  addEventListener('unhandledrejection', ({ reason }) => unexpected(reason));

  heedFirstTaps();

  const desk = signal<SyncDesk | null>(null);
  const updateWaiting = signal(false);
  let applyUpdate = () => {};

  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  render(
    <App
      text={text}
      app={{
        state,
        preferences,
        updateWaiting,
        stumbled,
        changeLost,
        stands,
        applyUpdate: () => applyUpdate(),
        desk,
        version,
      }}
      device={createDevice()}
      records={records}
      environment={environment}
    />,
    root,
  );

  // Painted first: whatever is fetched then would share the line and the processor with it.
  if (state.phase.peek().at !== 'open') requestAnimationFrame(() => setTimeout(stands));
  // Nobody waits for the offline copy, or for what the other screens need.
  await standing;
  // Cut off in the middle of the very first visit: said, and tried again when the network is back.
  let incomplete = false;
  const complete = async () => {
    const fetched = fetchRecords().then(
      () => true,
      () => false,
    );
    const whole = (await text.complete()) && (await fetched);
    // What else was stumbled over stays said.
    if (!whole) stumbled.value = true;
    else if (incomplete && !failed) stumbled.value = false;
    incomplete = !whole;
    if (incomplete) addEventListener('online', () => void complete(), { once: true });
  };
  void complete();
  const { askToKeep } = await import('./platform/storage-room.ts');
  // As soon as there is somebody whose records could be cleared away when the phone gets full.
  effect(() => {
    if (state.phase.value.at === 'open') void askToKeep();
  });
  // Names of statements that only somebody's files brought along: theirs alone, so forgotten with whoever leaves.
  const { learnWords } = await import('./features/instruments/ui/learn-words.ts');
  effect(() => {
    const phase = state.phase.value;
    text.learn(new Map());
    return phase.at === 'open' ? learnWords(phase.store, text) : undefined;
  });
  const { keepInSync } = await import('./app/sync/keep-in-sync.ts');
  keepInSync({ state, environment, desk, unexpected });
  const { watchForUpdate } = await import('./platform/updates.ts');
  const updates = watchForUpdate('/service-worker.js', {
    onWaiting: () => {
      updateWaiting.value = true;
    },
  });
  applyUpdate = () => updates.apply();
}

void start();
