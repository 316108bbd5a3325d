/** Beginning on a phone with a code, on a bad line: an answer that was lost is asked for again, and nobody is made twice. */
import Dexie from 'dexie';
import { render } from 'preact';
import { LocationProvider } from 'preact-iso';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../src/ui/styles/plotline.css';
import { AppContext, type AppContextValue } from '../../../src/app/app-context.tsx';
import { createAppState, type AppState } from '../../../src/app/app-state.ts';
import { ComeWithCode } from '../../../src/app/first-run/come-with-code.tsx';
import { person } from '../../../src/features/people/model/person.ts';
import { usableOne } from '../../../src/core/usable.ts';
import { introduceOwner } from '../../../src/features/people/data.ts';
import { records } from '../../../src/records.ts';
import { openDirectory, type Directory } from '../../../src/storage/directory.ts';
import { openVault } from '../../../src/storage/open-vault.ts';
import { digestOf } from '../../../src/sync/protocol/wire.ts';
import { loadCatalog } from '../../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../../src/ui/text/text-state.ts';
import { TextContext } from '../../../src/ui/text/use-text.ts';
import { problem } from '../../support/answering-hub.ts';
import { codeHub, type CodeHub } from '../../support/code-hub.ts';
import { testEnvironment } from '../../support/vault.ts';
import { version } from '../../support/versions.ts';

const code = '8KJ7-CY42-155Y';
const environment = testEnvironment();
const ada = '01970000-0000-7000-8000-0000000000a1';

let directory: Directory;
let state: AppState;
let host: HTMLElement;
let begun: number;
/** How many of the next answers are lost on the way back. */
let lost: number;
let hub: CodeHub;

