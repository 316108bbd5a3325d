/** What statements are called, told by the definitions that came along with records. Pure. */
import type { Instrument, Localized } from './instrument.ts';
import { plainStatementKey, statementKey } from './statement-key.ts';

/**
 * By the key under which records say a statement. Where two say it differently, the first counts. The key without an
 * instrument is for records that name a statement and no instrument.
 */
export function statementWords(instruments: readonly Instrument[]): ReadonlyMap<string, Localized> {
  const words = new Map<string, Localized>();
  for (const instrument of instruments) {
    for (const { id, short } of instrument.statements) {
      for (const key of [statementKey(instrument, id), plainStatementKey(id)]) {
        if (!words.has(key)) words.set(key, short);
      }
    }
  }
  return words;
}
