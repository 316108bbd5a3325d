/** Which connection carries what is about others: always one, never two. */
import { expect, test } from 'vitest';
import { carriedByNext, carriedWith, connectionFor } from '../../../../src/app/connect/carried-by.ts';
import type { Plan } from '../../../../src/app/connect/plan.ts';
import type { Connection } from '../../../../src/core/sync-store.ts';
import type { ConnectionSettings } from '../../../../src/sync/client/connection-settings.ts';
import { hubProfile } from '../../../../src/sync/protocol/profiles/hub.ts';

test('the first carries everything, a further one only what is mine', () => {
  expect(carriedByNext([])).toBe('everything');
  expect(carriedByNext([{ carries: 'everything' }])).toBe('mine');
});

test('where only a copy of my own is left, the next carries everything again', () => {
  expect(carriedByNext([{ carries: 'mine' }])).toBe('everything');
});

const hub = (id: string, carries: Connection['carries'], organisation: string): Connection => ({
  id,
  carries,
  settings: settings('https://hub.example', organisation),
});

function settings(address: string, organisation: string | null): ConnectionSettings {
  const member = organisation && { organisation: { id: organisation, name: '-' }, role: 'worker', sites: [] };
  return { name: '-', address, profile: hubProfile, login: {}, connectedAt: 0, ...(member && { member }) };
}

const login = (address: string, organisation: string | null): Plan => ({
  by: 'login',
  settings: settings(address, organisation),
});
const code: Plan = { by: 'code', address: 'https://hub.example', code: '-' };

test('a renewed login goes on with what the connection carries, and that is what is said before', () => {
  const there = [hub('first', 'everything', 'green'), hub('second', 'mine', 'weir')];
  expect(connectionFor(there, login('https://hub.example', 'weir'))?.id).toBe('second');
  expect(carriedWith(there, login('https://hub.example', 'green'))).toBe('everything');
  expect(carriedWith([hub('only', 'everything', 'green')], code)).toBe('everything');
  expect(carriedWith([hub('only', 'mine', 'green')], code)).toBe('mine');
});

test('another organisation at the same address, and the same at another address, are new', () => {
  const there = [hub('first', 'everything', 'green')];
  for (const plan of [login('https://hub.example', 'weir'), login('https://else.example', 'green')]) {
    expect(connectionFor(there, plan)).toBe(undefined);
    expect(carriedWith(there, plan)).toBe('mine');
  }
});

test('a server that is no hub is known by its address, and no code is taken for it', () => {
  const plain: Connection = { id: 'dav', carries: 'mine', settings: settings('https://hub.example', null) };
  expect(connectionFor([plain], login('https://hub.example', null))).toBe(plain);
  expect(connectionFor([plain], code)).toBe(undefined);
  expect(connectionFor([plain], login('https://hub.example', 'green'))).toBe(undefined);
});
