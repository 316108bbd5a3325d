/** Which language is shown now: loads a catalog, then switches everything at once. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { translator, type Catalog, type Learned, type Translate } from './catalog.ts';
import type { Language } from './languages.ts';

export interface TextState {
  readonly catalog: ReadonlySignal<Catalog>;
  readonly translate: ReadonlySignal<Translate>;
  readonly language: ReadonlySignal<Language>;
  /** Loads the catalog and switches; says false, and stays, where it could not be loaded. */
  switchTo(language: Language): Promise<boolean>;
  /** Loads what is missing of the language shown now; screens other than the first wait for it. */
  complete(): Promise<boolean>;
  /** Takes over what came along with somebody's records, in place of what was learned before. */
  learn(texts: Learned): void;
}

export type LoadCatalog = (language: Language) => Promise<Catalog>;

/** Starts with a catalog that is already here. `onSwitch` tells the page (its `lang`), and remembers what was `chosen`. */
export function createTextState(
  first: Catalog,
  load: LoadCatalog,
  onSwitch: (language: Language, chosen: boolean) => void,
): TextState {
  const catalog = signal(first);
  const learned = signal<Learned>(new Map());
  let wanted = first.language;
  onSwitch(first.language, false);

  async function show(language: Language, chosen: boolean): Promise<boolean> {
    wanted = language;
    try {
      const loaded = await load(language);
      if (wanted === language) {
        catalog.value = loaded;
        onSwitch(language, chosen);
      }
      return true;
    } catch {
      return false;
    }
  }

  return {
    catalog,
    translate: computed(() => translator(catalog.value, learned.value)),
    language: computed(() => catalog.value.language),
    switchTo: (language) => show(language, true),
    complete: () => (catalog.peek().shellOnly ? show(wanted, false) : Promise.resolve(true)),
    learn: (texts) => {
      if (texts.size + learned.peek().size > 0) learned.value = texts;
    },
  };
}
