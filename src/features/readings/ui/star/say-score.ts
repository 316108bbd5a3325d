/** A score in words. */
import type { Translate } from '../../../../ui/text/catalog.ts';
import { bandOf, inLanguage, type Instrument } from '../../../instruments/model/instrument.ts';

/** "4 of 6 · Getting there", or that it was not answered. */
export function sayScore(
  instrument: Instrument,
  score: number | null,
  language: string,
  t: Translate,
): string {
  if (score === null) return t('readings.notAnswered');
  const band = bandOf(instrument, score);
  const number = t('readings.score', { score });
  return band ? `${number} · ${inLanguage(band.name, language)}` : number;
}
