/** How big a file is, in words a person knows. Pure. */
import { localesFor, type Language } from '../../../ui/text/languages.ts';

/** `840 kB`, `2.3 MB`; at least 1 kB. */
export function saySize(language: Language, bytes: number): string {
  const [unit, size] =
    bytes < 1e6 ? ['kilobyte', Math.max(1, Math.round(bytes / 1e3))] : ['megabyte', bytes / 1e6];
  const format = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(localesFor(language), format).format(size);
}
