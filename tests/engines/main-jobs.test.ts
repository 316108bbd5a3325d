/** The main jobs in the browsers that are no Chromium: begun, offline, kept, and shared with a hub. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtApp } from '../support/app-server.ts';
import { startHub, type HubServer } from '../support/hub.ts';
import { kindsAt } from '../support/kinds-at.ts';
import { textsIn } from '../support/texts.ts';
import type { EngineWindow } from './engine.ts';
import { firefox } from './firefox.ts';
import { personAt, type PersonAt } from './person-at.ts';
import { webkit } from './webkit.ts';

const t = textsIn('en');

const engines = [firefox, webkit];
for (const { name, missing } of engines) {
  const what = missing();
  if (what !== null) process.stdout.write(`\n!!! NOT TESTED: ${name}. Missing here: ${what}\n`);
}
const here = engines.filter(({ missing }) => missing() === null);

describe.each(here)('$name', (engine) => {
  let hub: HubServer;
  let window: EngineWindow;
  let person: PersonAt;

  beforeEach(async () => {
    hub = await startHub({ appFolder: builtApp });
    window = await engine.start();
    person = personAt(window);
  });
  afterEach(async () => {
    await window.close();
    await hub.close();
  });

  test('all is begun, said and assessed without a network, and there when loaded anew', async () => {
    await begin(window, person, hub.origin, 'Robin');
    await watchForTroubles(window);
    await untilOfflineReady(window);
    await hub.stop();

    await assess(person, [5, 2, null, 4, 3, 6]);
    await person.tap('link', t('readings.done.star'));
    await person.see(t('readings.statement.voice'));
    await expect.poll(() => window.run(drawnOnCanvas)).toBe(true);

    await person.go('/reflect');
    await person.type(t('reflections.say'), 'The pond is dug.');
    await person.choosePhoto(3000, 2000);
    await person.see(t('capture.photo.kept', { count: 1 }));
    await person.tap('button', t('reflections.save'));
    await person.see('The pond is dug.');
    expect(await window.run(photoShown)).toEqual({ width: 1600, height: 1067 });

    await person.go('/assets/add');
    await person.type(t('assets.ask.what'), 'Beans');
    await person.tap('answer', t('assets.name.hand'));
    await person.tap('button', t('assets.save'));
    await person.see(t('assets.added', { what: 'Beans' }));
    expect(await troubles(window)).toEqual([]);

    await window.open(`${hub.origin}/story`);
    for (const words of ['The pond is dug.', 'Beans', t('readings.summary.self')]) await person.see(words);
  });

  test('a draft begun is there after the page was loaded anew, without a network', async () => {
    await begin(window, person, hub.origin, 'Robin');
    await untilOfflineReady(window);
    await hub.stop();
    await person.go('/reflect');
    await person.type(t('reflections.say'), 'Half a thought');
    await window.open(`${hub.origin}/`);
    await person.see(t('home.hello', { name: 'Robin' }));
    await person.tap('link', t('home.draft.reflect'));
    await person.see(t('reflections.new'));
    const words = () => window.run(() => document.querySelector('textarea')?.value);
    await expect.poll(words, { timeout: 60_000 }).toBe('Half a thought');
  });

  test('what is shared reaches the hub, its photo too', async () => {
    await begin(window, person, hub.origin, 'Robin');
    await watchForTroubles(window);
    await person.go('/reflect');
    await person.type(t('reflections.say'), 'The pond is dug.');
    await person.choosePhoto(800, 600);
    await person.see(t('capture.photo.kept', { count: 1 }));
    await person.tap('button', t('reflections.save'));
    await person.tap('button', t('record.audience.to.team'));

    const { link } = await hub.invite();
    await person.go('/connect');
    await person.type(t('connect.type'), link);
    await person.tap('button', t('connect.next'));
    await person.tap('answer', t('connect.name.yes'));
    await person.tap('button', t('connect.connect'));
    await person.see(t('connect.done', { name: 'Garden project' }));
    await person.go('/sync');
    await person.see(t('sync.line.received'));
    expect(await kindsAt(hub)).toEqual(['person', 'reflection']);
    expect(await troubles(window)).toEqual([]);
  });
});

/** The first run, to the start. */
async function begin(at: EngineWindow, person: PersonAt, origin: string, name: string): Promise<void> {
  await at.open(`${origin}/`);
  await person.type(t('first.name.label'), name);
  await person.tap('button', t('first.next'));
  await person.see(t('first.language.title'));
  await person.tap('button', t('first.next'));
  await person.see(t('first.phone.title'));
  await person.tap('button', t('first.begin'));
  await person.see(t('home.hello', { name }));
}

async function assess(person: PersonAt, scores: (number | null)[]): Promise<void> {
  await person.go('/assess');
  await person.tap('button', t('readings.intro.start'));
  for (const [at, score] of scores.entries()) {
    await person.see(t('readings.assess.place', { at: at + 1, total: scores.length }));
    await person.tap('answer', score === null ? t('readings.assess.leaveOut') : String(score));
    await person.tap(
      'button',
      t(`readings.assess.next.${at === scores.length - 1 ? 'review' : 'statement'}`),
    );
  }
  await person.tap('button', t('readings.finish'));
  await person.see(t('readings.done.title'));
}

async function untilOfflineReady(at: EngineWindow): Promise<void> {
  const ready = () => at.run(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await expect.poll(ready, { timeout: 60_000 }).toBe(true);
}

/** From now on, until the page is loaded anew. */
function watchForTroubles(at: EngineWindow): Promise<void> {
  return at.run(() => {
    const found: string[] = [];
    addEventListener('error', ({ message }) => found.push(message));
    addEventListener('unhandledrejection', ({ reason }) => found.push(String(reason)));
    addEventListener('securitypolicyviolation', (refused) =>
      found.push(`${refused.violatedDirective} ${refused.blockedURI}`),
    );
    Object.assign(globalThis, { troublesFound: found });
  });
}

function troubles(at: EngineWindow): Promise<unknown> {
  return at.run((): unknown => Reflect.get(globalThis, 'troublesFound'));
}

/** These two run in the page. */

function drawnOnCanvas(): boolean {
  const canvas = document.querySelector('canvas');
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels?.some((value) => value !== 0) ?? false;
}

async function photoShown(): Promise<{ width: number; height: number }> {
  for (;;) {
    const photo = document.querySelector<HTMLImageElement>('main img');
    if (photo) {
      await photo.decode();
      return { width: photo.naturalWidth, height: photo.naturalHeight };
    }
    await new Promise((shown) => requestAnimationFrame(shown));
  }
}
