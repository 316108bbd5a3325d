/** A spoken note that was cut short comes back on the way into the form, whichever statement it belongs to. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { assessKey, correctKey } from '../../../src/features/readings/data.ts';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { answerAll, button, score, title } from '../../support/assess-words.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { leavePieces } from '../../support/piecewise-microphone.ts';

let shown: AssessStage;
afterEach(() => shown.clear());

const noted = page.getByText('What you said is saved with “Building on assets”');
const cutShort = page.getByText('Your recording was cut short', { exact: true });

async function pieces(draft: string): Promise<number> {
  return (await (await shown.store.takes()).of(draft)).length;
}

test('it says with which statement, the note is open there, and it becomes part of the reading', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  const draft = assessKey(shown.store);
  await leavePieces(await shown.store.takes(), { draft, take: 'a' }, { field: 'assets' });
  shown.go('/');
  await expect.element(title('Start')).toBeVisible();
  shown.go('/assess');
  await expect.element(noted).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await expect.poll(() => pieces(draft)).toBe(0);
  await button('Carry on').click();
  await page.getByRole('button', { name: /^Building on assets/ }).click();
  await expect.element(cutShort).toBeVisible();
  await expect.element(button('Listen')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await button('Back to all answers').click();
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
  const { items } = await shown.store.list({ kinds: ['reading'] });
  expect(JSON.stringify(items)).toContain('"ms":4000');
});

test('recorded again and cut short, it says where to choose, and says nothing is settled', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  const draft = assessKey(shown.store);
  for (const [take, count] of [
    ['a', 2],
    ['b', 1],
  ] as const) {
    await expect.poll(() => pieces(draft)).toBe(0);
    await leavePieces(await shown.store.takes(), { draft, take }, { field: 'assets', count });
    shown.go('/');
    await expect.element(title('Start')).toBeVisible();
    shown.go('/assess');
  }
  await expect.element(page.getByText('You will find it with “Building on assets”')).toBeVisible();
  expect(noted.elements()).toEqual([]);
  await button('Carry on').click();
  await page.getByRole('button', { name: /^Building on assets/ }).click();
  await expect.element(button('Use the new one')).toBeVisible();
  await expect.poll(() => pieces(draft)).toBe(1);
});

test('found while its statement is shown already, the note opens', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await score(5).click();
  const draft = assessKey(shown.store);
  await expect.poll(() => shown.store.draft(draft)).not.toBeNull();
  await leavePieces(await shown.store.takes(), { draft, take: 'a' }, { field: 'assets' });
  await shown.comeBack();
  await expect.element(title('Building on assets')).toBeVisible();
  await expect.element(cutShort).toBeVisible();
});

test('when a reading is corrected, the overview says so', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
  const [found] = (await shown.store.list({ kinds: ['reading'] })).items;
  const id = found?.status === 'ok' ? found.version.id : '';
  shown.go(`/reading/${id}/edit`);
  await page.getByRole('button', { name: /^Building on assets/ }).click();
  await score(1).click();
  const draft = correctKey(id);
  await expect.poll(() => shown.store.draft(draft)).not.toBeNull();
  await leavePieces(await shown.store.takes(), { draft, take: 'a' }, { field: 'assets' });
  shown.go('/');
  await expect.element(title('Start')).toBeVisible();
  shown.go(`/reading/${id}/edit`);
  await expect.element(noted).toBeVisible();
});
