/** Loads the catalog of a language: one chunk each, made from the PO files by `vite-plugin-po.ts`. */
import type { Catalog } from './catalog.ts';
import type { Language } from './languages.ts';

const chunks: Record<Language, () => Promise<{ default: Catalog }>> = {
  en: () => import('virtual:catalog/en'),
  fr: () => import('virtual:catalog/fr'),
  nl: () => import('virtual:catalog/nl'),
  de: () => import('virtual:catalog/de'),
  lb: () => import('virtual:catalog/lb'),
};

export async function loadCatalog(language: Language): Promise<Catalog> {
  return (await chunks[language]()).default;
}
