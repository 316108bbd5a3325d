/** The screens of the app at their real addresses, on a real vault, in a real browser. */
import { LocationProvider, Route, Router } from 'preact-iso';
import { render } from 'preact';
import '../../src/ui/styles/plotline.css';
import './told-lost.ts';
import { AppContext, type AppContextValue } from '../../src/app/app-context.tsx';
import { routes } from '../../src/app/routes.tsx';
import type { Device } from '../../src/core/device.ts';
import { createDevice } from '../../src/platform/device.ts';
import { records } from '../../src/records.ts';
import { Announcer } from '../../src/ui/parts/announcer.tsx';
import { ServicesContext } from '../../src/ui/services.tsx';
import type { Language } from '../../src/ui/text/languages.ts';
import { loadCatalog } from '../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../src/ui/text/text-state.ts';
import { TextContext } from '../../src/ui/text/use-text.ts';
import type { OwnVault } from './own-vault.ts';

export interface OwnStage {
  host: HTMLElement;
  /** Goes to a screen as a link would. */
  go(path: string): void;
  /** Leaves the page, as closing the tab does; the vault stays open. */
  clear(): void;
}

interface Given {
  phone: OwnVault;
  /** Address of the first screen. */
  path: string;
  language?: Language;
  /** What the phone does otherwise than the real one. */
  device?: Partial<Device>;
  /** For screens of the shell; others do without. */
  app?: AppContextValue;
}

export async function showScreen({ phone, path, language = 'en', device, app }: Given): Promise<OwnStage> {
  const text = createTextState(await loadCatalog(language), loadCatalog, (shown) => {
    document.documentElement.lang = shown;
  });
  const services = {
    store: phone.vault,
    owner: phone.owner,
    device: { ...createDevice(), ...device },
    records,
    environment: phone.environment,
  };
  history.replaceState(null, '', path);
  const host = document.createElement('div');
  document.body.append(host);
  render(
    <TextContext.Provider value={text}>
      <AppContext.Provider value={app ?? null}>
        <ServicesContext.Provider value={services}>
          <Announcer>
            <LocationProvider>
              <Router>
                {routes
                  .filter(({ path }) => path !== '/')
                  .map(({ path, screen }) => (
                    <Route key={path} path={path} component={screen} />
                  ))}
                <Route default component={Elsewhere} />
              </Router>
            </LocationProvider>
          </Announcer>
        </ServicesContext.Provider>
      </AppContext.Provider>
    </TextContext.Provider>,
    host,
  );
  return {
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
      delete document.documentElement.dataset['theme'];
    },
  };
}

function Elsewhere() {
  return <p>Elsewhere</p>;
}
