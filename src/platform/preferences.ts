/** How the app should look and speak on this phone, known before any vault is open. Never names, never contents. */

export const themes = ['system', 'light', 'dark', 'sun'] as const;
export type Theme = (typeof themes)[number];
export const textSizes = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

export interface Preferences {
  theme: Theme;
  textSize: TextSize;
  /** Language code such as `de`; null is what the phone says. */
  language: string | null;
}

const key = 'plotline-preferences';

/** What was chosen on this phone; the usual for everything that was not, or cannot be read. */
export function readPreferences(storage: () => Storage = () => localStorage): Preferences {
  const kept = readKept(storage);
  return {
    theme: themes.find((theme) => theme === kept['theme']) ?? 'system',
    textSize: textSizes.find((size) => size === kept['textSize']) ?? 'normal',
    language: languageCode(kept['language']),
  };
}

/** Keeps the choices. False where the phone does not let us: they then hold until the app is closed. */
export function keepPreferences(chosen: Preferences, storage: () => Storage = () => localStorage): boolean {
  const { theme, textSize, language } = chosen;
  try {
    storage().setItem(key, JSON.stringify({ theme, textSize, language }));
    return true;
  } catch {
    return false;
  }
}

/** Nothing that was chosen is kept any more. */
export function forgetPreferences(storage: () => Storage = () => localStorage): void {
  try {
    storage().removeItem(key);
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

function readKept(storage: () => Storage): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

function languageCode(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) ? value : null;
}
