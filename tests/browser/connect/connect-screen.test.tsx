/** Connecting with a code: whichever way it comes in, nothing is sent before it was looked over, and a lost answer is no loss. */
import { encodeQR } from 'qr';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { introduceOwner } from '../../../src/features/people/data.ts';
import { answeringHub, problem, type AnsweringHub } from '../../support/answering-hub.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let desk: TestDesk;
let shown: OwnStage;
let hub: AnsweringHub;

const code = '8KJ7-CY42-155Y';

beforeEach(async () => {
  phone = await openOwnVault();
  await introduceOwner(phone.vault, 'Mia', 'en');
  desk = await openDesk(phone);
  hub = answeringHub(phone);
});
afterEach(async () => {
  shown.clear();
  vi.restoreAllMocks();
  phone.vault.close();
  await page.viewport(360, 640);
});

const onlyMine = /^This place gets a copy of what is about you/;
const everything = /^Later on, whatever you share with your team goes there too/;

const radio = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function open(path = '/connect', language?: 'de'): Promise<void> {
  shown = await showScreen({ phone, path, app: desk.app, ...(language && { language }) });
}

async function give(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Or type the code' }).fill(text);
  await button('Next').click();
}

async function connect(): Promise<void> {
  await radio('No, keep it for me').click();
  await button('Connect').click();
}

test('by the address of the camera app: looked over first, then connected, and no code stays in the address', async () => {
  await open(`/connect#code=${code}`);
  await expect.element(page.getByText('This stays with you')).toBeVisible();
  expect(location.hash).toBe('');
  expect(hub.asked).toEqual([]);
  await connect();
  await expect.element(page.getByRole('heading', { name: 'You are connected to Green Hill' })).toBeVisible();
  expect(hub.asked).toMatchObject([{ body: { code, personId: phone.owner.personId } }]);
  await expect
    .poll(() => desk.desk.connections.value)
    .toMatchObject([{ carries: 'everything', settings: { name: 'Green Hill', address: location.origin } }]);
  expect(await phone.drafts()).toEqual([]);
  expect(await phone.vault.get(phone.owner.personId)).toMatchObject({ version: { audience: 'me' } });
});

test('nobody is quicker than the question whether the name goes out too, and who passes it over is brought to it', async () => {
  const { vault } = phone;
  const read = vault.watch.bind(vault);
  const late: (() => void)[] = [];
  vi.spyOn(vault, 'watch').mockImplementation((id) => ({
    subscribe(see, fail) {
      late.push(() => read(id).subscribe(see, fail));
      return () => undefined;
    },
  }));
  await open();
  await give(code);
  await expect.element(button('Connect')).toHaveAttribute('aria-busy', 'true');
  expect(page.getByText('This stays with you').elements()).toEqual([]);
  for (const come of late) come();
  await expect.element(page.getByText('This stays with you')).toBeVisible();
  await expect.element(radio('No, keep it for me')).toBeVisible();
  await button('Connect').click();
  await expect.element(page.getByText('Choose yes or no first.')).toBeInViewport();
  expect(radio('Yes, show my name').element()).toBe(document.activeElement);
  expect(await findBarriers(document.body)).toEqual([]);
});

test('by a picture of the code', async () => {
  await open();
  const picture = await pictureOf(`${location.origin}/connect#code=${code}`);
  await expect.poll(() => document.querySelector('input[type=file]')).not.toBeNull();
  const input = document.querySelector('input[type=file]');
  if (!(input instanceof HTMLInputElement)) throw new Error('nowhere to choose a picture');
  await userEvent.upload(input, picture);
  await expect.element(page.getByText('This stays with you')).toBeVisible();
  const blank = await pictureOf(null);
  await button('Back').click();
  await userEvent.upload(document.querySelector('input[type=file]') ?? input, blank);
  await expect.element(page.getByText('No code can be seen in this picture')).toBeVisible();
});

test('what is no code, or leads where this app may not go, is said at once', async () => {
  await open();
  await give('hello');
  await expect.element(page.getByText('This is no code')).toBeVisible();
  await give(`https://elsewhere.example/connect#code=${code}`);
  await expect.element(page.getByText('This Plotline may not talk to that place')).toBeVisible();
  expect(hub.asked).toEqual([]);
});

test('an answer that is lost on the way is asked for again as the same attempt, also after the app was closed', async () => {
  await open();
  hub.answer = () => Promise.reject(new TypeError('cut'));
  await give(code);
  await connect();
  await expect.element(page.getByText('No answer came')).toBeVisible();
  shown.clear();
  hub.answer = () => hub.enrolled();
  await open();
  await expect.element(page.getByText('This stays with you')).toBeVisible();
  await connect();
  await expect.element(page.getByRole('heading', { name: 'You are connected to Green Hill' })).toBeVisible();
  expect(hub.asked).toHaveLength(2);
  expect(hub.asked[1]?.body).toEqual(hub.asked[0]?.body);
});

test.each([
  ['code-used', 403, 'This code has been used already'],
  ['code-expired', 403, 'This code works no more'],
  ['code-not-known', 403, 'This code is not known there'],
  ['person-known', 409, 'You are known there already'],
])('refused: %s', async (type, status, words) => {
  hub.answer = () => problem(type, status);
  await open();
  await give(code);
  await connect();
  await expect.element(page.getByText(words)).toBeVisible();
  expect(desk.desk.connections.value).toEqual([]);
  expect(await phone.drafts()).toEqual([]);
});

