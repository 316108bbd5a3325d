/** Bringing a file in: every refusal in words, nothing changed by it, and stopping leaves nothing half-written. */
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { strFromU8, strToU8 } from 'fflate';
import type { Store } from '../../../src/core/store.ts';
import type { Version } from '../../../src/core/version.ts';
import BringInScreen from '../../../src/features/takeaway/ui/bring-in-screen.tsx';
import { findBarriers } from '../../support/find-barriers.ts';
import { choose, contentsOf, gardener, rezip, showScreen, withStory, zipOf, type Shown } from './stage.tsx';

let shown: Shown | undefined;
afterEach(() => {
  shown?.clear();
  shown = undefined;
});

const text = (words: string) => page.getByText(words);
const button = (name: string) => page.getByRole('button', { name });

async function newer(zip: File): Promise<File> {
  return rezip(zip, (files) => {
    const words = strFromU8(files['records.json'] ?? new Uint8Array());
    return { ...files, 'records.json': strToU8(words.replace('"version": 1', '"version": 99')) };
  });
}

async function wrongPhoto(zip: File): Promise<File> {
  return rezip(zip, (files) =>
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        name.startsWith('attachments/') ? strToU8('another photo') : bytes,
      ]),
    ),
  );
}

async function flipped(zip: File): Promise<File> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const name = new TextDecoder('latin1').decode(bytes).indexOf('records.json');
  // In the middle of what is packed after the name.
  const at = name + 200;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return new File([bytes], zip.name);
}

const refusals: [string, (zip: File) => Promise<File> | File, string][] = [
  ['a photo album', () => new File(['just some words'], 'album.zip'), 'This file is not from Plotline'],
  ['an empty file', () => new File([], 'empty.zip'), 'The file is empty'],
  ['a file of a newer Plotline', newer, 'This file needs a newer Plotline'],
  [
    'a broken download',
    (zip) => new File([zip.slice(0, zip.size - 400)], zip.name),
    'The end of the file is missing',
  ],
  ['a damaged file', flipped, 'The file is damaged'],
];

test.each(refusals)('%s is refused in words, and nothing changes', async (_what, make, title) => {
  const here = await withStory();
  const before = await contentsOf(here.vault);
  const file = await make(await zipOf(here.vault));
  shown = await showScreen(<BringInScreen />, here);
  choose(shown.host, file);
  await expect.element(page.getByRole('alert')).toHaveTextContent(title);
  await expect.element(page.getByRole('alert')).toHaveTextContent(/nothing has changed here/i);
  await expect.element(page.getByRole('alert')).not.toHaveTextContent('takeaway.');
  expect(await contentsOf(here.vault)).toEqual(before);
  // Another file can be chosen at once.
  choose(shown.host, await zipOf(here.vault));
  await expect.element(text('All of this is here already.')).toBeVisible();
});

test('my own file in an empty space: looked at first, then in, with the way to my story', async () => {
  const from = await withStory();
  const zip = await zipOf(from.vault);
  const here = await gardener();
  // The same person on another phone.
  const mine = { ...here, test: { ...here.test, owner: from.test.owner } };
  const store: Store = { ...here.vault, owner: from.test.owner };
  shown = await showScreen(<BringInScreen />, mine, { store });
  choose(shown.host, zip);
  await expect.element(text('The file of Sam')).toBeVisible();
  await expect.element(text('4 records are new here')).toBeVisible();
  expect(await contentsOf(here.vault)).toEqual([]);
  await userEvent.click(button('Bring them in'));
  await expect.element(page.getByRole('heading', { name: 'Your records are in' })).toBeVisible();
  expect(page.getByRole('link', { name: 'Open my story' }).element().getAttribute('href')).toBe('/story');
  expect((await contentsOf(here.vault)).length).toBe(4);
});

test('a changed photo stays out, and its words come in', async () => {
  const from = await withStory();
  const zip = await wrongPhoto(await zipOf(from.vault));
  const here = await gardener();
  const store: Store = { ...here.vault, owner: from.test.owner };
  shown = await showScreen(<BringInScreen />, here, { store });
  choose(shown.host, zip);
  await expect.element(text('1 photo or recording has been changed')).toBeVisible();
  await userEvent.click(button('Bring them in'));
  await expect.element(page.getByRole('heading', { name: 'Your records are in' })).toBeVisible();
  expect((await contentsOf(here.vault)).length).toBe(4);
});

test("somebody else's file asks twice, and no means no", async () => {
  const zip = await zipOf((await withStory('Mia')).vault);
  const here = await withStory('Sam');
  const before = await contentsOf(here.vault);
  shown = await showScreen(<BringInScreen />, here);
  choose(shown.host, zip);
  await expect.element(text('This file belongs to Mia')).toBeVisible();
  await userEvent.click(button('Bring them in'));
  await userEvent.click(button('No, leave it'));
  expect(await contentsOf(here.vault)).toEqual(before);
  await userEvent.click(button('Bring them in'));
  await userEvent.click(button('Yes, bring them in here'));
  await expect.element(page.getByRole('heading', { name: 'Your records are in' })).toBeVisible();
  expect((await contentsOf(here.vault)).length).toBe(before.length + 4);
});

