/** What has not arrived, why and since when, with every way out; and the line on top that leads there. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { VersionKey } from '../../../src/core/sync-store.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { hubSettings } from '../../support/connected-app.ts';
import { connectGarden, garden, openDesk, stands, type TestDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { saved, until } from '../../support/vault.ts';

let phone: OwnVault;
let desk: TestDesk;
let shown: OwnStage | undefined;

beforeEach(async () => {
  phone = await openOwnVault();
  desk = await openDesk(phone);
});
afterEach(async () => {
  shown?.clear();
  shown = undefined;
  phone.vault.close();
  await page.viewport(360, 640);
});

async function open(language?: 'de'): Promise<void> {
  shown = await showScreen({ phone, path: '/sync', app: desk.app, ...(language && { language }) });
}

/** Something one can do, shared. */
async function share(what: string): Promise<VersionKey> {
  phone.environment.time += 60_000;
  const body = { what, part: 'hand', photos: [], priorLearning: false, competences: [] };
  const subject = phone.owner.personId;
  const create = { do: 'create', id: phone.newId(), kind: asset, subject, body, audience: 'team' } as const;
  return saved(await phone.vault.write([create]));
}

async function refuse({ id, rev }: VersionKey, why = 'The bed is full'): Promise<void> {
  await desk.desk.kept.markSending(garden, [{ id, rev }]);
  await desk.desk.kept.settle(garden, [{ id, rev, to: 'refused', why, reason: 'rejected' }]);
}

const notReceived = () => until(desk.desk.kept.watchNotReceived(), () => true);
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('unconnected: nothing leaves this phone, and the way to connect', async () => {
  await share('Beans');
  await open();
  await expect.element(page.getByText('Nothing leaves this phone')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Connect to my team' })).toBeVisible();
});

test('what is refused says why and since when, comes first, and holds up nothing', async () => {
  await connectGarden(desk);
  await share('Beans');
  await refuse(await share('Grafting'));
  stands(desk, { at: 'idle', lastAt: phone.environment.time });
  await open();
  await expect.element(page.getByText('It said: The bed is full')).toBeVisible();
  await expect.element(page.getByText(/Since 1 May 2026 at/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: '1 record has not arrived yet' })).toBeVisible();
  const headings = [...document.querySelectorAll('main h2')].map((one) => one.textContent);
  expect(headings.indexOf('1 record needs you')).toBeLessThan(
    headings.indexOf('1 record has not arrived yet'),
  );
  const mend = page.getByRole('link', { name: 'Change it' });
  const refused = (await notReceived()).find(({ state }) => state === 'refused');
  await expect.element(mend).toHaveAttribute('href', `/asset/${refused?.id}/edit`);
});

test('trying again puts it back in the queue and tries at once', async () => {
  await connectGarden(desk);
  await refuse(await share('Grafting'));
  await open();
  await button('Try again').click();
  await expect.element(page.getByText('1 record has not arrived yet')).toBeVisible();
  expect(await notReceived()).toMatchObject([{ state: 'waiting' }]);
  expect(desk.asked()).toBe(1);
});

test('kept for oneself, it no longer needs anybody', async () => {
  await connectGarden(desk);
  const { id } = await share('Grafting');
  const [queued] = await notReceived();
  if (!queued) throw new Error('nothing waits');
  await refuse(queued);
  await open();
  await button('Keep it for me alone').click();
  await expect.element(page.getByText('1 record needs you')).not.toBeInTheDocument();
  expect(await phone.vault.get(id)).toMatchObject({
    version: { audience: 'me', body: { what: 'Grafting' } },
  });
});

test('not sent there any more, it needs nobody, and stands below, where nothing says that it was received', async () => {
  await connectGarden(desk);
  const { id, rev } = await share('Grafting');
  await refuse({ id, rev });
  await open();
  await button('Do not send it there').click();
  await expect.element(page.getByText('1 record needs you')).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: '1 record stays here, as you said' })).toBeVisible();
  await expect.element(page.getByText('All you shared has been received')).not.toBeInTheDocument();
  expect(await notReceived()).toMatchObject([{ id, state: 'kept-back' }]);
});

test('what is refused can be saved as a file', async () => {
  await connectGarden(desk);
  const { id } = await share('Grafting');
  const [queued] = await notReceived();
  if (!queued) throw new Error('nothing waits');
  await refuse(queued);
  const saveFile = vi.fn((_file: File) => Promise.resolve('downloaded' as const));
  shown = await showScreen({ phone, path: '/sync', app: desk.app, device: { saveFile } });
  await button('Save it as a file').click();
  await expect.poll(() => saveFile.mock.calls.length).toBe(1);
  const text = (await saveFile.mock.calls[0]?.[0].text()) ?? '';
  expect(JSON.parse(text)).toMatchObject({ format: 'plotline-records', versions: [{ id }] });
});

