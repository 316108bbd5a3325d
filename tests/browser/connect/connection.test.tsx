/** What becomes of a connection: another organisation at its address takes nothing over, and ending it reaches the hub too. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { introduceOwner } from '../../../src/features/people/data.ts';
import { answeringHub, type AnsweringHub } from '../../support/answering-hub.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { patience } from '../../support/patience.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let desk: TestDesk;
let shown: OwnStage;
let hub: AnsweringHub;

beforeEach(async () => {
  phone = await openOwnVault();
  await introduceOwner(phone.vault, 'Mia', 'en');
  desk = await openDesk(phone);
  hub = answeringHub(phone);
  await open();
  await give('8KJ7-CY42-155Y');
  await connect();
  await page.getByRole('heading', { name: 'You are connected to Green Hill' }).findElement();
  await vi.waitUntil(() => desk.desk.connections.value.length === 1, { timeout: patience });
});
afterEach(() => {
  shown.clear();
  vi.restoreAllMocks();
  phone.vault.close();
});

const onlyMine = /^This place gets a copy of what is about you/;
const everything = /^Later on, whatever you share with your team goes there too/;

const radio = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function open(): Promise<void> {
  shown = await showScreen({ phone, path: '/connect', app: desk.app });
}

async function give(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Or type the code' }).fill(text);
  await button('Next').click();
}

async function connect(): Promise<void> {
  await radio('No, keep it for me').click();
  await button('Connect').click();
}

test('a code of another organisation at the same address takes nothing over: what it sees is looked over first', async () => {
  const [first] = desk.desk.connections.value;
  shown.clear();
  hub.organisation = { id: phone.newId(), name: 'Weir school' };
  await open();
  await give('AAAA-BBBB-CCCC');
  await connect();
  await expect.element(page.getByText('from another organisation: Weir school')).toBeVisible();
  await expect.element(page.getByText(onlyMine)).toBeVisible();
  await expect.element(page.getByText('The coordinators of the organisation')).toBeVisible();
  expect(await findBarriers(document.body)).toEqual([]);
  expect(desk.desk.connections.value).toEqual([first]);
  await connect();
  await expect.element(page.getByRole('heading', { name: 'You are connected to Weir school' })).toBeVisible();
  expect(hub.asked).toHaveLength(2);
  await expect.poll(() => desk.desk.connections.value).toHaveLength(2);
  const now = desk.desk.connections.value;
  expect(now.find(({ id }) => id === first?.id)).toEqual(first);
  expect(now.find(({ id }) => id !== first?.id)).toMatchObject({
    carries: 'mine',
    settings: { name: 'Weir school' },
  });
  expect(await phone.drafts()).toEqual([]);
});

test('where the first organisation is gone, its connection is ended first; then the same code carries everything', async () => {
  shown.clear();
  hub.organisation = { id: phone.newId(), name: 'Weir school' };
  await open();
  await give('AAAA-BBBB-CCCC');
  await connect();
  await page.getByRole('link', { name: 'The connection to Green Hill' }).click();
  await button('End this connection').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End this connection' }).click();
  await expect.poll(() => desk.desk.connections.value.length).toBe(0);
  shown.go('/connect');
  await expect.element(page.getByText(everything)).toBeVisible();
  await connect();
  await expect.element(page.getByRole('heading', { name: 'You are connected to Weir school' })).toBeVisible();
  await expect.poll(() => desk.desk.connections.value).toMatchObject([{ carries: 'everything' }]);
});

test('a connection is ended only when asked twice, and the records stay', async () => {
  shown.go(`/connection/${desk.desk.connections.value[0]?.id}`);
  await expect.element(page.getByText('You are there as: participant')).toBeVisible();
  await expect.element(page.getByText('The coordinators of the organisation')).toBeVisible();
  expect(await findBarriers(document.body)).toEqual([]);
  await button('End this connection').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End this connection' }).click();
  await expect.poll(() => desk.desk.connections.value.length).toBe(0);
  expect(await phone.vault.get(phone.owner.personId)).toMatchObject({ status: 'ok' });
  // The hub is told too: what this phone came in with is of no more use to anybody.
  await expect
    .poll(() => hub.asked.at(-1))
    .toMatchObject({ url: `${location.origin}/v1/devices/me`, method: 'DELETE' });
});

test('ended without a network it is ended all the same', async () => {
  hub.answer = () => Promise.reject(new TypeError('no network'));
  shown.go(`/connection/${desk.desk.connections.value[0]?.id}`);
  await button('End this connection').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End this connection' }).click();
  await expect.element(page.getByText('The connection has ended')).toBeVisible();
  await expect.poll(() => desk.desk.connections.value).toEqual([]);
});

test('ended while the hub is being asked who one is there, it stays ended', async () => {
  const said: ((answer: Response) => void)[] = [];
  hub.answer = () => new Promise((resolve) => said.push(resolve));
  shown.go(`/connection/${desk.desk.connections.value[0]?.id}`);
  // Who one is there, and which phones are one's own.
  await expect.poll(() => said.length).toBe(2);
  expect(hub.asked.at(-2)?.url).toContain('/v1/me');
  await desk.desk.disconnect(desk.desk.connections.value[0]?.id ?? '');
  const person = { id: phone.owner.personId, role: 'worker', sites: [] };
  const device = { id: phone.newId(), since: '2026-05-01T09:00:00.000Z' };
  said[0]?.(Response.json({ organisation: hub.organisation, person, device }));
  said[1]?.(Response.json({ devices: [{ ...device, here: true }] }));
  await expect.element(page.getByText('This connection is not here')).toBeVisible();
  expect(await desk.desk.kept.connections()).toEqual([]);
});

test('who has come to another site or role since reads so on the page of the connection', async () => {
  const [connection] = desk.desk.connections.value;
  const sites = [{ id: phone.newId(), name: 'Pond' }];
  hub.answer = () => {
    const person = { id: phone.owner.personId, role: 'worker', sites };
    const device = { id: phone.newId(), since: '2026-05-01T09:00:00.000Z' };
    return Response.json({ organisation: hub.organisation, person, device });
  };
  const roles: string[] = [];
  const { state } = desk.app;
  desk.app.state = { ...state, actAs: (role) => Promise.resolve(roles.push(role) > 0) };
  shown.go(`/connection/${connection?.id}`);
  await expect.element(page.getByText('Sites: Pond')).toBeVisible();
  await expect.element(page.getByText('You are there as: support worker')).toBeVisible();
  await expect.poll(() => roles).toEqual(['worker']);
  await expect
    .poll(() => desk.desk.connections.value)
    .toMatchObject([
      {
        id: connection?.id,
        carries: 'everything',
        settings: { login: { token: 'secret' }, member: { sites } },
      },
    ]);
});
