/** Finding words however they are spelled: without regard to accents, capitals and joined letters. */
import type { RecordKinds, Words } from '../../../core/define-record.ts';
import type { Found } from '../../../core/store.ts';

/** Letters that do not come apart by themselves. */
const joined: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** A text as it is compared: "Grün" and "grun" are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => joined[letter] ?? letter)
    .replace(/[’‘`´]/g, "'");
}

/** Says whether a folded text holds every word that was typed, in any order, also in the middle of a word. */
export function matcher(typed: string): (folded: string) => boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return (folded) => words.every((word) => folded.includes(word));
}

/** How words and days are said in the language shown now. */
export interface Saying {
  words(words: Words): string;
  kind(kind: string): string;
  day(when: string): string;
}

/** All the words of a record in one folded text: summary, lines, its kind and its day. What is unread has the last two. */
export function searchText(found: Found, records: RecordKinds, say: Saying): string {
  const { kind, occurredAt } = found.status === 'damaged' ? found : found.version;
  const texts = [say.kind(kind), say.day(occurredAt)];
  const known = records.get(kind);
  if (found.status === 'ok' && known && found.version.removed !== 'erased') {
    const { body, audience } = found.version;
    const { title, detail } = known.summary(body, audience);
    const lines = known.lines(body).flatMap((line) => line.words ?? []);
    texts.push(...[title, ...(detail ? [detail] : []), ...lines].map((words) => say.words(words)));
  }
  return fold(texts.join('\n'));
}
