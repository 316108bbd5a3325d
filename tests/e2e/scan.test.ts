/** Scanning an invitation with the camera of the built app: found as a hand holds it, and said plainly where there is no camera. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtApp } from '../support/app-server.ts';
import { launchBrowser, newPhone, type Phone } from '../support/browser.ts';
import { writeFilm } from '../support/camera-film.ts';
import { startHub, type HubServer } from '../support/hub.ts';
import { begin, choose, go, press, soon, titled } from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

const t = textsIn('en');
let hub: HubServer;
let folder: string;
let film: string;

beforeAll(async () => {
  hub = await startHub({ appFolder: builtApp });
  folder = mkdtempSync(join(tmpdir(), 'plotline-film-'));
  film = join(folder, 'sheet.y4m');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await hub.close();
});

/** What the page keeps for the test. */
interface Watched {
  cameras: MediaStream[];
}

/** Opens the camera on the screen of connecting, with a browser made so. */
async function scanning(
  options: Parameters<typeof launchBrowser>[0],
): Promise<{ phone: Phone; close(): Promise<void> }> {
  const browser = await launchBrowser(options);
  const phone = await newPhone(browser, { origin: hub.origin });
  await phone.context.addInitScript(() => {
    const cameras: MediaStream[] = [];
    Object.assign(globalThis, { cameras });
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      cameras.push(stream);
      return stream;
    };
  });
  await begin(phone.page, { name: 'Mia' });
  await go(phone.page, '/connect');
  await press(phone.page, t('connect.scan'));
  return {
    phone,
    close: async () => {
      await phone.close();
      await browser.close();
    },
  };
}

/** How many cameras the page has opened and not let go. */
const camerasOn = (phone: Phone) =>
  phone.page.evaluate(
    () => (globalThis as unknown as Watched).cameras.filter((stream) => stream.active).length,
  );

test('a sheet that is held askew, in poor light and not quite sharp, connects to the hub', async () => {
  const { link } = await hub.invite();
  const held = { text: link, size: 0.6, turned: 12, blur: 2, light: 0.4, tenths: 5 };
  writeFilm(film, [
    { text: null, tenths: 10 },
    { ...held, aside: { x: 0.2, y: -0.1 } },
    { ...held, turned: -20, blur: 3 },
    { ...held, size: 0.45, turned: 5, light: 0.7 },
  ]);
  const { phone, close } = await scanning({ media: true, film });
  const { page } = phone;
  await page
    .getByText(t('connect.first'))
    .or(page.getByText(t('connect.look.lead')))
    .first()
    .waitFor();
  await titled(page, t('connect.look', { place: new URL(hub.origin).host }));
  await expect.poll(() => camerasOn(phone), soon).toBe(0);
  await choose(page, t('connect.name.no'));
  await press(page, t('connect.connect'));
  await titled(page, t('connect.done', { name: 'Garden project' }));
  await close();
});

test('while nothing is seen the camera goes on, and it is let go when the person stops it', async () => {
  writeFilm(film, [{ text: null, tenths: 5 }]);
  const { phone, close } = await scanning({ media: true, film });
  const { page } = phone;
  await page.getByText(t('connect.scan.how')).waitFor();
  await expect.poll(() => camerasOn(phone), soon).toBe(1);
  await press(page, t('connect.scan.stop'));
  await page.getByRole('button', { name: t('connect.scan'), exact: true }).waitFor();
  await expect.poll(() => camerasOn(phone), soon).toBe(0);
  await close();
});

test('another code than one of Plotline is said to be none', async () => {
  writeFilm(film, [{ text: 'https://shop.example/beans', tenths: 5 }]);
  const { phone, close } = await scanning({ media: true, film });
  await phone.page.getByText(t('connect.code.strange')).waitFor();
  expect(new URL(phone.page.url()).pathname).toBe('/connect');
  await close();
});

test.each([
  ['refused', 'denied'],
  ['none', 'no-camera'],
] as const)('a camera that is %s: said, with the other ways, which are there', async (media, why) => {
  const { phone, close } = await scanning({ media });
  const { page } = phone;
  await page.getByText(t(`connect.scan.${why}`)).waitFor();
  await page.getByText(t('connect.scan.else')).waitFor();
  await press(page, t('ui.back'));
  await page.getByRole('textbox', { name: t('connect.type') }).waitFor();
  expect(await camerasOn(phone)).toBe(0);
  await close();
});
