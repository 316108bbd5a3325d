/** Composition root of the app: everything with a side effect is made and wired here, top to bottom. */
import './ui/styles/plotline.css';
import { version } from '../package.json';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { createAppState } from './app/app-state.ts';
import type { Environment } from './core/environment.ts';
import { introduceOwner } from './features/people/data.ts';
import { createDevice } from './platform/device.ts';
import { keepPreferences, readPreferences } from './platform/preferences.ts';
import { records } from './records.ts';
import { openDirectory } from './storage/directory.ts';
import { openVault } from './storage/open-vault.ts';
import { matchLanguage } from './ui/text/languages.ts';
import { loadCatalog, loadShellCatalog } from './ui/text/load-catalog.ts';
import { createTextState } from './ui/text/text-state.ts';

const environment: Environment = {
  now: () => Date.now(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

const preferences = signal(readPreferences());
effect(() => {
  document.documentElement.dataset['theme'] = preferences.value.theme;
  document.documentElement.dataset['textSize'] = preferences.value.textSize;
});

/** A language once chosen stays; until then the phone's own languages decide. */
function rememberLanguage(language: string): void {
  document.documentElement.lang = language;
  if (language === matchLanguage(wantedLanguages())) return;
  preferences.value = { ...preferences.value, language };
  keepPreferences(preferences.value);
}

function wantedLanguages(): string[] {
  const { language } = preferences.peek();
  return language ? [language, ...navigator.languages] : [...navigator.languages];
}

async function start(): Promise<void> {
  const catalogLoads = loadShellCatalog(matchLanguage(wantedLanguages())).catch(() => loadShellCatalog('en'));
  const directory = await openDirectory(environment);
  const text = createTextState(await catalogLoads, loadCatalog, rememberLanguage);
  const state = await createAppState({
    directory,
    environment,
    openVault: (entry) =>
      openVault(entry, { environment, records, owner: { personId: entry.personId, role: entry.role } }),
    introduce: (store, name) => introduceOwner(store, name, text.language.peek()),
  });

  const stumbled = signal(false);
  // The one place for what nobody expected; pages that fail while being drawn go to the error boundary.
  addEventListener('unhandledrejection', () => {
    stumbled.value = true;
  });

  const updateWaiting = signal(false);
  let applyUpdate = () => {};

  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  render(
    <App
      text={text}
      app={{ state, preferences, updateWaiting, stumbled, applyUpdate: () => applyUpdate(), version }}
      device={createDevice()}
      records={records}
      environment={environment}
    />,
    root,
  );

  // After the first screen stands: nobody waits for the offline copy, or for the texts of the other screens.
  void text.complete();
  const { watchForUpdate } = await import('./platform/updates.ts');
  const updates = watchForUpdate('/service-worker.js', {
    onWaiting: () => {
      updateWaiting.value = true;
    },
  });
  applyUpdate = () => updates.apply();
}

void start();
