/** Somebody is told of a phone that was connected as them, on every screen, and can cut it off. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { settingsOf } from '../../../src/app/sync/settings-of.ts';
import { watchMembers } from '../../../src/app/sync/watch-members.ts';
import type { Role } from '../../../src/core/version.ts';
import type { OwnDevice } from '../../../src/sync/protocol/hub-api.ts';
import { problem } from '../../support/answering-hub.ts';
import { connectGarden, openDesk, stands, type TestDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { meet } from '../../support/others.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let desk: TestDesk;
let shown: OwnStage | undefined;
let stop: () => void;
let sam: string;
const acted: Role[] = [];

beforeEach(async () => {
  phone = await openOwnVault();
  desk = await openDesk(phone);
  sam = await meet({ store: phone.vault, environment: phone.environment }, 'Sam', 'worker');
  await connectGarden(desk);
  stands(desk, { at: 'idle', lastAt: phone.environment.time });
  stop = () => {};
  acted.length = 0;
});
afterEach(async () => {
  stop();
  shown?.clear();
  shown = undefined;
  vi.restoreAllMocks();
  phone.vault.close();
  await page.viewport(360, 640);
});

const here = '01970000-0000-7000-8000-0000000000d1';
const other = '01970000-0000-7000-8000-0000000000d2';

interface Hub {
  devices: OwnDevice[];
  role: Role;
  /** Method and address of everything it was asked. */
  asked: string[];
  instead: (method: string) => Response | Promise<Response> | null;
}

/** A hub where another phone came in after this one, with a code of Sam's. */
function hub(): Hub {
  const it: Hub = {
    devices: [
      { id: here, since: '2026-05-01T09:00:00.000Z', here: true },
      { id: other, since: '2026-05-02T09:00:00.000Z', here: false, codeBy: sam },
    ],
    role: 'participant',
    asked: [],
    instead: () => null,
  };
  const real = fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { url, method } = new Request(input, init);
    if (!url.startsWith('https://hub.example')) return real(input, init);
    const path = url.replace('https://hub.example/v1', '');
    it.asked.push(`${method} ${path}`);
    const given = it.instead(method);
    if (given) return given;
    if (path === '/me') {
      const organisation = { id: '01970000-0000-7000-8000-0000000000b1', name: 'Green Hill' };
      const person = { id: phone.owner.personId, role: it.role, sites: [] };
      const device = { id: here, since: '2026-05-01T09:00:00.000Z' };
      return Response.json({ organisation, person, device });
    }
    if (method === 'GET') return Response.json({ devices: it.devices });
    it.devices = it.devices.filter(({ id }) => !path.endsWith(id));
    return new Response(null, { status: 204 });
  });
  return it;
}

/** As the app does it once it has opened. */
function watch(): void {
  const { kept, connections } = desk.desk;
  stop = watchMembers({
    kept,
    connections,
    environment: phone.environment,
    actAs: (role) => Promise.resolve(acted.push(role) > 0),
    strangers: desk.strangers,
  });
}

