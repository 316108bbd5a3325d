/** A small app for tests of the self-assessment, the star, the talk and actions: a real vault and their screens. */
import { LocationProvider, Route, Router } from 'preact-iso';
import { render } from 'preact';
import '../../src/ui/styles/plotline.css';
import './told-lost.ts';
import Talk from '../../src/app/talk.tsx';
import type { Device } from '../../src/core/device.ts';
import ActionScreen from '../../src/features/actions/ui/action-screen.tsx';
import ActionsScreen from '../../src/features/actions/ui/actions-screen.tsx';
import AddActionScreen from '../../src/features/actions/ui/add-action-screen.tsx';
import AnswerScreen from '../../src/features/actions/ui/answer-screen.tsx';
import EditActionScreen from '../../src/features/actions/ui/edit-action-screen.tsx';
import { HomeActions } from '../../src/features/actions/ui/home-actions.tsx';
import OutcomeScreen from '../../src/features/actions/ui/outcome-screen.tsx';
import ConversationScreen from '../../src/features/conversations/ui/conversation-screen.tsx';
import AssessScreen from '../../src/features/readings/ui/assess-screen.tsx';
import CorrectScreen from '../../src/features/readings/ui/correct-screen.tsx';
import { HomeStar } from '../../src/features/readings/ui/home-star.tsx';
import ReadingScreen from '../../src/features/readings/ui/reading-screen.tsx';
import StarScreen from '../../src/features/readings/ui/star-screen.tsx';
import { createDevice } from '../../src/platform/device.ts';
import { records } from '../../src/records.ts';
import type { Vault } from '../../src/storage/open-vault.ts';
import { Announcer } from '../../src/ui/parts/announcer.tsx';
import HistoryScreen from '../../src/ui/record/history-screen.tsx';
import { heedFirstTaps } from '../../src/ui/second-tap.ts';
import { ServicesContext } from '../../src/ui/services.tsx';
import type { Language } from '../../src/ui/text/languages.ts';
import { loadCatalog } from '../../src/ui/text/load-catalog.ts';
import { createTextState, type TextState } from '../../src/ui/text/text-state.ts';
import { TextContext } from '../../src/ui/text/use-text.ts';
import { openRealVault, type RealVault } from './real-vault.ts';

export interface AssessStage {
  phone: RealVault;
  store: Vault;
  host: HTMLElement;
  text: TextState;
  /** Goes to a screen as a link would. */
  go(path: string): void;
  /** Leaves the page and comes back to where one was, as when the browser was closed: only what is kept is left. */
  comeBack(): Promise<void>;
  clear(): void;
}

function Start() {
  return (
    <main>
      <h1>Start</h1>
      <HomeStar />
      <HomeActions />
    </main>
  );
}

const screens = {
  '/': Start,
  '/assess': AssessScreen,
  '/star': StarScreen,
  '/reading/:id': ReadingScreen,
  '/reading/:id/edit': CorrectScreen,
  '/reading/:id/talk/:statement': Talk,
  '/conversation/:id': ConversationScreen,
  '/actions': ActionsScreen,
  '/actions/add': AddActionScreen,
  '/action/:id': ActionScreen,
  '/action/:id/edit': EditActionScreen,
  '/action/:id/answer': AnswerScreen,
  '/action/:id/outcome': OutcomeScreen,
  '/record/:id/history': HistoryScreen,
};

/** Shows the screen at `path` on a phone with a new, empty vault. */
export async function showAssess(
  path: string,
  given: { language?: Language; device?: Partial<Device> } = {},
): Promise<AssessStage> {
  const phone = await openRealVault();
  const text = createTextState(await loadCatalog(given.language ?? 'en'), loadCatalog, (shown) => {
    document.documentElement.lang = shown;
  });
  const device = { ...createDevice(), ...given.device };
  const { owner, environment } = phone;
  let store = phone.store;
  const host = document.createElement('div');
  document.body.append(host);
  const heedNoMore = heedFirstTaps();

  function show(): void {
    render(
      <TextContext.Provider value={text}>
        <ServicesContext.Provider value={{ store, owner, device, records, environment }}>
          <Announcer>
            <LocationProvider>
              <Router>
                {Object.entries(screens).map(([at, screen]) => (
                  <Route key={at} path={at} component={screen} />
                ))}
              </Router>
            </LocationProvider>
          </Announcer>
        </ServicesContext.Provider>
      </TextContext.Provider>,
      host,
    );
  }

  history.replaceState(null, '', path);
  show();
  return {
    phone,
    get store() {
      return store;
    },
    host,
    text,
    go(to) {
      const link = document.createElement('a');
      link.href = to;
      host.append(link);
      link.click();
      link.remove();
    },
    async comeBack() {
      render(null, host);
      store.close();
      store = await phone.again();
      show();
    },
    clear() {
      heedNoMore();
      render(null, host);
      host.remove();
      store.close();
      delete document.documentElement.dataset['theme'];
    },
  };
}
