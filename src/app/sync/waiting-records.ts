/** From the versions that are not received to the records a person knows, those that need them first. Pure. */
import type { NotReceived } from '../../core/sync-store.ts';

export interface WaitingRecord {
  id: string;
  kind: string;
  /** Moment the first of its versions was queued. */
  since: string;
  /** Versions that are set aside until the person does something; empty where it is only under way. */
  refused: readonly NotReceived[];
  /** Farthest of those that are under way. */
  way: 'waiting' | 'sending' | 'tried' | 'words-there' | 'kept-back';
  /** Where the newest of them is no more than an end: of its sharing, or of the whole record. */
  ends: 'share' | 'record' | undefined;
}

/** Each record once; the refused ones first, and of each the longest waiting first. Without what is nobody's matter. */
export function waitingRecords(items: readonly NotReceived[]): WaitingRecord[] {
  return byRecord(items.filter(isWaiting));
}

/** Neither kept back, nor the end of something that nobody else ever had. */
export function isWaiting({ state, ends }: NotReceived): boolean {
  return state !== 'kept-back' && (ends !== 'unseen' || state === 'refused');
}

/** Records of which nothing waits any more, and that are kept back from where they were refused; the longest waiting first. */
export function keptBackRecords(items: readonly NotReceived[]): WaitingRecord[] {
  const waiting = new Set(items.filter(({ state }) => state !== 'kept-back').map(({ id }) => id));
  return byRecord(items.filter(({ id, state }) => state === 'kept-back' && !waiting.has(id)));
}

function byRecord(items: readonly NotReceived[]): WaitingRecord[] {
  const byId = new Map<string, NotReceived[]>();
  for (const item of items) {
    const ofOne = byId.get(item.id);
    if (ofOne) ofOne.push(item);
    else byId.set(item.id, [item]);
  }
  return [...byId.values()].flatMap(toRecord).sort((a, b) => {
    const needs = Number(b.refused.length > 0) - Number(a.refused.length > 0);
    return needs !== 0 ? needs : a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
  });
}

function toRecord(items: readonly NotReceived[]): WaitingRecord[] {
  const [first] = items;
  if (!first) return [];
  const since = items.reduce((least, item) => (item.since < least ? item.since : least), first.since);
  const refused = items.filter(({ state }) => state === 'refused');
  const newest = items.reduce((last, item) => (item.rev > last.rev ? item : last), first);
  const ends = newest.ends === 'unseen' ? 'record' : newest.ends;
  return [{ id: first.id, kind: first.kind, since, refused, way: wayOf(items), ends }];
}

function wayOf(items: readonly NotReceived[]): WaitingRecord['way'] {
  if (items.every(({ state }) => state === 'kept-back')) return 'kept-back';
  if (items.some(({ state }) => state === 'sending')) return 'sending';
  if (items.every(({ wordsThere }) => wordsThere)) return 'words-there';
  return items.some(({ state }) => state === 'tried') ? 'tried' : 'waiting';
}
