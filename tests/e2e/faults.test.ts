/** What goes wrong on real phones: nothing that was said to be saved is gone, and what was typed stays in sight. */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { launchBrowser, newPhone, type Phone } from '../support/browser.ts';
import { createProfile } from '../support/own-profile.ts';
import {
  atHome,
  begin,
  go,
  press,
  reflect,
  titled,
  typeKept,
  untilBoxSays,
  wordsBox,
} from '../support/person.ts';
import { textsIn } from '../support/texts.ts';

let app: AppServer;
let browser: Browser;
const t = textsIn('en');

beforeAll(async () => {
  app = await startApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function phoneOfAyo(): Promise<Phone> {
  const phone = await newPhone(browser, { origin: app.origin });
  await begin(phone.page, { name: 'Ayo' });
  return phone;
}

test('killed right after "saved", and in the middle of a form: what was saved and what was kept is there', async () => {
  const profile = createProfile();
  try {
    const first = await profile.open(app.origin);
    await begin(first.page, { name: 'Ayo' });
    await first.kill();
    const said: string[] = [];
    for (let round = 1; round <= 2; round++) {
      const { page, kill } = await profile.open(`${app.origin}/reflect`);
      await wordsBox(page).waitFor();
      if (round > 1) await untilBoxSays(page, `Begun in round ${round - 1}`);
      const words = `Saved in round ${round}`;
      await wordsBox(page).fill(words);
      await press(page, t('reflections.save'));
      await page.getByText(t('reflections.saved')).first().waitFor();
      said.push(words);
      if (round % 2 === 0) {
        await kill();
        const again = await profile.open(`${app.origin}/reflect`);
        await untilBoxSays(again.page, '');
        await typeKept(again.page, `Begun in round ${round}`);
        await again.kill();
      } else {
        await go(page, '/reflect');
        await typeKept(page, `Begun in round ${round}`);
        await kill();
      }
    }
    const { page } = await profile.open(`${app.origin}/story`);
    for (const words of said) await page.getByText(words, { exact: true }).first().waitFor();
    await go(page, '/reflect');
    await untilBoxSays(page, 'Begun in round 2');
    expect(said).toHaveLength(2);
  } finally {
    await profile.remove();
  }
});

test('what is saved in one window stands in the story of another at once', async () => {
  const phone = await phoneOfAyo();
  const other = await phone.context.newPage();
  await other.goto('/story');
  await other.getByRole('heading', { level: 1, name: t('story.title'), exact: true }).waitFor();
  await reflect(phone.page, 'Said in the first window');
  await expect.poll(() => other.getByText('Said in the first window').count()).toBe(1);
  await phone.close();
});

test('changed in two windows at once: both versions are kept and shown', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  await reflect(page, 'As it was first said');
  const edit = `${new URL(page.url()).pathname}/edit`;
  const other = await phone.context.newPage();
  await other.goto(edit);
  await untilBoxSays(other, 'As it was first said');
  await go(page, edit);
  await untilBoxSays(page, 'As it was first said');

  await wordsBox(page).fill('Changed in the first window');
  await press(page, t('reflections.save'));
  await page.getByText('Changed in the first window').first().waitFor();
  await wordsBox(other).fill('Changed in the second window');
  await press(other, t('reflections.save'));

  for (const each of [page, other]) {
    await each.getByText(t('record.rivals.title')).waitFor();
    await each.getByText('Changed in the first window').first().waitFor();
    await each.getByText('Changed in the second window').first().waitFor();
    const second = each.getByRole('button', { name: t('record.rivals.use', { number: 2 }) });
    await expect.poll(() => second.count()).toBe(1);
  }
  await phone.close();
});

test('no room left: the words stay, it is said in words, and saving works once there is room', async () => {
  const profile = createProfile();
  try {
    const before = await profile.open(app.origin);
    await begin(before.page, { name: 'Ayo' });
    await reflect(before.page, 'While there was room');
    await before.close();

    // The browser asks for the room that is left when it opens the database, and then not for half a minute.
    const { page } = await profile.open('about:blank');
    const storage = await page.context().newCDPSession(page);
    const { origin } = app;
    await storage.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await page.goto(`${origin}/reflect`);
    await wordsBox(page).fill('Typed on a full phone');
    await page.getByText(t('draft.trouble.full')).waitFor();
    await press(page, t('reflections.save'));
    await page.getByText(t('record.trouble.full')).waitFor();
    expect(await wordsBox(page).inputValue()).toBe('Typed on a full phone');

    await storage.send('Storage.overrideQuotaForOrigin', { origin });
    await press(page, t('reflections.save'));
    await page.getByText(t('reflections.saved')).first().waitFor();
    await page.goto(`${origin}/story`);
    await page.getByText('Typed on a full phone').first().waitFor();
    await page.getByText('While there was room').first().waitFor();
  } finally {
    await profile.remove();
  }
});

test('no room left, and the form is left before anybody could see that: the app says what is lost', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  await go(page, '/reflect');
  await wordsBox(page).waitFor();
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...how) {
      if (this.name === 'drafts') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, how);
    };
  });
  await wordsBox(page).fill('Said in passing');
  await go(page, '/story');
  await page.getByText(t('draft.lost'), { exact: true }).waitFor();
  await press(page, t('ui.close'));
  await expect.poll(() => page.getByText(t('draft.lost'), { exact: true }).count()).toBe(0);
  phone.forgive(/^page error: \w+: full\n/);
  await phone.close();
});

