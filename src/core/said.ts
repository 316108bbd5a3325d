/** What can be said in writing, aloud, or both: whether it is said, and what it is called. Pure. */
import type { AttachmentRef, Line, Words } from './define-record.ts';

export interface Said {
  words?: string | undefined;
  voice?: AttachmentRef | undefined;
}

/** True where something is written or spoken. */
export function isSaid({ words = '', voice }: Said): boolean {
  return /\S/.test(words) || voice !== undefined;
}

/** Only what is there: trimmed words, a recording, both, or nothing. */
export function onlySaid({ words = '', voice }: Said): Said {
  return { ...(/\S/.test(words) ? { words: words.trim() } : {}), ...(voice ? { voice } : {}) };
}

/** The words; where it was only spoken, how long that is, so that several can be told apart in a list. */
export function titleOf({ words, voice }: Said): Words {
  if (words) return { said: words };
  if (voice?.ms === undefined) return { key: 'capture.spoken' };
  const seconds = Math.max(1, Math.round(voice.ms / 1000));
  return seconds < 60
    ? { key: 'capture.spoken.seconds', values: { count: seconds } }
    : { key: 'capture.spoken.minutes', values: { count: Math.round(seconds / 60) } };
}

/** The lines of a record that hold it, all with one label. */
export function linesOf(label: string, { words, voice }: Said): Line[] {
  return [
    ...(words ? [{ label, words: { said: words } }] : []),
    ...(voice ? [{ label, media: [voice] }] : []),
  ];
}