async function open(path: string, language?: 'de'): Promise<void> {
  shown = await showScreen({ phone, path, app: desk.app, ...(language && { language }) });
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const ofHub = () => (desk.desk.connections.value[0] ? settingsOf(desk.desk.connections.value[0]) : null);

test('told where the sync stands, led to it, and asked whether it is theirs; then it is no news', async () => {
  hub();
  watch();
  await open('/sync');
  await expect.element(page.getByText('Another phone is connected as you')).toBeVisible();
  expect(desk.strangers.value).toBe(1);
  expect(await findBarriers(document.body)).toEqual([]);
  await page.getByRole('link', { name: 'Look which one' }).click();
  await expect.element(page.getByText('Another phone has been connected as you')).toBeVisible();
  await expect.element(page.getByText('Let in with a code from Sam')).toBeVisible();
  await button('Yes, it is mine').click();
  await expect.element(page.getByText('Another phone has been connected as you')).not.toBeInTheDocument();
  await expect.poll(() => desk.strangers.value).toBe(0);
  // It is still listed, and can be cut off later. Whoever uses keys goes on from there.
  await expect.element(button('End that phone')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Your phones there' })).toHaveFocus();
});

test('said to be one’s own on a full phone: it stays news, and why is said', async () => {
  hub();
  watch();
  await expect.poll(() => desk.strangers.value).toBe(1);
  await open('/connection/garden');
  desk.desk.kept.changeSettings = () => Promise.resolve({ status: 'full' });
  await button('Yes, it is mine').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('This phone has no room left');
  await expect.element(button('Yes, it is mine')).toBeVisible();
});

test('to who gets what others share, that is said', async () => {
  const it = hub();
  it.role = 'worker';
  watch();
  await expect.poll(() => desk.strangers.value).toBe(1);
  await open('/connection/garden');
  await expect.element(page.getByText('also what others share')).toBeVisible();
});

test('cut off: asked once before, and then the hub knows it no more', async () => {
  const it = hub();
  watch();
  await expect.poll(() => desk.strangers.value).toBe(1);
  await open('/connection/garden');
  await button('End that phone').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave it connected' }).click();
  await button('End that phone').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End that phone' }).click();
  await expect.element(page.getByText('That phone is not connected any more')).toBeVisible();
  expect(it.asked.filter((one) => one.startsWith('DELETE'))).toEqual([`DELETE /devices/${other}`]);
  await expect.poll(() => desk.strangers.value).toBe(0);
  expect(button('End that phone').elements()).toEqual([]);
  // The card is gone with its last row.
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('without a network it is not cut off, and that is said', async () => {
  const it = hub();
  watch();
  await expect.poll(() => desk.strangers.value).toBe(1);
  await open('/connection/garden');
  it.instead = () => Promise.reject(new TypeError('no network'));
  await button('End that phone').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End that phone' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('This needs the network');
  await expect.element(button('End that phone')).toBeVisible();
  expect(desk.strangers.value).toBe(1);
});

test('asked when the app opens, and again when the network is back, but not more than once an hour', async () => {
  const it = hub();
  const times = () => it.asked.filter((one) => one === 'GET /devices').length;
  it.instead = () => Promise.reject(new TypeError('no network'));
  watch();
  await expect.poll(times).toBe(1);
  it.instead = () => null;
  await expect
    .poll(() => {
      dispatchEvent(new Event('online'));
      return desk.strangers.value;
    })
    .toBe(1);
  const asked = times();
  dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(times()).toBe(asked);
  phone.environment.time += 61 * 60_000;
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(times).toBe(asked + 1);
});

test('another role at the hub is acted in from then on; an older hub without a list of phones is no trouble', async () => {
  const it = hub();
  it.role = 'worker';
  it.instead = (method) =>
    method === 'GET' && it.asked.at(-1) === 'GET /devices' ? problem('not-found', 404) : null;
  watch();
  await expect.poll(() => ofHub()?.member?.role).toBe('worker');
  expect(acted).toEqual(['worker']);
  expect(ofHub()).not.toHaveProperty('phones');
});

test('where there is no other phone, nothing is written and nothing is shown', async () => {
  const it = hub();
  it.devices = it.devices.filter((device) => device.here);
  const before = JSON.stringify(ofHub()?.phones);
  await open('/connection/garden');
  await expect.poll(() => it.asked).toContain('GET /devices');
  await expect.element(page.getByText('Who can read there')).toBeVisible();
  expect(JSON.stringify(ofHub()?.phones)).toBe(before);
  expect(page.getByText('Your phones there').elements()).toEqual([]);
});

test.each(['light', 'dark', 'sun'])(
  'no barriers in %s, and nothing sticks out at 320 px in German',
  async (theme) => {
    hub();
    watch();
    await expect.poll(() => desk.strangers.value).toBe(1);
    document.documentElement.dataset['theme'] = theme;
    await page.viewport(320, 640);
    await open('/connection/garden', 'de');
    await expect.element(button('Ja, es ist meins')).toBeVisible();
    expect(await findBarriers(document.body)).toEqual([]);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth - clientWidth).toBe(0);
  },
);
