/** The sync of the open vault on a line that breaks while its code is fetched: tried again once there is hope, and once. */
import { signal, type Signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Phase } from '../../../src/app/app-state.ts';
import { stateOutOfReach } from '../../../src/app/state-out-of-reach.ts';
import { keepInSync } from '../../../src/app/sync/keep-in-sync.ts';
import type { SyncDesk } from '../../../src/app/sync/sync-desk.ts';
import { VaultLeft } from '../../../src/core/vault-left.ts';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let phase: Signal<Phase>;
/** Every desk that was put, and null each time there was none any more. */
let desks: (SyncDesk | null)[];
let unexpected: unknown[];

beforeEach(async () => {
  phone = await openOwnVault();
  const { vault: store, owner, id } = phone;
  const entry = { id, ...owner, label: 'Ada', createdAt: '', ownPhone: true };
  phase = signal<Phase>({ at: 'open', entry, store, owner });
  desks = [];
  unexpected = [];
});
afterEach(() => {
  phase.value = { at: 'choose', people: [] };
  phone.vault.close();
  vi.restoreAllMocks();
});

function keep(): void {
  const desk = signal<SyncDesk | null>(null);
  desk.subscribe((now) => void desks.push(now));
  keepInSync({
    state: { ...stateOutOfReach('not asked'), phase },
    environment: phone.environment,
    unexpected: (error) => void unexpected.push(error),
    desk,
  });
}

const cut = new TypeError('Failed to fetch dynamically imported module');
const backOnline = () => dispatchEvent(new Event('online'));
const toTheFront = () => document.dispatchEvent(new Event('visibilitychange'));
/** What was begun before has been answered once this has: it asks for the same. */
const answered = async () => (await phone.vault.sync()) && new Promise(requestAnimationFrame);

test.each([
  ['the network is back', backOnline],
  ['the app is looked at again', toTheFront],
])('its code could not be fetched: fetched once %s, and then no more', async (_when, comesBack) => {
  const sync = vi.spyOn(phone.vault, 'sync').mockRejectedValueOnce(cut);
  keep();
  await expect.poll(() => sync.mock.settledResults[0]?.type).toBe('rejected');
  comesBack();
  comesBack();
  await expect.poll(() => desks).toEqual([null, expect.objectContaining({ now: expect.any(Function) })]);
  comesBack();
  expect(sync).toHaveBeenCalledTimes(2);
  await answered();
  expect(desks).toHaveLength(2);
});

test('broken off again and again, it is tried each time', async () => {
  const sync = vi.spyOn(phone.vault, 'sync').mockRejectedValueOnce(cut).mockRejectedValueOnce(cut);
  keep();
  await expect.poll(() => sync.mock.settledResults[0]?.type).toBe('rejected');
  backOnline();
  await expect.poll(() => sync.mock.settledResults[1]?.type).toBe('rejected');
  backOnline();
  await expect.poll(() => desks).toHaveLength(2);
});

test('a vault that was left is asked for nothing more', async () => {
  const sync = vi.spyOn(phone.vault, 'sync').mockRejectedValueOnce(cut);
  keep();
  await expect.poll(() => sync.mock.settledResults[0]?.type).toBe('rejected');
  phase.value = { at: 'choose', people: [] };
  backOnline();
  expect(sync).toHaveBeenCalledTimes(1);
});

test('a vault that was closed under it is not asked again', async () => {
  const sync = vi.spyOn(phone.vault, 'sync').mockRejectedValueOnce(new VaultLeft());
  keep();
  await expect.poll(() => sync.mock.settledResults[0]?.type).toBe('rejected');
  backOnline();
  expect(sync).toHaveBeenCalledTimes(1);
});

test('what sends could not be had: had once the network is back, and then it is at it', async () => {
  const kept = await phone.vault.sync();
  await kept.saveConnection({ id: 'hub', carries: 'everything', settings: {} });
  const outbox = vi.spyOn(phone.vault, 'watchOutbox').mockImplementationOnce(() => {
    throw cut;
  });
  keep();
  await expect.poll(() => outbox.mock.results[0]?.type).toBe('throw');
  await answered();
  expect(desks.at(-1)?.status.value).toEqual([]);
  backOnline();
  await expect.poll(() => desks.at(-1)?.status.value).toMatchObject([{ connection: 'hub' }]);
  backOnline();
  await answered();
  expect(outbox).toHaveBeenCalledTimes(2);
  expect(unexpected).toEqual([]);
});
