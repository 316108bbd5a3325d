// @ts-check
/**
 * Pictures of the built app, with a person's few weeks in it: `docs/pictures/*.png` for the README, and every screen on a
 * small phone, a large one and a laptop, in three themes, in English and German, into `test-results/screens/` to be
 * looked at. Usage: `npm run screenshots`, or `npm run screenshots -- docs` for the README's alone.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserFlags, findBrowser } from './find-browser.mjs';

const screens = ['/', '/add', '/more', '/settings', '/about', '/me', '/assess', '/star', '/story', '/assets'];
screens.push('/assets/add', '/reflect', '/actions', '/actions/add', '/take-away', '/bring-in');
screens.push('/sync', '/connect', '/erase-me');
const sizes = {
  phone: { width: 360, height: 640 },
  large: { width: 412, height: 915 },
  laptop: { width: 1280, height: 800 },
};
const assets = [
  ['Sowing beans in straight rows', 'hand'],
  ['Speaking Arabic and French', 'head'],
  ['Nobody should eat lunch alone', 'heart'],
  ['Mending the water pump', 'hand'],
  ['What grows well together', 'head'],
];
const thoughts = [
  'Rain all morning. We still got the whole bed dug, and I showed Noor how to hold the fork.',
  'Asked about the tool list in the meeting. They wrote it down.',
  'Tired today. The radishes are up though.',
];

/** @param {number} daysAgo */
const dayBefore = (daysAgo) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

/** @typedef {import('playwright').Page} Page */

/** Starts the built app and waits for its address. */
async function serve() {
  const hub = spawn(process.execPath, ['dist/hub/main.js'], { env: { ...process.env, PORT: '0' } });
  hub.stderr.pipe(process.stderr);
  for await (const chunk of hub.stdout) {
    const [origin] = /http:\/\/[^/]+/.exec(String(chunk)) ?? [];
    if (origin) return { origin, stop: () => hub.kill() };
  }
  throw new Error('the app did not start: npm run build makes it');
}

/** @param {Page} page */
const forward = (page) => page.locator('main [data-kind=primary]').last().click();

/** @param {Page} page @param {string} heading */
const titled = (page, heading) => page.getByRole('heading', { level: 1, name: heading }).waitFor();

/** @param {Page} page */
async function begin(page) {
  await page.goto('/');
  await page.getByRole('textbox').fill('Sam');
  await page.getByRole('button', { name: 'Next' }).click();
  await titled(page, 'Which language do you like best?');
  await page.getByRole('button', { name: 'Next' }).click();
  await titled(page, 'Is this phone only yours?');
  await page.getByRole('button', { name: 'Begin' }).click();
  await titled(page, 'Hello Sam');
}

/** @param {Page} page @param {(number | null)[]} scores @param {number} daysAgo */
async function assess(page, scores, daysAgo) {
  await page.goto('/assess');
  await titled(page, 'How engaged I feel');
  await forward(page);
  for (const [at, score] of scores.entries()) {
    await page.getByText(`Statement ${at + 1} of 6`).waitFor({ state: 'attached' });
    await page.locator(`input[value="${score ?? 'left-out'}"]`).check({ force: true });
    await forward(page);
  }
  await titled(page, 'Look it over');
  await page.locator('input[type=date]').fill(dayBefore(daysAgo));
  await forward(page);
  await titled(page, 'Your star is ready');
}

/** @param {Page} page @param {string} what @param {string} part */
async function addAsset(page, what, part) {
  await page.goto('/assets/add');
  await page.getByRole('textbox').first().fill(what);
  await page.locator(`input[value="${part}"]`).check({ force: true });
  await forward(page);
  await titled(page, 'It is in your garden now');
}

/** @param {Page} page @param {string} words */
async function reflect(page, words) {
  await page.goto('/reflect');
  await page.getByRole('textbox').first().fill(words);
  await forward(page);
  await page.waitForURL((url) => url.pathname !== '/reflect');
}

/** @param {Page} page @param {{ theme: string, language: string }} look */
async function wear(page, look) {
  await page.evaluate((wanted) => {
    localStorage.setItem('plotline-preferences', JSON.stringify({ textSize: 'normal', ...wanted }));
  }, look);
}

/** @param {Page} page @param {string} path @param {string} file */
async function take(page, path, file) {
  await page.goto(path);
  await page.locator('main h1').waitFor();
  // Fonts, lazy parts and the star's chart have all come once the page asks for nothing more.
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: file });
}

const onlyDocs = process.argv.includes('docs');
const server = await serve();
const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: browserFlags });
try {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: sizes.phone,
    deviceScaleFactor: 2,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await begin(page);
  for (const [what = '', part = ''] of assets) await addAsset(page, what, part);
  await assess(page, [2, 2, null, 3, 4, 2], 40);
  for (const words of thoughts) await reflect(page, words);
  await assess(page, [5, 3, 4, 2, 6, null], 0);

  mkdirSync('docs/pictures', { recursive: true });
  await wear(page, { theme: 'light', language: 'en' });
  for (const [name, path] of [
    ['star', '/star'],
    ['story', '/story'],
    ['assets', '/assets'],
  ]) {
    await take(page, path ?? '/', `docs/pictures/${name}.png`);
  }
  await page.goto('/assess');
  await forward(page);
  await page.locator('input[value="5"]').check({ force: true });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: 'docs/pictures/assess.png' });

  const folder = 'test-results/screens';
  mkdirSync(folder, { recursive: true });
  for (const theme of onlyDocs ? [] : ['light', 'dark', 'sun']) {
    for (const language of ['en', 'de']) {
      await wear(page, { theme, language });
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        for (const path of screens) {
          const name = path === '/' ? 'home' : path.slice(1).replaceAll('/', '-');
          await take(page, path, join(folder, `${size}-${theme}-${language}-${name}.png`));
        }
      }
    }
  }
} finally {
  await browser.close();
  server.stop();
}
