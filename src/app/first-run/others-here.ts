/** Others who are on this phone already: it is shared then, and their names are taken. */
import { useLoaded } from '../../ui/use-loaded.ts';
import { useApp } from '../app-context.tsx';
import type { AppState, Phase } from '../app-state.ts';

/** Known at once, and not to be asked for: a phone with somebody else on it is not only mine. */
export function othersHere(phase: Phase): boolean {
  return phase.at === 'open' || (phase.at === 'first-run' && phase.others);
}

/** Empty until they are read, and where the phone cannot say them: it is only a hint that depends on them. */
export function useNamesHere(): readonly string[] {
  const { state } = useApp();
  return useLoaded(() => readNames(state), [state]) ?? [];
}

async function readNames(state: AppState): Promise<string[]> {
  return state.namesHere().catch(() => []);
}

/** The name here that reads the same to people, however it is typed; undefined where there is none. */
export function takenName(name: string, names: readonly string[], language: string): string | undefined {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ');
  const typed = plain(name);
  if (typed === '') return undefined;
  const { compare } = new Intl.Collator(language, { usage: 'search', sensitivity: 'accent' });
  return names.find((one) => compare(plain(one), typed) === 0);
}
