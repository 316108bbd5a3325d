/** Taking away: what goes is said first, files reach the phone's own hands, and stopping makes none. */
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Device } from '../../../src/core/device.ts';
import type { Store } from '../../../src/core/store.ts';
import { TakeAwayScreen } from '../../../src/features/takeaway/ui/take-away-screen.tsx';
import { findBarriers } from '../../support/find-barriers.ts';
import { gardener, showScreen, withStory, type Shown } from './stage.tsx';

let shown: Shown | undefined;
afterEach(() => {
  shown?.clear();
  shown = undefined;
});

const text = (words: string) => page.getByText(words);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const screen = <TakeAwayScreen version="0.1.0" />;

function hands(answer: Awaited<ReturnType<Device['saveFile']>> = 'downloaded') {
  return { saveFile: vi.fn<Device['saveFile']>(() => Promise.resolve(answer)) };
}

test('says what goes along and that the file has no lock, before anything is made', async () => {
  const device = hands();
  shown = await showScreen(screen, await withStory(), { device });
  await expect.element(page.getByRole('listitem').filter({ hasText: 'Thought' })).toHaveTextContent('2');
  await expect.element(page.getByRole('listitem').filter({ hasText: '1 photo' })).toBeVisible();
  // The name and one thought are theirs alone.
  await expect.element(text('Nobody else sees 2 of them.')).toBeVisible();
  await expect.element(text('The file has no lock')).toBeVisible();
  expect(device.saveFile).not.toHaveBeenCalled();
});

test('one zip is handed over, and it says how that went', async () => {
  const device = hands('shared');
  shown = await showScreen(screen, await withStory(), { device });
  await userEvent.click(button('Make the file'));
  await expect.element(text('It is not kept yet. Choose where it goes.')).toBeVisible();
  await userEvent.click(button('Save it'));
  await expect.element(text('plotline-2026-05-01.zip is handed over')).toBeVisible();
  await expect.element(text('Look whether it is where you wanted it.')).toBeVisible();
  expect(device.saveFile.mock.calls.map(([file]) => [file.name, file.type])).toEqual([
    ['plotline-2026-05-01.zip', 'application/zip'],
  ]);
});

test('closing the share sheet is no mishap: the file can be saved again', async () => {
  const device = hands('cancelled');
  shown = await showScreen(screen, await withStory(), { device });
  await userEvent.click(button('Make the file'));
  await userEvent.click(button('Save it'));
  await expect.element(text('plotline-2026-05-01.zip is not saved yet')).toBeVisible();
  await expect.element(text('It is not kept yet. Choose where it goes.')).toBeVisible();
  await userEvent.click(button('Save it'));
  expect(device.saveFile).toHaveBeenCalledTimes(2);
});

test('tables are handed over one by one', async () => {
  const device = hands();
  shown = await showScreen(screen, await withStory(), { device });
  await userEvent.click(page.getByRole('radio', { name: /Tables for a spreadsheet/ }));
  await userEvent.click(button('Make the files'));
  await userEvent.click(button('Save reflections.csv'));
  await expect.poll(() => device.saveFile).toHaveBeenCalledOnce();
  expect(await device.saveFile.mock.calls[0]?.[0].text()).toContain("'=1+1 is not a sum here");
});

test('the first rows can be read and moved with the keys alone', async () => {
  shown = await showScreen(screen, await withStory());
  await userEvent.click(text('See the first rows'));
  await userEvent.click(page.getByRole('radio', { name: 'reflections.csv' }));
  const rows = page.getByRole('region', { name: 'First rows of reflections.csv' });
  await expect.element(rows).toHaveTextContent("'=1+1 is not a sum here");
  const region = rows.element();
  await userEvent.tab();
  expect(document.activeElement).toBe(region);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.poll(() => region.scrollLeft).toBeGreaterThan(0);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
});

test('stopped in the middle: no file, and it can be done again', async () => {
  const here = await withStory();
  const gate = Promise.withResolvers<void>();
  const device = hands();
  const store: Store = {
    ...here.vault,
    attachment: async (sha256) => {
      await gate.promise;
      return here.vault.attachment(sha256);
    },
  };
  shown = await showScreen(screen, here, { store, device });
  await userEvent.click(button('Make the file'));
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await userEvent.click(button('Stop'));
  gate.resolve();
  await expect.element(page.getByRole('alert')).toHaveTextContent('No file was made');
  await userEvent.click(button('Make the file'));
  await expect.element(button('Save it')).toBeVisible();
  expect(device.saveFile).not.toHaveBeenCalled();
});

test('a missing photo is said, with what is safe', async () => {
  const here = await withStory();
  const store: Store = { ...here.vault, attachment: () => Promise.resolve(null) };
  shown = await showScreen(screen, here, { store });
  await userEvent.click(button('Make the file'));
  await expect.element(text('1 photo or recording is missing')).toBeVisible();
});

test('records out of reach are said in words, and can be tried again', async () => {
  const here = await withStory();
  let reach = false;
  const store: Store = {
    ...here.vault,
    everything() {
      if (!reach) throw new Error('gone');
      return here.vault.everything();
    },
  };
  shown = await showScreen(screen, here, { store });
  await expect.element(page.getByRole('alert')).toHaveTextContent('What you saved is still on this phone');
  reach = true;
  await userEvent.click(button('Try again'));
  await expect.element(button('Make the file')).toBeVisible();
});

test('with nothing written yet, it says so', async () => {
  shown = await showScreen(screen, await gardener());
  await expect.element(text('There is nothing to take yet')).toBeVisible();
});

test.each(['light', 'dark', 'sun'])('nobody is kept out in %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  shown = await showScreen(screen, await withStory(), { device: hands() });
  await userEvent.click(text('See the first rows'));
  expect(await findBarriers(document.body)).toEqual([]);
  await userEvent.click(page.getByRole('radio', { name: /Tables for a spreadsheet/ }));
  await userEvent.click(button('Make the files'));
  await expect.element(button('Save people.csv')).toBeVisible();
  expect(await findBarriers(document.body)).toEqual([]);
});
