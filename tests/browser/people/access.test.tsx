/** Cutting off lost phones and people who go, and saying at which sites somebody is: the hub does it, the screen tells. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Role } from '../../../src/core/version.ts';
import { introduceOwner } from '../../../src/features/people/data.ts';
import type { OpenInvitation } from '../../../src/sync/protocol/hub-api.ts';
import { connectedApp, hubSettings } from '../../support/connected-app.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { meet } from '../../support/others.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let shown: OwnStage;
let amira: string;
beforeEach(async () => {
  phone = await openOwnVault();
  await introduceOwner(phone.vault, 'Wim', 'en');
  amira = await meet({ store: phone.vault, environment: phone.environment }, 'Amira');
});
afterEach(async () => {
  shown.clear();
  vi.restoreAllMocks();
  phone.vault.close();
  await page.viewport(360, 640);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const tick = (name: string) => page.getByRole('checkbox', { name });
const north = { id: '01970000-0000-7000-8000-0000000000a1', name: 'North garden' };
const south = { id: '01970000-0000-7000-8000-0000000000a2', name: 'South garden' };
const problem = (type: string, status: number) =>
  Response.json({ type: `urn:plotline:${type}`, title: 'No', status, detail: 'No.' }, { status });

interface Hub {
  /** Method and address of what was asked to be changed, in order. */
  changed: string[];
  devices: number | undefined;
  sites: { id: string; name: string }[];
  /** Codes that are open. */
  codes: OpenInvitation[];
  /** Answers instead, where it gives something. */
  instead(method: string, path: string): Response | Promise<Response> | null;
}

/** A hub that knows Amira. */
function hub(more: Partial<Hub> = {}): Hub {
  const it: Hub = { changed: [], devices: 2, sites: [north], codes: [], instead: () => null, ...more };
  const real = fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { url, method, headers } = new Request(input, init);
    if (!url.startsWith('https://hub.example')) return real(input, init);
    expect(headers.get('Authorization')).toBe('Bearer secret');
    const path = url.replace('https://hub.example/v1', '');
    const given = it.instead(method, path);
    if (given) return given;
    if (path === '/invitations') return Response.json({ invitations: it.codes });
    if (path === '/sites') return Response.json({ sites: [north, south] });
    if (method === 'GET') {
      const { devices, sites } = it;
      return Response.json({
        id: amira,
        role: 'participant',
        sites,
        ...(devices !== undefined && { devices }),
      });
    }
    it.changed.push(`${method} ${path.replace(amira, 'amira')}`);
    if (path.endsWith('/devices')) {
      const ended = it.devices ?? 0;
      it.devices = 0;
      return Response.json({ ended });
    }
    const site = [north, south].find(({ id }) => path.endsWith(id));
    it.sites = it.sites.filter(({ id }) => id !== site?.id);
    if (method === 'PUT' && site) it.sites.push(site);
    return new Response(null, { status: 204 });
  });
  return it;
}

async function open(role: Role, path = `/people/${amira}/access`, language?: 'de'): Promise<void> {
  phone.owner.role = role;
  const app = await connectedApp(phone, hubSettings(role, [north]));
  shown = await showScreen({ phone, path, app, ...(language && { language }) });
}