/** Removes every vault, which every window of the same browser can do. */
async function removeVaults(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('plotline-')) continue;
      await new Promise((done) => indexedDB.deleteDatabase(name).addEventListener('success', done));
    }
  });
}

test('removed in another window: a calm page, and in a form the words stay to be copied', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  const writing = await phone.context.newPage();
  await writing.goto('/reflect');
  await typeKept(writing, 'Words I would miss');

  await removeVaults(page);
  await titled(page, t('app.reach.removed'));
  await writing.getByText(t('app.reach.copy')).waitFor();
  await wordsBox(writing).pressSequentially(' very much');
  expect(await wordsBox(writing).inputValue()).toBe('Words I would miss very much');
  await phone.close();
});

test('everything of the app cleared by the browser: nothing more is said to be saved', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  await go(page, '/reflect');
  await typeKept(page, 'Before it was cleared');
  const storage = await phone.context.newCDPSession(page);
  await storage.send('Storage.clearDataForOrigin', { origin: app.origin, storageTypes: 'indexeddb' });

  await wordsBox(page).fill('After it was cleared');
  await press(page, t('reflections.save'));
  await page.getByText(t('app.reach.copy')).waitFor();
  expect(await wordsBox(page).inputValue()).toBe('After it was cleared');
  expect(await page.getByText(t('reflections.saved')).count()).toBe(0);
  await press(page, t('app.error.reload'));
  await titled(page, t('first.name.title'));
  await phone.close();
});

test('a clock that is wrong by years: all is saved, and the latest change is the one that holds', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  await reflect(page, 'Said in time');
  const place = new URL(page.url()).pathname;

  await page.clock.setFixedTime(new Date('2011-03-01T10:00:00Z'));
  await page.goto(`${place}/edit`);
  await untilBoxSays(page, 'Said in time');
  await wordsBox(page).fill('Changed by a phone that thinks it is 2011');
  await press(page, t('reflections.save'));
  await page.getByText('Changed by a phone that thinks it is 2011').first().waitFor();
  await reflect(page, 'Said in 2011, it thinks');

  await page.clock.setFixedTime(new Date('2041-03-01T10:00:00Z'));
  await go(page, `${place}/edit`);
  await untilBoxSays(page, 'Changed by a phone that thinks it is 2011');
  await wordsBox(page).fill('And again in 2041');
  await press(page, t('reflections.save'));
  await page.getByText('And again in 2041').first().waitFor();
  expect(await page.getByText(t('record.rivals.title')).count()).toBe(0);

  await page.goto('/story');
  await page.getByText('And again in 2041').first().waitFor();
  await page.getByText('Said in 2011, it thinks').first().waitFor();
  expect(await page.getByText('Said in time').count()).toBe(0);
  await phone.close();
});

test('no database to be had: a page that says so, and the way back in once there is', async () => {
  const phone = await phoneOfAyo();
  const { page } = phone;
  await phone.context.addInitScript(() => {
    if (sessionStorage.getItem('mended')) return;
    IDBFactory.prototype.open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
  });
  await page.reload();
  await titled(page, t('app.reach.title'));
  await page.getByText(t('app.reach.why')).waitFor();
  await page.evaluate(() => sessionStorage.setItem('mended', 'yes'));
  await press(page, t('app.error.reload'));
  await atHome(page, 'Ayo');
  expect(phone.troubles).toEqual([]);
  await phone.close();
});
