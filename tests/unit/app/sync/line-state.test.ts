/** The quiet line on top is always true: each way things can stand. */
import { expect, test } from 'vitest';
import { lineState } from '../../../../src/app/sync/line-state.ts';
import type { NotReceived } from '../../../../src/core/sync-store.ts';
import type { ConnectionStatus, SyncStatus } from '../../../../src/sync/client/sync-status.ts';

const waiting = (id: string, parts: Partial<NotReceived> = {}): NotReceived => ({
  id,
  rev: 'one',
  kind: 'asset',
  subject: 'me',
  connection: 'hub',
  state: 'waiting',
  since: '2026-05-01T09:00:00.000Z',
  wordsThere: false,
  ...parts,
});
const standing = (status: SyncStatus): ConnectionStatus => ({
  connection: 'hub',
  name: 'Garden',
  status,
  clockOffMs: null,
  takesAttachments: true,
});
const idle = standing({ at: 'idle', lastAt: 1 });
const working = standing({ at: 'working', sent: 0, toSend: 2, came: 0 });
const offline = standing({ at: 'offline' });
const paused = standing({ at: 'paused', why: '' });

test('without a connection nothing is said to be sent, whatever waits', () => {
  expect(lineState(0, 1, [waiting('a')], [])).toEqual({ at: 'unconnected' });
});

test('all is received only when nothing waits', () => {
  expect(lineState(1, 0, [], [idle])).toEqual({ at: 'received' });
  expect(lineState(1, 0, [], [working])).toEqual({ at: 'received' });
  expect(lineState(1, 1, [waiting('a', { wordsThere: true })], [idle])).toEqual({ at: 'waiting', count: 1 });
});

test('a record with several versions is one record', () => {
  const items = [waiting('a'), waiting('a', { rev: 'two' }), waiting('b', { connection: 'other' })];
  expect(lineState(1, 2, items, [working])).toEqual({ at: 'sending', count: 2 });
});

test('a phone that was connected as the person comes before everything, where there is a connection', () => {
  expect(lineState(1, 1, [waiting('a', { state: 'refused' })], [paused], { strangers: 1 })).toEqual({
    at: 'phone',
  });
  expect(lineState(0, 1, [waiting('a')], [], { strangers: 1 })).toEqual({ at: 'unconnected' });
});

test('without a network it waits for one, and says so', () => {
  expect(lineState(1, 1, [waiting('a')], [offline])).toEqual({ at: 'offline', count: 1 });
});

test('before anything is looked after it waits', () => {
  expect(lineState(1, 1, [waiting('a')], [])).toEqual({ at: 'waiting', count: 1 });
});

test('what needs the person comes before everything else, a lost login before what is under way', () => {
  const refused = waiting('a', { state: 'refused' });
  expect(lineState(2, 1, [refused, waiting('b')], [working, paused])).toEqual({ at: 'needs-you', count: 1 });
  expect(lineState(2, 1, [waiting('b')], [working, paused])).toEqual({ at: 'login' });
  expect(lineState(1, 0, [], [paused])).toEqual({ at: 'login' });
});

test('what is kept back needs nobody, and is not called received either', () => {
  const back = waiting('a', { state: 'kept-back' });
  expect(lineState(1, 1, [back], [idle])).toEqual({ at: 'kept-back', count: 1 });
  expect(lineState(1, 2, [back], [idle])).toEqual({ at: 'here', count: 1 });
  expect(lineState(1, 2, [back, waiting('b')], [working])).toEqual({ at: 'sending', count: 1 });
  // Elsewhere it still waits.
  expect(lineState(2, 1, [back, waiting('a', { connection: 'other' })], [idle])).toEqual({
    at: 'waiting',
    count: 1,
  });
});

test('what no connection carries is on this phone, and is not called received', () => {
  expect(lineState(1, 2, [], [idle])).toEqual({ at: 'here', count: 2 });
});

test('what only waits to be taken back or erased does not read as if it were sent', () => {
  const back = waiting('a', { ends: 'share' });
  expect(lineState(1, 2, [back, waiting('b', { ends: 'record' })], [offline])).toEqual({
    at: 'ending',
    count: 2,
  });
  expect(lineState(1, 1, [back], [working])).toEqual({ at: 'ending', count: 1 });
  expect(lineState(1, 2, [back, waiting('b')], [offline])).toEqual({ at: 'offline', count: 2 });
  // Nobody ever had it.
  expect(lineState(1, 1, [waiting('a', { ends: 'unseen' })], [offline])).toEqual({ at: 'received' });
});

test('where no entry is shared, nothing is called received', () => {
  expect(lineState(1, 0, [], [idle], { anyShared: false })).toEqual({ at: 'nothing-shared' });
  expect(lineState(1, 1, [waiting('a')], [idle], { anyShared: false })).toEqual({ at: 'waiting', count: 1 });
});

test('where one comes in with a code, nobody is asked to log in', () => {
  const isHub = (connection: string) => connection === 'hub';
  expect(lineState(1, 1, [waiting('a')], [paused], { isHub })).toEqual({ at: 'code' });
  const other = { ...paused, connection: 'other' };
  expect(lineState(2, 1, [waiting('a')], [paused, other], { isHub })).toEqual({ at: 'login' });
});
