/** Star, legend, sentence and table together, for everybody; and the picture to keep. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { StarChart } from '../../../../src/ui/star-chart/star-chart.tsx';
import { starPicture } from '../../../../src/ui/star-chart/star-picture.ts';
import { StarSheet } from '../../../../src/ui/star-chart/star-sheet.tsx';
import { starSentence, starSentences } from '../../../../src/ui/star-chart/star-sentence.ts';
import { StarSvg } from '../../../../src/ui/star-chart/star-svg.tsx';
import { translator } from '../../../../src/ui/text/catalog.ts';
import { loadCatalog } from '../../../../src/ui/text/load-catalog.ts';
import { findBarriers } from '../../../support/find-barriers.ts';
import { gappy, starStage, type StarStage } from './star-stage.tsx';

const t = translator(await loadCatalog('en'));
let shown: StarStage | undefined;
afterEach(async () => {
  shown?.clear();
  shown = undefined;
  await page.viewport(360, 640);
});

async function showSheet() {
  shown = await starStage(
    <StarSheet title="My star" data={gappy} sentences={starSentences(gappy, t, 'en')}>
      <StarChart data={gappy} label={starSentence(gappy, t, 'en')} onAxis={() => undefined} />
      <StarSvg data={gappy} label="small" />
    </StarSheet>,
  );
  return shown.host;
}

test.each(['light', 'dark', 'sun'] as const)('no barrier in %s, small and large', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const host = await showSheet();
  expect(await findBarriers(host)).toEqual([]);
  await page.viewport(1280, 800);
  expect(await findBarriers(host)).toEqual([]);
});

test.each([320, 1280])('at %i wide the table has its heads, its words for gaps, and room', async (width) => {
  await page.viewport(width, 640);
  await showSheet();
  const table = page.getByRole('table', { name: 'The same numbers as a table' });
  await expect.element(table).toBeVisible();
  expect(
    table
      .getByRole('columnheader')
      .elements()
      .map((head) => head.textContent),
  ).toEqual(['Statement', 'Today, Ana, 1 Jun 2026', "Sam's view, 20 May 2026", 'Earlier, Ana, 4 Mar 2026']);
  const row = table.getByRole('row', { name: /Sharing responsibility/ });
  await expect.element(row.getByRole('rowheader')).toHaveTextContent('Sharing responsibility');
  expect(row.getByRole('cell', { name: 'not answered', exact: true }).elements()).toHaveLength(1);
  expect(row.getByRole('cell', { name: '5', exact: true }).elements()).toHaveLength(1);
  expect(table.element().textContent).not.toMatch(/\b0\b/);
  expect(document.documentElement.scrollWidth).toBe(width);
});

test('the picture is a PNG of the size promised, light also in the dark theme', async () => {
  document.documentElement.dataset['theme'] = 'dark';
  const blob = await starPicture(gappy, { title: "Ana's star", t, language: 'en' });
  expect(blob.type).toBe('image/png');
  const start = new Uint8Array(await blob.slice(0, 8).arrayBuffer());
  expect([...start]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const picture = await createImageBitmap(blob);
  expect(picture.width).toBe(1200);
  expect(picture.height).toBeGreaterThanOrEqual(1200);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const ctx = canvas.getContext('2d');
  ctx?.drawImage(picture, 0, 0);
  for (const y of [0, picture.height - 1])
    expect(Math.min(...(ctx?.getImageData(0, y, 1, 1).data ?? [0]))).toBeGreaterThan(240);
  const all = ctx?.getImageData(0, 0, picture.width, picture.height).data ?? [];
  expect(all.some((part, place) => place % 4 < 3 && part < 60)).toBe(true);
  delete document.documentElement.dataset['theme'];
});
