/** How a screen gets its words. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../../core/define-record.ts';
import { sayWords, type Translate } from './catalog.ts';
import type { TextState } from './text-state.ts';

export const TextContext = createContext<TextState | null>(null);

/** The state of text, for the language screen. Throws outside the app. */
export function useTextState(): TextState {
  const state = useContext(TextContext);
  if (!state) throw new Error('useText outside TextContext');
  return state;
}

/** The translator of the language shown now; the component is drawn again when the language changes. */
export function useText(): Translate {
  return useTextState().translate.value;
}

/** Turns a record's `Words` into text of the language shown now. */
export function useWords(): (words: Words) => string {
  const { translate, language } = useTextState();
  const t = translate.value;
  const now = language.value;
  return (words) => sayWords(t, now, words);
}