test('a file that erases records here says so and asks, and no means no', async () => {
  const here = await withStory();
  const before = await contentsOf(here.vault);
  const able = (await here.vault.list({ kinds: ['asset'] })).items[0];
  if (able?.status !== 'ok') throw new Error('nothing to erase');
  const { id } = able.version;
  const zip = await rezip(await zipOf(here.vault), (files) => {
    const file = JSON.parse(strFromU8(files['records.json'] ?? new Uint8Array())) as { versions: Version[] };
    file.versions = file.versions
      .filter((version) => version.id === id)
      .map((version) => ({ ...version, rev: '00000000000a-0000-aaaaaaaa', removed: 'erased', body: null }));
    return { ...files, 'records.json': strToU8(JSON.stringify(file)) };
  });
  shown = await showScreen(<BringInScreen />, here);
  choose(shown.host, zip);
  await expect.element(text('This file erases 1 record that is on this phone')).toBeVisible();
  await userEvent.click(button('Bring them in'));
  await userEvent.click(button('No, leave it'));
  expect(await contentsOf(here.vault)).toEqual(before);
  await userEvent.click(button('Bring them in'));
  await userEvent.click(button('Yes, bring in and erase'));
  await expect.element(text('1 record was erased here, as in the file.')).toBeVisible();
  expect(await here.vault.get(id)).toMatchObject({ version: { removed: 'erased' } });
});

test('stopped while it comes in: nothing is written, and it can be done again', async () => {
  const from = await withStory();
  const zip = await zipOf(from.vault);
  const here = await gardener();
  const gate = Promise.withResolvers<void>();
  const store: Store = {
    ...here.vault,
    owner: from.test.owner,
    keepAttachment: async (bytes, about) => {
      await gate.promise;
      return here.vault.keepAttachment(bytes, about);
    },
  };
  shown = await showScreen(<BringInScreen />, here, { store });
  choose(shown.host, zip);
  await userEvent.click(button('Bring them in'));
  await expect.element(text('If you stop, none of them is added.')).toBeVisible();
  await userEvent.click(button('Stop'));
  gate.resolve();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing was added');
  expect(await contentsOf(here.vault)).toEqual([]);
  await userEvent.click(button('Bring them in'));
  await expect.element(page.getByRole('heading', { name: 'Your records are in' })).toBeVisible();
});

test.each([
  ['full', { status: 'full' as const }, 'This phone is full'],
  ['unreachable', { status: 'unavailable' as const, why: 'gone' }, 'Your space cannot be reached just now'],
])('a phone that is %s says so and keeps nothing half', async (_what, outcome, title) => {
  const from = await withStory();
  const zip = await zipOf(from.vault);
  const here = await gardener();
  const store: Store = { ...here.vault, owner: from.test.owner, apply: () => Promise.resolve(outcome) };
  shown = await showScreen(<BringInScreen />, here, { store });
  choose(shown.host, zip);
  await userEvent.click(button('Bring them in'));
  await expect.element(page.getByRole('alert')).toHaveTextContent(title);
  expect(await contentsOf(here.vault)).toEqual([]);
});

test('leaving the screen stops the work', async () => {
  const here = await withStory();
  const zip = await zipOf(here.vault);
  const gate = Promise.withResolvers<void>();
  const asked = vi.fn<() => void>();
  const store: Store = {
    ...here.vault,
    async *everything() {
      for await (const found of here.vault.everything()) {
        asked();
        await gate.promise;
        yield found;
      }
    },
  };
  shown = await showScreen(<BringInScreen />, here, { store });
  choose(shown.host, zip);
  await expect.element(text('Nothing is added yet.')).toBeVisible();
  await expect.poll(() => asked).toHaveBeenCalledOnce();
  shown.clear();
  gate.resolve();
  await zipOf(here.vault);
  expect(asked).toHaveBeenCalledOnce();
});

test.each(['light', 'dark', 'sun'])('nobody is kept out by the %s preview', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const zip = await wrongPhoto(await zipOf((await withStory('Mia')).vault));
  const here = await withStory('Sam');
  shown = await showScreen(<BringInScreen />, here);
  expect(await findBarriers(document.body)).toEqual([]);
  choose(shown.host, new File(['x'], 'x.zip'));
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(await findBarriers(document.body)).toEqual([]);
  choose(shown.host, zip);
  await expect.element(text('This file belongs to Mia')).toBeVisible();
  expect(await findBarriers(document.body)).toEqual([]);
  await userEvent.click(button('Bring them in'));
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(await findBarriers(document.body)).toEqual([]);
});
