/** Teaches the app the names of statements that its own catalogs do not have. */
import type { Store } from '../../../core/store.ts';
import type { TextState } from '../../../ui/text/text-state.ts';
import { readKept } from '../model/kept-instruments.ts';
import { statementWords } from '../model/statement-words.ts';

/** From the definitions that came along with records, now and whenever one comes; until the returned function is called. */
export function learnWords(
  store: Pick<Store, 'watchDefinitions'>,
  text: Pick<TextState, 'learn'>,
): () => void {
  return store.watchDefinitions().subscribe(
    (definitions) => text.learn(statementWords(readKept(definitions))),
    // Out of reach, a statement is called by its own name, as where nobody knows it.
    () => undefined,
  );
}
