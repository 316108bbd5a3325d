/** The way back from looking it over: it stops the connecting, loses no code, and leads to where one came from. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Kept } from '../../../src/core/sync-store.ts';
import { introduceOwner } from '../../../src/features/people/data.ts';
import { answeringHub, problem, type AnsweringHub } from '../../support/answering-hub.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { plainProfile } from '../../support/plain-profile.ts';
import { plainServer } from '../../support/plain-server.ts';
import { scriptedFetch } from '../../support/scripted-fetch.ts';

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
  await open();
});
afterEach(() => {
  shown.clear();
  vi.restoreAllMocks();
  phone.vault.close();
});

const radio = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name });
const field = (name: string) => page.getByLabelText(name, { exact: true });

async function open(): Promise<void> {
  shown = await showScreen({ phone, path: '/connect', app: desk.app });
}

async function give(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Or type the code' }).fill(text);
  await button('Next').click();
  await expect.element(page.getByText('This stays with you')).toBeVisible();
}

/** Shows the name too: then that would go out as well. */
async function connect(name = 'Yes, show my name'): Promise<void> {
  await radio(name).click();
  await button('Connect').click();
}

/** From now on the hub takes its time; each answer is given by hand. */
function slowly(): ((answer: Response) => void)[] {
  const waiting: ((answer: Response) => void)[] = [];
  hub.answer = () => new Promise((resolve) => waiting.push(resolve));
  return waiting;
}

async function expectNothingSent(): Promise<void> {
  expect(desk.desk.connections.value).toEqual([]);
  expect(await desk.desk.kept.connections()).toEqual([]);
  expect(desk.asked()).toBe(0);
  expect(await phone.vault.get(phone.owner.personId)).toMatchObject({ version: { audience: 'me' } });
}

test('who goes back while the hub is asked is not connected, and goes on with the same answer later', async () => {
  const waiting = slowly();
  await give(code);
  await connect();
  await expect.poll(() => waiting.length).toBe(1);
  await button('Back').click();
  waiting[0]?.(hub.enrolled());
  await give('AAAA-BBBB-CCCC');
  await expectNothingSent();
  await button('Back').click();
  await give(code);
  await connect();
  await expect.element(heading('You are connected to Green Hill')).toBeVisible();
  // The login it gave the first time still holds: nobody asked for another.
  expect(hub.asked).toHaveLength(1);
  await expect
    .poll(() => desk.desk.connections.value)
    .toMatchObject([{ settings: { login: { token: 'secret' } } }]);
  expect(await phone.vault.get(phone.owner.personId)).toMatchObject({ version: { audience: 'team' } });
  expect(await phone.drafts()).toEqual([]);
});

test('who goes on before the first answer is here waits for that one', async () => {
  const waiting = slowly();
  await give(code);
  await connect();
  await expect.poll(() => waiting.length).toBe(1);
  await button('Back').click();
  await give(code);
  await connect('No, keep it for me');
  await expect.element(button('Connect')).toHaveAttribute('aria-busy', 'true');
  waiting[0]?.(hub.enrolled());
  await expect.element(heading('You are connected to Green Hill')).toBeVisible();
  expect(hub.asked).toHaveLength(1);
  // What was chosen the second time holds.
  expect(await phone.vault.get(phone.owner.personId)).toMatchObject({ version: { audience: 'me' } });
});

test('left in another way while the hub is asked, nobody is connected either', async () => {
  const waiting = slowly();
  await give(code);
  await connect();
  await expect.poll(() => waiting.length).toBe(1);
  shown.go('/');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  waiting[0]?.(hub.enrolled());
  shown.go('/connect');
  await expect.element(button('Connect')).toBeVisible();
  await expectNothingSent();
});

