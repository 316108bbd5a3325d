/** Making a code at the hub: for somebody else in a role at a site, or for another phone of one's own. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { decodeQR } from 'qr/decode.js';
import type { Role } from '../../../src/core/version.ts';
import type { InvitationAnswer } from '../../../src/sync/protocol/hub-api.ts';
import { connectedApp, hubSettings } from '../../support/connected-app.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { meet } from '../../support/others.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let shown: OwnStage;
beforeEach(async () => {
  phone = await openOwnVault();
});
afterEach(() => {
  shown.clear();
  vi.restoreAllMocks();
  phone.vault.close();
});

const button = (name: string) => page.getByRole('button', { name });
const choice = (name: string) => page.getByRole('radio', { name });
const north = { id: '01970000-0000-7000-8000-0000000000a1', name: 'North garden' };
const south = { id: '01970000-0000-7000-8000-0000000000a2', name: 'South garden' };
const link = 'https://hub.example/connect#code=ABCD-EFGH-JKLM';

interface Asked {
  url: string;
  authorization: string | null;
  body: unknown;
}

/** A hub that answers every request for a code with `answer`; gives what it was asked. */
function hub(answer: () => Response | Promise<Response>, sites = [north]): Asked[] {
  const asked: Asked[] = [];
  const real = fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith('https://hub.example')) return real(input, init);
    if (request.url.endsWith('/v1/sites')) return Response.json({ sites });
    if (request.method === 'GET') return Response.json({ invitations: [] });
    const { url, headers } = request;
    asked.push({ url, authorization: headers.get('Authorization'), body: await request.json() });
    return answer();
  });
  return asked;
}

function code(more: Partial<InvitationAnswer> = {}): Response {
  const answer: InvitationAnswer = {
    code: 'ABCD-EFGH-JKLM',
    link,
    role: 'participant',
    sites: [north],
    expiresAt: '2026-05-08T09:00:00.000Z',
    ...more,
  };
  return Response.json(answer, { status: 201 });
}

async function open(role: Role, sites = [north], path = '/invite'): Promise<void> {
  phone.owner.role = role;
  const app = await connectedApp(phone, hubSettings(role, sites));
  shown = await showScreen({ phone, path, app });
}

/** Reads the picture as the camera of another phone would. */
async function readPicture(): Promise<string> {
  const picture = shown.host.querySelector('svg[role="img"]');
  if (!(picture instanceof SVGElement)) throw new Error('no picture');
  const { color, fill, backgroundColor } = getComputedStyle(picture);
  const copy = picture.cloneNode(true);
  if (!(copy instanceof SVGElement)) throw new Error('no picture');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  for (const [name, value] of Object.entries({ width: '400', height: '400', color, fill }))
    copy.setAttribute(name, value);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
  await image.decode();
  const draw = new OffscreenCanvas(400, 400).getContext('2d');
  if (!draw) throw new Error('no canvas');
  draw.fillStyle = backgroundColor;
  draw.fillRect(0, 0, 400, 400);
  draw.drawImage(image, 0, 0, 400, 400);
  return decodeQR(draw.getImageData(0, 0, 400, 400));
}

test('a worker with one site only says for whom; the code is there to read, scan and pass on', async () => {
  const asked = hub(() => code());
  await open('worker');
  await expect.element(page.getByText('Green Hill', { exact: false })).toBeVisible();
  // Only a coordinator lets staff in.
  expect(choice('coordinator').elements()).toEqual([]);
  expect(choice('North garden').elements()).toEqual([]);
  await choice('employer').click();
  await button('Make a code').click();
  await expect.element(page.getByRole('heading', { name: 'The code is ready' })).toHaveFocus();
  expect(asked).toEqual([
    {
      url: 'https://hub.example/v1/invitations',
      authorization: 'Bearer secret',
      body: { role: 'employer', sites: [north.id] },
    },
  ]);
  await expect.element(page.getByText('ABCD-EFGH-JKLM', { exact: true })).toBeVisible();
  await expect.element(page.getByText(link, { exact: true })).toBeVisible();
  await expect
    .element(page.getByText(/^It works once, until 8 May 2026.*It is shown only now/))
    .toBeVisible();
  expect(await phone.drafts()).toEqual([]);
});

