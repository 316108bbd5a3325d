/** Loads the catalog of a language: two chunks each, made from the PO files by `vite-plugin-po.ts`. */
import type { Catalog } from './catalog.ts';
import type { Language } from './languages.ts';

/** The languages whose text a native speaker has checked, from the headers of the PO files. */
export { default as checkedLanguages } from 'virtual:catalogs-checked';

type Part = () => Promise<{ default: Catalog }>;

const parts: Record<Language, { first: Part; rest: Part }> = {
  en: { first: () => import('virtual:catalog-first/en'), rest: () => import('virtual:catalog-rest/en') },
  fr: { first: () => import('virtual:catalog-first/fr'), rest: () => import('virtual:catalog-rest/fr') },
  nl: { first: () => import('virtual:catalog-first/nl'), rest: () => import('virtual:catalog-rest/nl') },
  de: { first: () => import('virtual:catalog-first/de'), rest: () => import('virtual:catalog-rest/de') },
  lb: { first: () => import('virtual:catalog-first/lb'), rest: () => import('virtual:catalog-rest/lb') },
};

/** All texts of a language. */
export async function loadCatalog(language: Language): Promise<Catalog> {
  const [first, rest] = await Promise.all([parts[language].first(), parts[language].rest()]);
  return {
    language,
    checked: first.default.checked && rest.default.checked,
    texts: { ...first.default.texts, ...rest.default.texts },
  };
}

/** The texts of the shell alone: what the first screen needs. */
export async function loadShellCatalog(language: Language): Promise<Catalog> {
  return { ...(await parts[language].first()).default, shellOnly: true };
}
