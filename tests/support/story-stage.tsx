/** A small app for tests of the record frame and the story: a real vault with the real kinds, and their screens. */
import { LocationProvider, Route, Router, useRoute } from 'preact-iso';
import { render } from 'preact';
import '../../src/ui/styles/plotline.css';
import './told-lost.ts';
import { createDevice } from '../../src/platform/device.ts';
import { records } from '../../src/records.ts';
import type { Vault } from '../../src/storage/open-vault.ts';
import { LatestMoments } from '../../src/features/story/ui/latest-moments.tsx';
import StoryScreen from '../../src/features/story/ui/story-screen.tsx';
import { Announcer } from '../../src/ui/parts/announcer.tsx';
import HistoryScreen from '../../src/ui/record/history-screen.tsx';
import { RecordLines } from '../../src/ui/record/record-lines.tsx';
import { RecordPage } from '../../src/ui/record/record-page.tsx';
import RecordScreen from '../../src/ui/record/record-screen.tsx';
import { ServicesContext } from '../../src/ui/services.tsx';
import type { Language } from '../../src/ui/text/languages.ts';
import { loadCatalog } from '../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../src/ui/text/text-state.ts';
import { TextContext } from '../../src/ui/text/use-text.ts';
import { openTestVault, type TestVault } from './vault.ts';

export interface StoryStage {
  test: TestVault;
  vault: Vault;
  host: HTMLElement;
  /** Goes to a screen as a link would. */
  go(path: string): void;
  clear(): void;
}

/** A vault of the real kinds, not shown yet. */
export async function realVault(): Promise<{ test: TestVault; vault: Vault }> {
  const test = await openTestVault();
  test.vault.close();
  return { test, vault: await test.openTab(records) };
}

/** Stands for a feature's own page. */
function AnyKind() {
  const { id = '', kind: name = '' } = useRoute().params;
  const kind = records.get(name);
  if (!kind) return <RecordScreen />;
  return (
    <RecordPage id={id} kind={kind} back="/story" edit={`/${name}/${id}/edit`}>
      {(version) => <RecordLines kind={kind} body={version.body} />}
    </RecordPage>
  );
}

export async function showStory(
  { test, vault }: { test: TestVault; vault: Vault },
  path: string,
  language: Language = 'en',
): Promise<StoryStage> {
  const text = createTextState(await loadCatalog(language), loadCatalog, (shown) => {
    document.documentElement.lang = shown;
  });
  const { owner, environment } = test;
  history.replaceState(null, '', path);
  const host = document.createElement('div');
  document.body.append(host);
  render(
    <TextContext.Provider value={text}>
      <ServicesContext.Provider value={{ store: vault, owner, device: createDevice(), records, environment }}>
        <Announcer>
          <LocationProvider>
            <Router>
              <Route path="/" component={LatestMoments} />
              <Route path="/story" component={StoryScreen} />
              <Route path="/record/:id" component={RecordScreen} />
              <Route path="/record/:id/history" component={HistoryScreen} />
              <Route path="/:kind/:id" component={AnyKind} />
            </Router>
          </LocationProvider>
        </Announcer>
      </ServicesContext.Provider>
    </TextContext.Provider>,
    host,
  );
  return {
    test,
    vault,
    host,
    go(to) {
      const link = document.createElement('a');
      link.href = to;
      host.append(link);
      link.click();
      link.remove();
    },
    clear() {
      render(null, host);
      host.remove();
      vault.close();
      delete document.documentElement.dataset['theme'];
    },
  };
}
