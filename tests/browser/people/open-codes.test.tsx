/** The codes that are open, on the screen where codes are made: for whom, from whom, and taking one back. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Role } from '../../../src/core/version.ts';
import type { OpenInvitation } from '../../../src/sync/protocol/hub-api.ts';
import { connectedApp, hubSettings } from '../../support/connected-app.ts';
import { problem } from '../../support/answering-hub.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { meet } from '../../support/others.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let shown: OwnStage;
beforeEach(async () => {
  phone = await openOwnVault();
});
afterEach(async () => {
  shown.clear();
  vi.restoreAllMocks();
  phone.vault.close();
  await page.viewport(360, 640);
});

const north = { id: '01970000-0000-7000-8000-0000000000a1', name: 'North garden' };
const card = () => page.getByRole('region', { name: 'Codes that are open' });
const row = (name: string) => card().getByRole('listitem').filter({ hasText: name });
const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name });

function code(more: Partial<OpenInvitation> = {}): OpenInvitation {
  return {
    id: phone.newId(),
    role: 'participant',
    sites: [north],
    madeAt: '2026-05-01T09:00:00.000Z',
    expiresAt: '2026-05-08T09:00:00.000Z',
    ...more,
  };
}

interface Hub {
  codes: OpenInvitation[];
  /** Ids of those that were taken back. */
  taken: string[];
  /** Answers instead of everything, where it gives something. */
  instead: (method: string) => Response | Promise<Response> | null;
}

function hub(codes: OpenInvitation[]): Hub {
  const it: Hub = { codes, taken: [], instead: () => null };
  const real = fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { url, method } = new Request(input, init);
    if (!url.startsWith('https://hub.example')) return real(input, init);
    if (url.endsWith('/v1/sites')) return Response.json({ sites: [north] });
    const given = it.instead(method);
    if (given) return given;
    if (method === 'GET') return Response.json({ invitations: it.codes });
    const id = url.split('/').at(-1) ?? '';
    it.taken.push(id);
    it.codes = it.codes.filter((one) => one.id !== id);
    return new Response(null, { status: 204 });
  });
  return it;
}

async function open(role: Role, language?: 'de'): Promise<void> {
  phone.owner.role = role;
  const app = await connectedApp(phone, hubSettings(role, [north]));
  shown = await showScreen({ phone, path: '/invite', app, ...(language && { language }) });
}

test('who made each, for whom and until when; one is taken back, asked once before', async () => {
  const amira = await meet({ store: phone.vault, environment: phone.environment }, 'Amira');
  const { personId } = phone.owner;
  const first = code({ personId: amira, madeBy: personId });
  const it = hub([first, code({ role: 'worker', madeBy: amira }), code({ personId, sites: [] })]);
  await open('coordinator');
  await expect.element(row('Made by you')).toHaveTextContent(/^Amira.*As: participant\. At: North garden\./);
  await expect.element(row('Made by you')).toHaveTextContent('It works until 8 May 2026');
  await expect.element(row('Made by Amira')).toHaveTextContent(/^Somebody new.*As: support worker/);
  await expect.element(row('Made at the hub')).toHaveTextContent(/^Another phone of yours/);
  await row('Made by you').getByRole('button', { name: 'Take it back' }).click();
  await confirm('Leave it open').click();
  expect(it.taken).toEqual([]);
  await row('Made by you').getByRole('button', { name: 'Take it back' }).click();
  await confirm('Take it back').click();
  await expect.element(page.getByText('The code is taken back')).toBeVisible();
  expect(it.taken).toEqual([first.id]);
  await expect.element(row('Made by you')).not.toBeInTheDocument();
  expect(card().getByRole('listitem').elements()).toHaveLength(2);
  await expect.element(page.getByRole('heading', { name: 'Codes that are open' })).toHaveFocus();
});

test('taken back, it is not listed either where the hub cannot be asked again; that is said', async () => {
  const it = hub([code({ madeBy: phone.owner.personId }), code()]);
  await open('worker');
  await row('Made by you').getByRole('button', { name: 'Take it back' }).click();
  it.instead = (method) => (method === 'GET' ? Promise.reject(new TypeError('no network')) : null);
  await confirm('Take it back').click();
  await expect.element(page.getByText('The code is taken back')).toBeVisible();
  await expect.element(card()).toHaveTextContent('This needs the network');
  expect(card().getByRole('listitem').elements()).toHaveLength(1);
  it.instead = () => null;
  await card().getByRole('button', { name: 'Ask the hub again' }).click();
  await expect.element(card()).not.toHaveTextContent('This needs the network');
});

test('somebody has come in as oneself: where to see which phone that is', async () => {
  const it = hub([code({ personId: phone.owner.personId })]);
  await open('participant');
  it.instead = (method) => (method === 'DELETE' ? problem('code-used', 403) : null);
  await row('Another phone of yours').getByRole('button', { name: 'Take it back' }).click();
  await confirm('Take it back').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Whoever used it came in as you');
  await page.getByRole('link', { name: 'Your phones there' }).click();
  await expect.element(page.getByText('Who can read there')).toBeVisible();
});