test('what came and is no record is shown as it came, and put away by the person only', async () => {
  await connectGarden(desk);
  const odd = { key: 'odd', why: 'no id', raw: { hello: 'there' }, at: '2026-05-01T09:00:00.000Z' };
  await desk.desk.kept.takeIn(garden, { versions: [], setAside: [odd], cursor: 'one' });
  await open();
  await page.getByText('What came', { exact: true }).first().click();
  await expect
    .element(page.getByRole('textbox', { name: 'What came' }))
    .toHaveValue('{\n  "hello": "there"\n}');
  await button('Put it away').click();
  await expect.element(page.getByText('no id', { exact: false })).not.toBeInTheDocument();
});

test('how the connection stands is said in words, and a phone the hub does not know any more leads to a new code', async () => {
  await connectGarden(desk);
  await open();
  stands(desk, { at: 'offline' });
  await expect.element(page.getByText('There is no network', { exact: false })).toBeVisible();
  stands(desk, { at: 'elsewhere' });
  await expect.element(page.getByText('Another window', { exact: false })).toBeVisible();
  stands(desk, { at: 'waiting', until: phone.environment.time, why: 'Too busy' });
  await expect.element(page.getByText('It said: Too busy')).toBeVisible();
  stands(desk, { at: 'working', sent: 2, toSend: 7, came: 0 });
  await expect.element(page.getByText('Sending: 2 of 7')).toBeVisible();
  stands(desk, { at: 'idle', lastAt: null }, { clockOffMs: 8 * 60_000, takesAttachments: false });
  await expect.element(page.getByText('It is 8 minutes behind.', { exact: false })).toBeVisible();
  await expect.element(page.getByText('Photos and sound do not go there', { exact: false })).toBeVisible();
  stands(desk, { at: 'paused', why: '' });
  await expect.element(page.getByText(/^Your team’s hub does not know this phone any more/)).toBeVisible();
  await expect.element(page.getByText(/^All you wrote is safe on this phone/)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'I have a new code' }))
    .toHaveAttribute('href', '/connect');
  // Beside it, that all is well would be half of the truth; and there is no account to log in to.
  expect(page.getByText('All you shared has been received').elements()).toEqual([]);
  expect(page.getByText(/log in|login/i).elements()).toEqual([]);
  await button('Try again').click();
  expect(desk.asked()).toBe(1);
});

test('a server with a login asks for that', async () => {
  const { member: _none, ...settings } = hubSettings('participant', []);
  await desk.desk.kept.saveConnection({ id: garden, carries: 'everything', settings });
  stands(desk, { at: 'paused', why: '' });
  await open();
  const login = page.getByRole('link', { name: 'Log in again' });
  await expect.element(login).toHaveAttribute('href', `/connection/${garden}`);
});

async function everything(language?: 'de'): Promise<void> {
  await connectGarden(desk);
  await share('Beans');
  const back = await share('Mending');
  await refuse(back);
  await desk.desk.kept.keepBack(garden, [back]);
  await refuse(
    await share('Grafting'),
    'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung',
  );
  const odd = { key: 'a_b', why: 'no id', raw: { hello: 'there' }, at: '2026-05-01T09:00:00.000Z' };
  await desk.desk.kept.takeIn(garden, { versions: [], setAside: [odd], cursor: 'one' });
  stands(desk, { at: 'paused', why: 'expired' }, { clockOffMs: -8 * 60_000 });
  await open(language);
  await expect.poll(() => document.querySelectorAll('main h2').length).toBeGreaterThan(3);
}

describe.each(['light', 'dark', 'sun'])('in the %s theme', (theme) => {
  test('axe finds nothing wrong', async () => {
    document.documentElement.dataset['theme'] = theme;
    await everything();
    document.querySelector('details')?.setAttribute('open', '');
    expect(await findBarriers(document.body)).toEqual([]);
  });
});

test.each([
  [320, '100%'],
  [360, '200%'],
  [1280, '100%'],
])('nothing sticks out at %i px with text at %s', async (width, size) => {
  await page.viewport(width, 640);
  document.documentElement.style.fontSize = size;
  await everything('de');
  const { scrollWidth, clientWidth } = document.documentElement;
  document.documentElement.style.fontSize = '';
  expect(scrollWidth - clientWidth).toBe(0);
});
