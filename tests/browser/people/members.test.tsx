/** Everybody who has come in at the hub, also those of whom nothing is here: found, and led to their phones and sites. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PersonAnswer } from '../../../src/sync/protocol/hub-api.ts';
import { connectedApp, hubSettings } from '../../support/connected-app.ts';
import { problem } from '../../support/answering-hub.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { meet } from '../../support/others.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let shown: OwnStage;
const north = { id: '01970000-0000-7000-8000-0000000000a1', name: 'North garden' };

beforeEach(async () => {
  phone = await openOwnVault();
  phone.owner.role = 'coordinator';
});
afterEach(async () => {
  shown.clear();
  vi.restoreAllMocks();
  phone.vault.close();
  await page.viewport(360, 640);
});

function person(more: Partial<PersonAnswer> = {}): PersonAnswer {
  return { id: phone.newId(), role: 'worker', sites: [north], devices: 1, ...more };
}

/** A hub that lists some of these people at a time. */
function hub(people: PersonAnswer[], atOnce = 200) {
  const it = { asked: new Array<string>(), instead: (): Response | Promise<Response> | null => null };
  const real = fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { url, method } = new Request(input, init);
    if (!url.startsWith('https://hub.example')) return real(input, init);
    it.asked.push(`${method} ${url.replace('https://hub.example/v1', '')}`);
    const given = it.instead();
    if (given) return given;
    if (url.endsWith('/invitations')) return Response.json({ invitations: [] });
    if (url.endsWith('/sites')) return Response.json({ sites: [north] });
    const one = people.find(({ id }) => url.endsWith(id) && !url.includes('after'));
    if (one) return Response.json(one);
    const from = people.findIndex(({ id }) => url.includes(`after=${id}`)) + 1;
    return Response.json({ people: people.slice(from, from + atOnce), more: from + atOnce < people.length });
  });
  return it;
}

async function open(path = '/members', language?: 'de'): Promise<void> {
  const app = await connectedApp(phone, hubSettings(phone.owner.role, [north]));
  shown = await showScreen({ phone, path, app, ...(language && { language }) });
}
const rows = () => page.getByRole('list', { name: 'Everybody who is connected' }).getByRole('listitem');

test('from the people to everybody, by name, and on to the phones of somebody of whom nothing is here', async () => {
  const amira = await meet({ store: phone.vault, environment: phone.environment }, 'Amira');
  const quiet = person({ devices: 0 });
  hub([quiet, person({ id: phone.owner.personId }), person({ id: amira, role: 'participant' })], 2);
  await open('/people');
  await page.getByRole('link', { name: /^Everybody who is connected/ }).click();
  await expect.poll(() => rows().elements()).toHaveLength(2);
  await expect
    .element(rows().first())
    .toHaveTextContent(/^Amira.*As: participant\. At: North garden\..*1 phone/);
  await expect.element(rows().nth(1)).toHaveTextContent(/^Somebody who has not shared a name.*No phone now/);
  await rows().nth(1).getByRole('link').click();
  await expect.element(page.getByRole('button', { name: 'End their access' })).toBeVisible();
  await expect.element(page.getByText('No phone is connected as this person now.')).toBeVisible();
});

test.each([
  ['without a network', () => Promise.reject(new TypeError('no network')), 'This needs the network'],
  ['with an older hub', () => problem('not-found', 404), 'The hub cannot do this just now'],
])('%s it says so, and asks again when told to', async (_when, answer, words) => {
  const it = hub([person()]);
  it.instead = answer;
  await open();
  await expect.element(page.getByRole('main')).toHaveTextContent(words);
  it.instead = () => null;
  await page.getByRole('button', { name: 'Ask the hub again' }).click();
  await expect.poll(() => rows().elements()).toHaveLength(1);
  await expect.element(page.getByRole('main')).not.toHaveTextContent(words);
});

test('a participant is not led there', async () => {
  phone.owner.role = 'participant';
  hub([]);
  await open('/people');
  await expect.element(page.getByRole('link', { name: 'Connect my other phone' })).toBeVisible();
  expect(page.getByRole('link', { name: /^Everybody who is connected/ }).elements()).toEqual([]);
});

test.each(['light', 'dark', 'sun'])(
  'no barriers in %s, and nothing sticks out at 320 px in German',
  async (theme) => {
    hub([person(), person({ role: 'participant', sites: [] })]);
    document.documentElement.dataset['theme'] = theme;
    await page.viewport(320, 640);
    await open('/members', 'de');
    await expect.element(page.getByText('1 Handy').first()).toBeVisible();
    expect(await findBarriers(shown.host)).toEqual([]);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth - clientWidth).toBe(0);
  },
);
