/** What the shell's own screens need besides an open vault: who is here, how it looks, whether an update waits. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Preferences } from '../platform/preferences.ts';
import type { AppState } from './app-state.ts';
import type { SyncDesk } from './sync/sync-desk.ts';

export interface AppContextValue {
  state: AppState;
  preferences: Signal<Preferences>;
  /** True once a newer version of the app is ready. */
  updateWaiting: ReadonlySignal<boolean>;
  /** Changes to the newer version; the page loads anew. */
  applyUpdate(): void;
  /** True once something failed that nobody expected, outside of drawing a page. */
  stumbled: Signal<boolean>;
  /** True once the last change to a form that was left could not be kept. */
  changeLost: Signal<boolean>;
  /** To be called once the first screen shows what is the person's, or cannot: what can wait is fetched then. */
  stands(): void;
  /** How the open vault is kept in sync; null until the first screen stands, and while none is open. */
  desk: ReadonlySignal<SyncDesk | null>;
  /** Of this app, `major.minor.patch`. */
  version: string;
}

export const AppContext = createContext<AppContextValue | null>(null);

/** Throws outside the app. */
export function useApp(): AppContextValue {
  const value = useContext(AppContext);
  if (!value) throw new Error('useApp outside AppContext');
  return value;
}
