/** No barrier in any part, in any theme; and nothing too wide for the smallest phone. */
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { findBarriers } from '../../support/find-barriers.ts';
import { Gallery, ScaleExample } from './gallery.tsx';
import { show } from './stage.tsx';

afterEach(() => page.viewport(360, 640));

describe.each(['light', 'dark', 'sun'])('in the %s theme', (theme) => {
  test.each([
    ['the parts', Gallery],
    ['a statement of the self-assessment', ScaleExample],
  ])('axe finds nothing wrong with %s', async (_name, Example) => {
    document.documentElement.dataset['theme'] = theme;
    const host = await show(<Example />);
    expect(await findBarriers(host)).toEqual([]);
  });
});

test.each([
  [320, '100%'],
  [360, '200%'],
  [1280, '100%'],
])('nothing sticks out at %i px with text at %s', async (width, size) => {
  await page.viewport(width, 640);
  document.documentElement.style.fontSize = size;
  await show(<Gallery />);
  const overhang = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  document.documentElement.style.fontSize = '';
  expect(overhang).toBe(0);
});

test('the screen names the document and starts the reader at its heading', async () => {
  await show(<ScaleExample />);
  await expect.poll(() => document.title).toBe('Auf Stärken aufbauen · Plotline');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
});
