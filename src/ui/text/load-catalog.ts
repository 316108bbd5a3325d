/** The catalogs, made from the PO files by `vite-plugin-po.ts`: the texts of the shell are here, all others are loaded. */
import de from 'virtual:catalog-first/de';
import en from 'virtual:catalog-first/en';
import fr from 'virtual:catalog-first/fr';
import lb from 'virtual:catalog-first/lb';
import nl from 'virtual:catalog-first/nl';
import type { Catalog } from './catalog.ts';
import type { Language } from './languages.ts';

/** The languages whose text a native speaker has checked, from the headers of the PO files. */
export { default as checkedLanguages } from 'virtual:catalogs-checked';

const shells: Record<Language, Catalog> = { en, fr, nl, de, lb };

const rests: Record<Language, () => Promise<{ default: Catalog }>> = {
  en: () => import('virtual:catalog-rest/en'),
  fr: () => import('virtual:catalog-rest/fr'),
  nl: () => import('virtual:catalog-rest/nl'),
  de: () => import('virtual:catalog-rest/de'),
  lb: () => import('virtual:catalog-rest/lb'),
};

/** All texts of a language. */
export async function loadCatalog(language: Language): Promise<Catalog> {
  const shell = shells[language];
  const { default: rest } = await rests[language]();
  return {
    language,
    checked: shell.checked && rest.checked,
    texts: { ...shell.texts, ...rest.texts },
  };
}

/** The texts of the shell alone: what the first screen needs, in any language, without asking the line once more. */
export function shellCatalog(language: Language): Catalog {
  return { ...shells[language], shellOnly: true };
}
