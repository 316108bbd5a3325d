/** The list of what is not received: by record, what needs the person first. */
import { expect, test } from 'vitest';
import { editPlace } from '../../../../src/app/sync/edit-place.ts';
import { keptBackRecords, waitingRecords } from '../../../../src/app/sync/waiting-records.ts';
import type { NotReceived } from '../../../../src/core/sync-store.ts';
import { records } from '../../../../src/records.ts';

const at = (minute: number) => `2026-05-01T09:0${minute}:00.000Z`;
const waiting = (id: string, rev: string, since: string, parts: Partial<NotReceived> = {}): NotReceived => ({
  id,
  rev,
  kind: 'asset',
  subject: 'me',
  connection: 'hub',
  state: 'waiting',
  since,
  wordsThere: false,
  ...parts,
});

test('a record stands once, since its first version waits, with what is refused of it', () => {
  const refused = { why: 'too long', reason: 'too-large', at: at(3) } as const;
  const items = [
    waiting('a', '2', at(2)),
    waiting('a', '1', at(1), { state: 'refused', refused }),
    waiting('b', '1', at(0)),
  ];
  expect(waitingRecords(items)).toMatchObject([
    { id: 'a', since: at(1), refused: [{ rev: '1' }] },
    { id: 'b', since: at(0), refused: [] },
  ]);
});

test('the longest waiting comes first', () => {
  const items = [waiting('a', '1', at(2)), waiting('b', '1', at(1)), waiting('c', '1', at(3))];
  expect(waitingRecords(items).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

test('how far it is: sending, sent without an answer, only its photos missing, or waiting', () => {
  const way = (...items: NotReceived[]) => waitingRecords(items)[0]?.way;
  expect(way(waiting('a', '1', at(1)), waiting('a', '2', at(1), { state: 'sending' }))).toBe('sending');
  expect(way(waiting('a', '1', at(1)), waiting('a', '2', at(1), { state: 'tried' }))).toBe('tried');
  expect(way(waiting('a', '1', at(1), { wordsThere: true }))).toBe('words-there');
  expect(way(waiting('a', '1', at(1), { wordsThere: true }), waiting('a', '2', at(1)))).toBe('waiting');
});

test('what is kept back from one place stands apart, unless it still waits for another', () => {
  const items = [
    waiting('a', '1', at(1), { state: 'kept-back' }),
    waiting('b', '1', at(0), { state: 'kept-back' }),
    waiting('b', '1', at(0), { connection: 'other' }),
  ];
  expect(waitingRecords(items)).toMatchObject([{ id: 'b', way: 'waiting' }]);
  expect(keptBackRecords(items)).toMatchObject([{ id: 'a', way: 'kept-back' }]);
});

test('every kind of record that is listed can be mended somewhere', () => {
  for (const kind of records.keys()) expect(editPlace({ id: 'x', kind })).not.toBeNull();
  expect(editPlace({ id: 'x', kind: 'badge' })).toBeNull();
});
