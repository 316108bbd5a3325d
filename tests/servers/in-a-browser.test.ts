/** The built app in real Chromium, its page at one origin and the server at another: connected on its screens, tried, sent, received. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, newPhone, type Phone } from '../support/browser.ts';
import { startDelivered, type HubProcess } from '../support/hub-process.ts';
import { tryServer, connectToServer, type OtherServer } from '../support/other-server.ts';
import { begin, go, press, reflect, soon } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';
import { serversHere } from './every-server.ts';
import type { RealServer } from './real-server.ts';
import { serverFolder, type ServerFolder } from './server-folder.ts';

const t = textsIn('en');
let browser: Browser;
let folder: ServerFolder;
/** The delivered program, told of the servers as an operator tells it. */
let hub: HubProcess;
let origin: string;
const running = new Map<string, RealServer>();

beforeAll(async () => {
  for (const startable of serversHere) running.set(startable.name, await startable.start());
  folder = await serverFolder('hub');
  const endpoints = [...running.values()].map(({ gate }) => gate.address);
  hub = startDelivered(folder.path, { PLOTLINE_ENDPOINTS: endpoints.join(' '), PLOTLINE_LOG: 'errors' });
  origin = await hub.origin();
  browser = await launchBrowser();
}, 240_000);

afterAll(async () => {
  await browser.close();
  hub.kill('SIGTERM');
  await hub.ended;
  for (const server of running.values()) await server.stop();
  await folder.remove();
});

describe.each(serversHere)('$name, from a browser', ({ name }) => {
  let server: RealServer;
  let other: OtherServer;
  const phones: Phone[] = [];

  beforeAll(() => {
    const found = running.get(name);
    if (!found) throw new Error(`${name} is not there`);
    server = found;
    other = { origin: server.gate.address, profile: server.profile, login: server.login };
  });
  afterAll(async () => {
    for (const phone of phones) {
      // The browser writes a line for each answer that is no success, and trying a server asks for some.
      phone.forgive(/Failed to load resource: the server responded/);
      await phone.close();
    }
  });

  async function connected(who: string): Promise<Page> {
    const phone = await newPhone(browser, { origin, others: () => [server.gate.address] });
    phones.push(phone);
    const { page } = phone;
    await begin(page, { name: who });
    await tryServer(page, other);
    for (const step of ['list', 'attachment', 'remove'])
      await page.getByText(t(`connect.step.${step}.ok`), { exact: true }).waitFor();
    await connectToServer(page, other);
    return page;
  }
  test('what one phone shared is proven received, and comes to another; a login that ended is told as such', async () => {
    const page = await connected('Mia');
    await reflect(page, 'The pond is dug.');
    const place = new URL(page.url()).pathname;
    await press(page, t('record.audience.to.team'));
    await page.getByText(t('record.audience.team'), { exact: true }).first().waitFor();
    await go(page, '/story');
    await page.getByRole('link', { name: /The pond is dug.*Received/s }).waitFor();
    const id = place.split('/').at(-1) ?? '';
    const there = (await server.keys()).filter((key) => key.startsWith(id));
    expect(there.length).toBeGreaterThan(0);
    expect(new Set(there).size).toBe(there.length);
    // The browser asked beforehand whether it may, because a login went along.
    expect(server.gate.asked.some(({ method }) => method === 'OPTIONS')).toBe(true);

    const second = await connected('Ben');
    await go(second, place);
    await second.getByText('The pond is dug.', { exact: true }).first().waitFor();

    await server.expireLogin();
    await go(page, '/sync');
    await press(page, t('sync.now'));
    await page.getByText(t('sync.paused')).waitFor();
    await server.renewLogin();
    await press(page, t('sync.retry'));
    await expect.poll(() => page.getByText(t('sync.paused')).count(), soon).toBe(0);
    await page.getByText(t('sync.all.what')).waitFor();
  });
});