test('somebody has come in with it meanwhile: that is said, and what to do', async () => {
  const it = hub([code()]);
  await open('worker');
  it.instead = (method) => {
    if (method !== 'DELETE') return null;
    it.codes = [];
    return problem('code-used', 403);
  };
  await row('Somebody new').getByRole('button', { name: 'Take it back' }).click();
  await confirm('Take it back').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Somebody has come in with it already');
  await expect.element(card().getByText('No code is open now.')).toBeVisible();
});

test.each([
  ['without a network', () => Promise.reject(new TypeError('no network')), 'This needs the network'],
  ['with a dead login', () => problem('sign-in', 401), 'The hub does not know this phone any more'],
  ['with an older hub', () => problem('not-found', 404), 'The hub cannot do this just now'],
])('%s it says so, and asks again when told to', async (_when, answer, words) => {
  const it = hub([code()]);
  it.instead = answer;
  await open('worker');
  await expect.element(card()).toHaveTextContent(words);
  // A code can be made, or tried for, all the same.
  await expect.element(page.getByRole('button', { name: 'Make a code' })).toBeVisible();
  it.instead = () => null;
  await card().getByRole('button', { name: 'Ask the hub again' }).click();
  await expect.element(row('Somebody new')).toBeVisible();
  await expect.element(card()).not.toHaveTextContent(words);
});

test('cut off while it is taken back, it is still there', async () => {
  const it = hub([code()]);
  await open('worker');
  it.instead = (method) => (method === 'DELETE' ? Promise.reject(new TypeError('no network')) : null);
  await row('Somebody new').getByRole('button', { name: 'Take it back' }).click();
  await confirm('Take it back').click();
  await expect.element(card()).toHaveTextContent('This needs the network');
  await expect.element(row('Somebody new')).toBeVisible();
});

test('five at first, and more when asked for', async () => {
  hub(Array.from({ length: 7 }, () => code()));
  await open('coordinator');
  await expect.element(card().getByRole('listitem').nth(4)).toBeVisible();
  expect(card().getByRole('listitem').elements()).toHaveLength(5);
  await card().getByRole('button', { name: 'Show more' }).click();
  expect(card().getByRole('listitem').elements()).toHaveLength(7);
});

test.each(['light', 'dark', 'sun'])(
  'no barriers in %s, and nothing sticks out at 320 px in German',
  async (theme) => {
    hub([code({ role: 'worker', madeBy: phone.newId() })]);
    document.documentElement.dataset['theme'] = theme;
    await page.viewport(320, 640);
    await open('coordinator', 'de');
    await expect.element(page.getByRole('button', { name: 'Zurücknehmen' })).toBeVisible();
    expect(await findBarriers(shown.host)).toEqual([]);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth - clientWidth).toBe(0);
  },
);

test('connected to two teams, it asks at which; the code is made there, and its codes are shown', async () => {
  const weir = { ...hubSettings('worker', [north]), name: 'Weir school', address: 'https://weir.example' };
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { url, method } = new Request(input, init);
    asked.push(`${method} ${url}`);
    if (url.endsWith('/v1/sites')) return Response.json({ sites: [north] });
    return Response.json({ invitations: [] });
  });
  phone.owner.role = 'worker';
  const app = await connectedApp(phone, [hubSettings('worker', [north]), weir]);
  shown = await showScreen({ phone, path: '/invite', app });
  await expect.element(page.getByRole('heading', { name: 'At which team?' })).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  expect(asked.filter((one) => one.includes('example'))).toEqual([]);
  await page.getByRole('link', { name: /^Weir school/ }).click();
  await expect.element(card().getByText('No code is open now.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a code' }).click();
  await expect.poll(() => asked).toContain('POST https://weir.example/v1/invitations');
  expect(asked.filter((one) => one.includes('hub.example'))).toEqual([]);
});

test('of two teams, somebody’s phones and sites are asked of the one that was chosen', async () => {
  const amira = await meet({ store: phone.vault, environment: phone.environment }, 'Amira');
  const weir = {
    ...hubSettings('coordinator', [north]),
    name: 'Weir school',
    address: 'https://weir.example',
  };
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { url } = new Request(input, init);
    asked.push(url);
    if (url.endsWith('/v1/sites')) return Response.json({ sites: [north] });
    if (url.endsWith('/v1/invitations')) return Response.json({ invitations: [] });
    return Response.json({ id: amira, role: 'participant', sites: [north], devices: 1 });
  });
  phone.owner.role = 'coordinator';
  const app = await connectedApp(phone, [hubSettings('worker', [north]), weir]);
  shown = await showScreen({ phone, path: `/people/${amira}/access`, app });
  await page.getByRole('link', { name: /^Weir school/ }).click();
  await expect.element(page.getByText('1 phone is connected as this person.')).toBeVisible();
  // There one coordinates, and may say at which sites somebody is.
  await expect.element(page.getByRole('checkbox', { name: 'North garden' })).toBeVisible();
  expect(asked).toContain(`https://weir.example/v1/people/${amira}`);
  expect(asked.filter((one) => one.includes('hub.example'))).toEqual([]);
});