beforeEach(() => {
  begun = 0;
  lost = 0;
  hub = codeHub({ id: ada, name: 'Green Hill' });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (url === '/endpoints.json') return Response.json({ hub: true, endpoints: [] });
    if (!url.endsWith('/v1/enrol')) return new Response(null, { status: 503 });
    const answer = hub.enrol(JSON.parse(typeof init?.body === 'string' ? init.body : '{}'));
    if (answer.ok && lost > 0) {
      lost -= 1;
      throw new TypeError('cut');
    }
    return answer;
  });
});
afterEach(async () => {
  close();
  vi.restoreAllMocks();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** Opens the app at the code, as after it was closed. */
async function open(answer: string | null = keepIt): Promise<void> {
  directory = await openDirectory(environment);
  state = await createAppState({
    directory,
    environment,
    openVault: (entry) =>
      openVault(entry, { environment, records, owner: { personId: entry.personId, role: entry.role } }),
    introduce: (store, name) => introduceOwner(store, name, 'en'),
  });
  const app: AppContextValue = {
    state,
    preferences: signal({ theme: 'system', textSize: 'normal', language: null }),
    updateWaiting: signal(false),
    applyUpdate: () => {},
    stumbled: signal(false),
    changeLost: signal(false),
    stands: () => {},
    desk: signal(null),
    version: '0.0.0',
  };
  const text = createTextState(await loadCatalog('en'), loadCatalog, () => {});
  host = document.createElement('div');
  document.body.append(host);
  render(
    <TextContext.Provider value={text}>
      <AppContext.Provider value={app}>
        <LocationProvider>
          <ComeWithCode environment={environment} onBack={() => {}} onBegun={() => begun++} />
        </LocationProvider>
      </AppContext.Provider>
    </TextContext.Provider>,
    host,
  );
  await give();
  if (answer !== null) await choose(answer);
}

async function give(): Promise<void> {
  await page.getByRole('textbox', { name: 'Or type the code' }).fill(code);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('textbox', { name: 'My name here' }).fill('Ada');
}

function close(): void {
  const phase = state.phase.peek();
  if (phase.at === 'open') phase.store.close();
  render(null, host);
  host.remove();
  directory.close();
}

const begin = () => page.getByRole('button', { name: 'Connect and begin' }).click();
const choose = (answer: string) => page.getByRole('radio', { name: answer }).click({ force: true });
const keepIt = 'No, keep it for me';
const showIt = 'Yes, show my name';
const here = 'You are on this phone already';
const noAnswer = page.getByText('No answer came');

async function inAs(): Promise<string> {
  await expect.poll(() => begun).toBe(1);
  const phase = state.phase.peek();
  if (phase.at !== 'open') throw new Error(phase.at);
  return phase.entry.personId;
}

test('pressed again after a lost answer: they are in, as one person', async () => {
  await open();
  lost = 2;
  await begin();
  await expect.element(noAnswer).toBeVisible();
  await begin();
  await expect.poll(() => lost).toBe(0);
  await expect.element(noAnswer).toBeVisible();
  await begin();
  expect([...hub.members]).toEqual([await inAs()]);
  await expect.poll(() => Dexie.getDatabaseNames()).not.toContain('begun-codes');
});

test('also after the app was closed in between', async () => {
  await open();
  lost = 1;
  await begin();
  await expect.element(noAnswer).toBeVisible();
  close();
  await open();
  await begin();
  expect([...hub.members]).toEqual([await inAs()]);
});

test('a code that is made for somebody: in as them, also where the answer got lost', async () => {
  hub.meantFor = ada;
  await open();
  lost = 1;
  await begin();
  await expect.element(noAnswer).toBeVisible();
  close();
  await open();
  await begin();
  expect(await inAs()).toBe(ada);
  expect([...hub.members]).toEqual([ada]);
});

test('a code that will never do is begun anew the next time', async () => {
  await open();
  vi.mocked(fetch).mockImplementation(() => Promise.resolve(problem('code-expired', 403)));
  await begin();
  await expect.element(page.getByText('This code works no more')).toBeVisible();
  await expect.poll(() => Dexie.getDatabaseNames()).not.toContain('begun-codes');
});

/** What is kept about whoever came in. */
async function me() {
  await inAs();
  const phase = state.phase.peek();
  if (phase.at !== 'open') throw new Error(phase.at);
  return usableOne(person, await phase.store.get(phase.owner.personId));
}

test('whether the others shall see the name must be answered; pressed without, the question is in view', async () => {
  await open(null);
  await begin();
  await expect.element(page.getByText('Choose yes or no first.')).toBeInViewport();
  expect(page.getByRole('radio', { name: showIt }).element()).toBe(document.activeElement);
  expect(hub.members.size).toBe(0);
});

test('who says no keeps the name', async () => {
  await open(keepIt);
  await begin();
  expect(await me()).toMatchObject({ audience: 'me', body: { name: 'Ada' } });
});

test.each([null, ada])(
  'who says yes is named, in the role the hub says, also after a lost answer: %s',
  async (id) => {
    hub.meantFor = id;
    hub.role = 'worker';
    await open(showIt);
    lost = 1;
    await begin();
    await expect.element(noAnswer).toBeVisible();
    await begin();
    const named = await me();
    expect(named).toMatchObject({ audience: 'team', body: { name: 'Ada' } });
    expect(named?.body.roles).toContain('worker');
  },
);

test('what is wrong with the code is in view, however far down the button is', async () => {
  await open();
  vi.mocked(fetch).mockImplementation(() => Promise.resolve(problem('code-used', 403)));
  window.scrollTo(0, document.body.scrollHeight);
  await begin();
  const notice = page.getByText('This code has been used already');
  await expect.element(notice).toBeInViewport();
  expect(document.activeElement?.contains(notice.element())).toBe(true);
});

/** The hub has two pages of two thoughts each; the second comes once `rest` is called. */
function twoPages(): { rest(): void } {
  let rest = () => {};
  const asked = new Promise<void>((resolve) => (rest = resolve));
  const usual = vi.mocked(fetch).getMockImplementation();
  vi.mocked(fetch).mockImplementation(async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (!url.includes('/v1/versions?')) return usual?.(input, init) ?? Response.error();
    const first = !url.includes('since=');
    if (!first) await asked;
    const items = [1, 2].map(async (at) => {
      const id = ada.replace(/..$/, `${first ? 'b' : 'c'}${at}`);
      const [subject = ada] = hub.members;
      const body = { words: 'Beans', photos: [], talk: false };
      const thought = version(at, { id, kind: 'reflection', subject, body });
      return { version: thought, digest: await digestOf(thought) };
    });
    return Response.json({ items: await Promise.all(items), next: first ? 'a' : 'b', more: first });
  });
  return { rest };
}

test('where much is fetched, it says how much of it is here', async () => {
  const { rest } = twoPages();
  await open();
  await begin();
  const said = page.getByRole('status').filter({ hasText: 'Fetched so far: 2' });
  await expect.element(said).toBeVisible();
  rest();
  await inAs();
  const phase = state.phase.peek();
  if (phase.at !== 'open') throw new Error(phase.at);
  const { items } = await phase.store.list({ kinds: ['reflection'], limit: 10 });
  expect(items).toHaveLength(4);
});

test('gone back while it is fetched: all of it is kept, in their role, and nobody is let in', async () => {
  hub.role = 'worker';
  const { rest } = twoPages();
  await open();
  await begin();
  await expect.element(page.getByRole('status').filter({ hasText: 'Fetched so far: 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect.element(page.getByRole('textbox', { name: 'Or type the code' })).toBeVisible();
  rest();
  await expect.poll(() => directory.list()).toMatchObject([{ label: 'Ada', role: 'worker' }]);
  expect(state.phase.peek()).toEqual({ at: 'first-run', others: true });
  expect(begun).toBe(0);
  await expect.element(page.getByRole('textbox', { name: 'Or type the code' })).toBeVisible();
  // Once more with the code: they are told that they are here, and nobody is asked for anything.
  await give();
  await choose(keepIt);
  await begin();
  await expect.element(page.getByRole('alert').filter({ hasText: here })).toBeVisible();
  expect(await directory.list()).toHaveLength(1);
  await expect.poll(() => Dexie.getDatabaseNames()).not.toContain('begun-codes');
});

test('gone back, and begun again while it is still fetched: they are here once', async () => {
  const { rest } = twoPages();
  await open();
  await begin();
  await expect.element(page.getByRole('status').filter({ hasText: 'Fetched so far: 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await give();
  await choose(keepIt);
  await begin();
  rest();
  await expect.element(page.getByRole('alert').filter({ hasText: here })).toBeVisible();
  expect(await directory.list()).toHaveLength(1);
  expect(hub.members.size).toBe(1);
});