test('with a new code for a hub that is connected already, its login is renewed and nothing is doubled', async () => {
  await open();
  await give(code);
  await connect();
  await expect.element(page.getByRole('heading', { name: 'You are connected to Green Hill' })).toBeVisible();
  await expect.poll(() => desk.desk.connections.value).toHaveLength(1);
  const [before] = desk.desk.connections.value;
  shown.clear();
  await open();
  await give('AAAA-BBBB-CCCC');
  // It goes on carrying everything, and that is what is said.
  await expect.element(page.getByText(everything)).toBeVisible();
  expect(page.getByText(onlyMine).elements()).toEqual([]);
  await connect();
  await expect.element(page.getByRole('heading', { name: 'You are connected to Green Hill' })).toBeVisible();
  // The login before is ended, else this phone would be listed there twice; who came in meanwhile will be news.
  const asked = () => hub.asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  await expect.poll(asked).toEqual(['POST /v1/enrol', 'POST /v1/enrol', 'DELETE /v1/devices/me']);
  await expect
    .poll(() => desk.desk.connections.value)
    .toMatchObject([{ id: before?.id, carries: 'everything', settings: { phones: [] } }]);
});

test('a code for somebody else offers them a space of their own', async () => {
  hub.answer = () => problem('code-for-someone-else', 409, { personId: phone.newId() });
  await open();
  await give(code);
  await connect();
  await expect.element(page.getByRole('heading', { name: 'This code is for somebody else' })).toBeVisible();
  await button('That is me: begin here').click();
  await expect.element(page.getByRole('heading', { name: 'Begin with your code' })).toBeVisible();
});

test('another server: a profile with a fault is said, and one that does not answer is refused', async () => {
  hub.answer = () => Promise.reject(new TypeError('no such host'));
  await open();
  await button('Another server').click();
  await radio('WebDAV folder').click();
  await radio('https://cloud.example').click();
  await page.getByText('Look at the profile and change it').click();
  await page.getByRole('textbox', { name: 'The profile' }).fill('{ "plotlineProfile": 1 }');
  await button('Use it like this').click();
  await expect.element(page.getByText('This profile cannot be used as it is')).toBeVisible();
  await radio('WebDAV folder').click();
  await button('Try this server').click();
  await expect.element(page.getByText('No answer came from there')).toBeVisible();
  expect(button('Next').query()).toBeNull();
  expect(hub.asked[0]?.url).toContain('https://cloud.example/');
  expect(desk.desk.connections.value).toEqual([]);
});

test('where the list of servers cannot be had, that is said, and it is asked for again', async () => {
  vi.mocked(fetch).mockImplementation(() => Promise.reject(new TypeError('no network')));
  await open();
  await button('Another server').click();
  const trouble = page.getByText('It cannot be found out now where this Plotline may go');
  await expect.element(trouble).toBeVisible();
  vi.mocked(fetch).mockImplementation(() => Promise.resolve(Response.json({ hub: true, endpoints: [] })));
  await button('Try it again').click();
  await expect.element(page.getByText('This Plotline may talk to no other server')).toBeVisible();
  await expect.element(trouble).not.toBeInTheDocument();
});

describe.each(['light', 'dark', 'sun'])('in the %s theme', (theme) => {
  test('axe finds nothing wrong with any step', async () => {
    document.documentElement.dataset['theme'] = theme;
    await open();
    await expect.element(button('Another server')).toBeVisible();
    expect(await findBarriers(document.body)).toEqual([]);
    await give(code);
    await expect.element(page.getByText('This stays with you')).toBeVisible();
    expect(await findBarriers(document.body)).toEqual([]);
    await button('Back').click();
    await button('Another server').click();
    await radio('WebDAV folder').click();
    expect(await findBarriers(document.body)).toEqual([]);
  });
});

test.each([
  [320, '100%'],
  [360, '200%'],
])('nothing sticks out at %i px with text at %s', async (width, size) => {
  await page.viewport(width, 640);
  document.documentElement.style.fontSize = size;
  const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await open(`/connect#code=${code}`, 'de');
  await expect.element(page.getByText('Das bleibt bei dir')).toBeVisible();
  const look = overhang();
  await button('Zurück').click();
  await expect.element(button('Ein anderer Server')).toBeVisible();
  const ways = overhang();
  await button('Ein anderer Server').click();
  await radio('PostgREST').click();
  const server = overhang();
  document.documentElement.style.fontSize = '';
  expect({ look, ways, server }).toEqual({ look: 0, ways: 0, server: 0 });
});

/** A photo of a QR code with this text, or of nothing. */
async function pictureOf(text: string | null): Promise<File> {
  const cells = text === null ? [[false]] : encodeQR(text, 'raw');
  const [size, edge] = [8, 32];
  const canvas = new OffscreenCanvas(cells.length * size + 2 * edge, cells.length * size + 2 * edge);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = 'black';
  for (const [y, row] of cells.entries()) {
    for (const [x, dark] of row.entries())
      if (dark) context.fillRect(edge + x * size, edge + y * size, size, size);
  }
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'code.png', { type: 'image/png' });
}
