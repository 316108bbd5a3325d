/** Connecting to a server that is no hub, as somebody does who looks after one: profile, address, login, trying it. */
import type { Page } from 'playwright';
import type { Profile } from '../../src/sync/protocol/profile.ts';
import { choose, go, press, titled } from './person.ts';
import { textsIn } from './texts.ts';

const t = textsIn('en');

export interface OtherServer {
  origin: string;
  profile: Profile;
  login: Readonly<Record<string, string>>;
}

/** Gives what the screen asks for, the profile as a file, up to the button that tries it, and taps that. */
export async function tryServer(page: Page, { origin, profile, login }: OtherServer): Promise<void> {
  await go(page, '/connect');
  await press(page, t('connect.server'));
  await page.locator('input[type=file]').setInputFiles({
    name: 'profile.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(profile)),
  });
  await choose(page, origin);
  for (const [name, value] of Object.entries(login)) {
    await page.getByLabel(t(`connect.login.${name}`), { exact: true }).fill(value);
  }
  await press(page, t('connect.try'));
}

/** From there to the end, where it can be used; without giving one's name. */
export async function connectToServer(page: Page, { origin }: OtherServer): Promise<void> {
  await page.getByText(t('connect.try.usable')).waitFor();
  await press(page, t('connect.next'));
  await choose(page, t('connect.name.no'));
  await press(page, t('connect.connect'));
  await titled(page, t('connect.done', { name: new URL(origin).host }));
}
