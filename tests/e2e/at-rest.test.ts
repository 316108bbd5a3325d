/** What is on the disk of a lost phone: every file of the browser's profile is read, and no word of anybody is in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type AppServer } from '../support/app-server.ts';
import { createProfile, type OwnProfile } from '../support/own-profile.ts';
import { addAsset, assess, begin, go, reflect, typeKept } from '../support/person.ts';

let app: AppServer;
let profile: OwnProfile;

beforeAll(async () => {
  app = await startApp();
  profile = createProfile();
});
afterAll(async () => {
  await profile.remove();
  await app.stop();
});

/** Words that stand nowhere but in what the person writes; the last is where the app keeps its choices in the clear. */
const secrets = {
  name: 'Quibblewick',
  words: 'Rhubarbzebra',
  asset: 'Whittlespoons',
  draft: 'Gloamingfrost',
};
const control = 'plotline-preferences';

test('nothing that was said or typed, and no name, is on the disk in the clear', async () => {
  const { page, close } = await profile.open(app.origin);
  await begin(page, { name: secrets.name, language: 'de' });
  await go(page, '/settings');
  await page.getByRole('radio', { name: 'English' }).locator('xpath=ancestor::label').click();
  await page.locator('html[lang=en]').waitFor();
  await reflect(page, `${secrets.words} grows by the fence.`);
  await addAsset(page, secrets.asset);
  await assess(page);
  await go(page, '/story');
  await page.getByText(secrets.asset).first().waitFor();
  await go(page, '/reflect');
  await typeKept(page, `${secrets.draft} is not finished`);
  const kept = await page.evaluate(() => JSON.stringify(Object.assign({}, localStorage, sessionStorage)));
  expect(Object.keys(JSON.parse(kept))).toEqual([control]);
  for (const word of Object.values(secrets)) expect(kept).not.toContain(word);
  await close();

  const found = Object.values(secrets).flatMap((word) =>
    profile.filesWith(word).map((file) => `${word} in ${file}`),
  );
  expect(found).toEqual([]);
  // That the search finds what is there.
  expect(profile.filesWith(control)).not.toEqual([]);
});
