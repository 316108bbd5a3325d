/** Of which phones somebody has to be told: those that came after this one did, until they have said that it is theirs. */
import { expect, test } from 'vitest';
import { newPhones, otherPhones, type OwnPhone } from '../../../../src/app/connect/own-phones.ts';
import type { OwnDevice } from '../../../../src/sync/protocol/hub-api.ts';

const device = (id: string, day: number, more: Partial<OwnDevice> = {}): OwnDevice => ({
  id,
  since: `2026-05-0${day}T09:00:00.000Z`,
  here: false,
  ...more,
});
const here = device('here', 3, { here: true });
const ids = (phones: readonly OwnPhone[]) => phones.map(({ id }) => id);

test('asked for the first time: what was there before this phone is no news, what came after is', () => {
  const phones = otherPhones(undefined, [device('before', 1), here, device('after', 5, { codeBy: 'sam' })]);
  expect(ids(phones)).toEqual(['before', 'after']);
  expect(newPhones({ phones })).toMatchObject([{ id: 'after', codeBy: 'sam' }]);
});

test('told once it stays told; one that is gone is gone', () => {
  const before = otherPhones(undefined, [here, device('after', 5), device('lost', 6)]);
  const told = before.map((phone) => ({ ...phone, seen: true }));
  const phones = otherPhones(told, [here, device('after', 5), device('newest', 7)]);
  expect(ids(phones)).toEqual(['after', 'newest']);
  expect(ids(newPhones({ phones }))).toEqual(['newest']);
});

test('not told yet, it is still news after this phone has logged in again', () => {
  const before = otherPhones(undefined, [here, device('after', 5)]);
  const phones = otherPhones(before, [device('after', 5), device('here again', 8, { here: true })]);
  expect(ids(newPhones({ phones }))).toEqual(['after']);
});

test('what came in while this phone was logged out is news, although this phone came in again after it', () => {
  const devices = [device('known', 1), device('stranger', 5), device('here again', 8, { here: true })];
  expect(ids(newPhones({ phones: otherPhones([], devices) }))).toEqual(['known', 'stranger']);
  const known: OwnPhone = { id: 'known', since: device('known', 1).since, seen: true };
  expect(ids(newPhones({ phones: otherPhones([known], devices) }))).toEqual(['stranger']);
});

test('with no other phone there is nothing to say', () => {
  expect(newPhones({ phones: otherPhones(undefined, [here]) })).toEqual([]);
  expect(newPhones({})).toEqual([]);
});