test('a code that was used when one went back is still good after the app was closed, as the same attempt', async () => {
  const waiting = slowly();
  await give(code);
  await connect();
  await expect.poll(() => waiting.length).toBe(1);
  await button('Back').click();
  waiting[0]?.(hub.enrolled());
  await expect.element(button('Another server')).toBeVisible();
  shown.clear();
  await expectNothingSent();
  hub.answer = () => hub.enrolled();
  await open();
  await connect();
  await expect.element(heading('You are connected to Green Hill')).toBeVisible();
  expect(hub.asked).toHaveLength(2);
  expect(hub.asked[1]?.body).toEqual(hub.asked[0]?.body);
});

test.each([
  ['refused', () => problem('code-expired', 403)],
  ['for somebody else', () => problem('code-for-someone-else', 409, { personId: phone.newId() })],
])(
  'an answer that comes after going back takes nobody out of what they began meanwhile: %s',
  async (_, say) => {
    const waiting = slowly();
    await give(code);
    await connect();
    await expect.poll(() => waiting.length).toBe(1);
    await button('Back').click();
    await button('Another server').click();
    waiting[0]?.(say());
    await radio('WebDAV folder').click();
    await field('Folder on the server').fill('garden');
    await expect.element(field('User name')).toBeVisible();
    await expect.element(field('Folder on the server')).toHaveValue('garden');
    await expectNothingSent();
  },
);

test('once it is being kept on this phone there is no way back any more', async () => {
  const keeping: ((kept: Kept) => void)[] = [];
  vi.spyOn(desk.desk, 'connect').mockImplementation(() => new Promise((resolve) => keeping.push(resolve)));
  await give(code);
  await connect();
  await expect.element(button('Back')).toHaveAttribute('aria-disabled', 'true');
  expect(await findBarriers(document.body)).toEqual([]);
  keeping[0]?.({ status: 'full' });
  await expect.element(button('Back')).not.toHaveAttribute('aria-disabled');
  await button('Back').click();
  await expect.element(button('Another server')).toBeVisible();
});

test('back from another server, all that was typed is still there, and nothing of it was kept', async () => {
  plainServerInFolders();
  await button('Another server').click();
  await radio('PostgREST').click();
  await page.getByText('Look at the profile and change it').click();
  await field('The profile').fill(JSON.stringify(plainProfile));
  await button('Use it like this').click();
  await radio('https://cloud.example').click();
  await field('Folder on the server').fill('gardn');
  await field('Token').fill('a long token');
  await page.getByText('Look at the profile and change it').click();
  await field('The profile').fill('half a thought');
  await tryIt();
  await button('Back').click();
  await expect.element(heading('Another server')).toBeVisible();
  await expect.element(radio('Plain')).toBeChecked();
  await expect.element(radio('https://cloud.example')).toBeChecked();
  await expect.element(field('Folder on the server')).toHaveValue('gardn');
  await expect.element(field('Token')).toHaveValue('a long token');
  await expect.element(field('The profile')).toHaveValue('half a thought');
  expect(await phone.drafts()).toEqual([]);
  await field('Folder on the server').fill('garden');
  await tryIt();
  await connect();
  await expect.element(heading('You are connected to cloud.example')).toBeVisible();
  await expect
    .poll(() => desk.desk.connections.value)
    .toMatchObject([
      { settings: { address: 'https://cloud.example/garden', login: { token: 'a long token' } } },
    ]);
});

async function tryIt(): Promise<void> {
  await button('Try this server').click();
  await button('Next').click();
  await expect.element(page.getByText('This stays with you')).toBeVisible();
}

/** Answers at `https://cloud.example`, the same in each folder. */
function plainServerInFolders(): void {
  const server = plainServer();
  const { fetch: ask } = scriptedFetch((asked) =>
    server.answer({ ...asked, path: asked.path.replace(/^\/[a-z]+(?=\/versions)/, '') }),
  );
  vi.mocked(fetch).mockImplementation(async (input, init) => {
    if (input === '/endpoints.json')
      return Response.json({ hub: true, endpoints: ['https://cloud.example'] });
    return ask(input, init);
  });
}