test.each(['light', 'dark', 'sun'])('the picture reads as the link, in %s too', async (theme) => {
  hub(() => code());
  document.documentElement.dataset['theme'] = theme;
  await open('worker');
  await button('Make a code').click();
  await expect.element(page.getByRole('img', { name: 'The code as a picture to scan' })).toBeVisible();
  expect(await readPicture()).toBe(link);
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('a coordinator chooses a site, or makes one; without, nothing is asked of the hub', async () => {
  const asked = hub(() => code(), [north, south]);
  await open('coordinator');
  await choice('support worker').click();
  await button('Make a code').click();
  await expect.element(page.getByText('Please choose a site first.').first()).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await choice('A new site').click();
  await button('Make a code').click();
  await expect.element(page.getByText('Please give the site a name.').first()).toBeVisible();
  expect(asked).toEqual([]);
  await page.getByRole('textbox', { name: 'Name of the new site' }).fill('East garden');
  await button('Make a code').click();
  await expect.element(page.getByText('The code is ready')).toBeVisible();
  await button('Another one').click();
  await choice('South garden').click();
  await button('Make a code').click();
  await expect.element(page.getByText('The code is ready')).toBeVisible();
  expect(asked.map(({ body }) => body)).toEqual([
    { role: 'worker', site: 'East garden' },
    { role: 'participant', sites: [south.id] },
  ]);
});

test('somebody who takes part brings in their other phone, as themselves', async () => {
  const { personId } = phone.owner;
  const asked = hub(() => code({ personId, sites: [] }));
  await open('participant');
  await expect.element(page.getByRole('heading', { name: 'Connect my other phone' })).toBeVisible();
  expect(page.getByRole('radio').elements()).toEqual([]);
  await button('Make a code').click();
  await expect.element(page.getByText('Scan it with your other phone', { exact: false })).toBeVisible();
  await expect.element(page.getByText(/^Whoever uses it is you here/)).toBeVisible();
  expect(asked.map(({ body }) => body)).toEqual([{ role: 'participant', personId }]);
});

test('for somebody who is known, the code is theirs, in the role they have', async () => {
  const amira = await meet({ store: phone.vault, environment: phone.environment }, 'Amira', 'peer');
  const asked = hub(() => code({ personId: amira, role: 'peer' }), [north, south]);
  await open('worker', [north, south], `/people/${amira}`);
  await page.getByRole('link', { name: 'A code for another phone of theirs' }).click();
  await expect.element(page.getByRole('heading', { name: 'Another phone for Amira' })).toBeVisible();
  await expect.element(choice('somebody who takes part too')).toBeChecked();
  expect(await findBarriers(shown.host)).toEqual([]);
  await choice('South garden').click();
  await button('Make a code').click();
  await expect.element(page.getByText('The code is ready')).toBeVisible();
  await expect.element(page.getByText(/^Whoever uses it is Amira here.* writes as Amira/)).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  shown.clear();
  // A coordinator's help leaves their sites as they are.
  await open('coordinator', [north, south], `/invite?person=${amira}`);
  await button('Make a code').click();
  await expect.element(page.getByText('The code is ready')).toBeVisible();
  expect(asked.map(({ body }) => body)).toEqual([
    { role: 'peer', personId: amira, sites: [south.id] },
    { role: 'peer', personId: amira },
  ]);
});

test('for somebody without a name it says that it is theirs, and for somebody new that it is nobody’s yet', async () => {
  const nameless = phone.newId();
  hub(() => code({ personId: nameless }));
  await open('worker', [north], `/invite?person=${nameless}`);
  await button('Make a code').click();
  await expect.element(page.getByText(/^Whoever uses it is that person here/)).toBeVisible();
  shown.clear();
  hub(() => code());
  await open('worker');
  await button('Make a code').click();
  await expect.element(page.getByText('The code is ready')).toBeVisible();
  expect(page.getByText(/^Whoever uses it/).elements()).toEqual([]);
});

test('somebody who takes part makes no code for anybody else, whatever the address says', async () => {
  const asked = hub(() => code());
  await open('participant', [north], `/invite?person=${phone.newId()}`);
  await button('Make a code').click();
  await expect.element(page.getByText('The code is ready')).toBeVisible();
  expect(asked.map(({ body }) => body)).toEqual([{ role: 'participant', personId: phone.owner.personId }]);
});

const problem = (status: number, type: string) => () =>
  Response.json({ type: `urn:plotline:${type}`, title: 'No', status, detail: 'No.' }, { status });

test.each([
  ['without a network', () => Promise.reject(new TypeError('no network')), 'This needs the network'],
  ['with too many asking', problem(429, 'too-many'), 'The hub cannot make a code just now'],
  ['not let', problem(403, 'not-allowed'), 'You cannot make this code'],
  ['with a dead login', problem(401, 'sign-in'), 'The hub does not know this phone any more'],
])('%s it says so, and what was chosen stays', async (_when, answer, words) => {
  hub(answer);
  await open('worker');
  await choice('employer').click();
  await button('Make a code').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  await expect.element(choice('employer')).toBeChecked();
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('passing on goes through the share sheet, and where there is none, the link is copied', async () => {
  hub(() => code());
  const shared: ShareData[] = [];
  vi.stubGlobal('navigator', {
    clipboard: { writeText: (text: string) => Promise.resolve(void shared.push({ text })) },
    share: (data: ShareData) => Promise.resolve(void shared.push(data)),
    onLine: true,
    languages: ['en'],
  });
  await open('worker');
  await button('Make a code').click();
  await button('Pass on the link').click();
  await button('Copy the code').click();
  await expect.element(page.getByText('Copied')).toBeVisible();
  vi.unstubAllGlobals();
  expect(shared).toMatchObject([{ url: link }, { text: 'ABCD-EFGH-JKLM' }]);
});

test('not connected to a hub, it leads to connecting', async () => {
  const app = await connectedApp(phone, null);
  shown = await showScreen({ phone, path: '/invite', app });
  await expect.element(page.getByText('You are not connected to a team yet')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Connect' })).toBeVisible();
});
