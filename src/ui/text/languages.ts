/** The languages of the interface, and how a phone's wishes are matched to them. */

/** ISO 639-1 codes. English is the source; the others are drafts until a native speaker has checked them. */
export const languages = ['en', 'fr', 'nl', 'de', 'lb'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, as speakers look for it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  nl: 'Nederlands',
  de: 'Deutsch',
  lb: 'Lëtzebuergesch',
};

/** True for a language the interface has. */
export function isLanguage(code: string): code is Language {
  return languages.some((language) => language === code);
}

/**
 * The first language of the list that the interface has (BCP 47 tags, best first); English when there is none.
 * Region and script are left aside: `fr-BE` is `fr`, `de-LU` is `de`, `sv-SE` alone gives `en`.
 */
export function matchLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = languageOf(tag);
    if (code && isLanguage(code)) return code;
  }
  return 'en';
}

function languageOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).language;
  } catch {
    return null;
  }
}

/** Locales to hand to `Intl`, best first: not every phone knows Luxembourgish, whose dates read like German ones. */
export function localesFor(language: Language): string[] {
  return language === 'lb' ? ['lb', 'de-LU', 'de'] : language === 'en' ? ['en-GB'] : [language];
}