test('from their page a coordinator ends their access, asked once more before', async () => {
  const it = hub();
  await open('coordinator', `/people/${amira}`);
  await page.getByRole('link', { name: /^Phones and sites/ }).click();
  await expect.element(page.getByText('2 phones are connected as this person.')).toBeVisible();
  await button('End their access').click();
  const dialog = page.getByRole('dialog', { name: 'End the access of Amira?' });
  await expect.element(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Leave it as it is' }).click();
  expect(it.changed).toEqual([]);
  await button('End their access').click();
  await dialog.getByRole('button', { name: 'End their access' }).click();
  await expect.element(page.getByText('Their access has ended')).toBeVisible();
  await expect.element(page.getByText('No phone is connected as this person now.')).toBeVisible();
  expect(it.changed).toEqual(['DELETE /people/amira/devices']);
});

test('a worker ends the phones of somebody at their site, and changes no sites', async () => {
  const it = hub();
  await open('worker');
  await button('End their access').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End their access' }).click();
  await expect.element(page.getByText('Their access has ended')).toBeVisible();
  expect(it.changed).toEqual(['DELETE /people/amira/devices']);
  await expect.element(page.getByText('North garden')).toBeVisible();
  expect(page.getByRole('checkbox').elements()).toEqual([]);
});

test('of somebody at none of their sites, a worker is told so, and that there may be others', async () => {
  hub({ sites: [] });
  await open('worker');
  // A worker is told of their own sites only, and that there may be others.
  await expect.element(page.getByText('At none of yours.')).toBeVisible();
  await expect.element(page.getByText('They may be at others that you do not see.')).toBeVisible();
});

test('codes that are open for them are there to be taken back, and gone once their access has ended', async () => {
  const code: OpenInvitation = {
    id: '01970000-0000-7000-8000-0000000000c1',
    role: 'participant',
    sites: [north],
    personId: amira,
    madeAt: '2026-05-01T09:00:00.000Z',
    expiresAt: '2026-05-08T09:00:00.000Z',
  };
  const it = hub({ codes: [code, { ...code, id: phone.newId(), personId: phone.newId() }] });
  await open('coordinator');
  const codes = page.getByRole('region', { name: 'Codes that are open' });
  await expect.element(codes.getByText('Amira')).toBeVisible();
  expect(codes.getByRole('listitem').elements()).toHaveLength(1);
  it.codes = [];
  await button('End their access').click();
  await page.getByRole('dialog').getByRole('button', { name: 'End their access' }).click();
  await expect.element(codes.getByText('No code is open now.')).toBeVisible();
});

test('where the hub does not let them, that is said and nothing is offered', async () => {
  hub({ devices: undefined });
  await open('worker');
  await expect
    .element(page.getByText('Only a coordinator can end the access', { exact: false }))
    .toBeVisible();
  expect(button('End their access').elements()).toEqual([]);
});

test('somebody who takes part is led to no such thing', async () => {
  hub();
  await open('participant', `/people/${amira}`);
  await expect.element(page.getByRole('heading', { name: 'Story' })).toBeVisible();
  expect(page.getByRole('link', { name: /^Phones and sites/ }).elements()).toEqual([]);
});

test('a coordinator moves somebody: to the new site first, then from the old', async () => {
  const it = hub();
  await open('coordinator');
  await expect.element(tick('North garden')).toBeChecked();
  await expect.element(tick('South garden')).not.toBeChecked();
  await tick('North garden').click();
  await expect
    .element(page.getByText('At no site, only coordinators can read', { exact: false }))
    .toBeVisible();
  await tick('South garden').click();
  expect(it.changed).toEqual([]);
  await button('Keep these sites').click();
  await expect.element(page.getByText('Their sites are changed')).toBeVisible();
  expect(it.changed).toEqual([
    `PUT /people/amira/sites/${south.id}`,
    `DELETE /people/amira/sites/${north.id}`,
  ]);
  await expect.element(tick('South garden')).toBeChecked();
  await expect.element(tick('North garden')).not.toBeChecked();
});

test('cut in the middle, what stands at the hub is shown', async () => {
  hub({
    instead: (method) => (method === 'DELETE' ? Promise.reject(new TypeError('no network')) : null),
  });
  await open('coordinator');
  await tick('South garden').click();
  await tick('North garden').click();
  await button('Keep these sites').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('This needs the network');
  await expect.element(tick('North garden')).toBeChecked();
  await expect.element(tick('South garden')).toBeChecked();
});

test.each([
  ['without a network', () => Promise.reject(new TypeError('no network')), 'This needs the network'],
  ['with too many asking', () => problem('too-many', 429), 'The hub cannot do this just now'],
  ['with a dead login', () => problem('sign-in', 401), 'The hub does not know this phone any more'],
])('%s it says so, and asks again when told to', async (_when, answer, words) => {
  let well = false;
  hub({ instead: () => (well ? null : answer()) });
  await open('coordinator');
  await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  expect(await findBarriers(shown.host)).toEqual([]);
  well = true;
  await button('Ask the hub again').click();
  await expect.element(page.getByText('2 phones are connected as this person.')).toBeVisible();
  expect(page.getByRole('alert').elements()).toEqual([]);
});

test('somebody the hub has not heard of', async () => {
  hub({ instead: (_method, path) => (path.startsWith('/people') ? problem('not-found', 404) : null) });
  await open('coordinator');
  await expect.element(page.getByText('The hub does not know this person yet')).toBeVisible();
});

test.each(['light', 'dark', 'sun'])(
  'no barriers in %s, and nothing sticks out at 320 px in German',
  async (theme) => {
    hub();
    document.documentElement.dataset['theme'] = theme;
    await page.viewport(320, 640);
    await open('coordinator', undefined, 'de');
    await expect.element(page.getByRole('checkbox', { name: 'South garden' })).toBeVisible();
    expect(await findBarriers(shown.host)).toEqual([]);
    expect(document.documentElement.scrollWidth - document.documentElement.clientWidth).toBe(0);
  },
);
