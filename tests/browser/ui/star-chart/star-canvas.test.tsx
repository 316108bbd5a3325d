/** The big star where Chart.js is here before it: seen on the canvas at once, at any size, and still there to be printed. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { loadRadar } from '../../../../src/ui/star-chart/radar-chunk.ts';
import type { RadarModule } from '../../../../src/ui/star-chart/radar-plan.ts';
import { StarChart } from '../../../../src/ui/star-chart/star-chart.tsx';
import { gappy, starStage, type StarStage } from './star-stage.tsx';

let radar: RadarModule;
beforeAll(async () => {
  radar = await loadRadar();
});

let shown: StarStage | undefined;
afterEach(async () => {
  shown?.clear();
  shown = undefined;
  await page.viewport(360, 640);
});

const seen = (element: Element | null) => element?.checkVisibility({ visibilityProperty: true });

async function showChart(load: () => RadarModule | Promise<RadarModule> = () => radar) {
  shown = await starStage(
    <StarChart data={gappy} label="the sentence" onAxis={() => undefined} load={load} />,
  );
  const { host } = shown;
  const canvas = host.querySelector('canvas');
  if (!canvas) throw new Error('no canvas');
  return { host, canvas, shapes: () => host.querySelectorAll('[data-part="line"]').length };
}

test('the first thing that is seen is the canvas, drawn; the SVG comes after it, under it', async () => {
  const { canvas, shapes } = await showChart();
  expect(seen(canvas)).toBe(true);
  const drawn = canvas.toDataURL();
  expect(shapes()).toBe(0);
  await expect.poll(shapes).toBe(gappy.outlines.length);
  expect(getComputedStyle(page.getByRole('img', { name: 'the sentence' }).element()).opacity).toBe('0');
  expect(canvas.toDataURL()).toBe(drawn);
});

test('it is the star that is drawn where Chart.js comes later', async () => {
  const { canvas } = await showChart();
  const early = canvas.toDataURL();
  shown?.clear();
  const { canvas: late } = await showChart(() => Promise.resolve(radar));
  await expect.poll(() => seen(late)).toBe(true);
  expect(late.toDataURL()).toBe(early);
});

test('at another size everything on it is as thick as if it had been drawn there first', async () => {
  const { canvas } = await showChart();
  await page.viewport(1280, 800);
  await expect.poll(() => canvas.getBoundingClientRect().width).toBe(480);
  const grown = canvas.toDataURL();
  shown?.clear();
  const { canvas: fresh } = await showChart();
  expect(grown).toBe(fresh.toDataURL());
});

test('where there is no memory for a canvas the SVG star is seen', async () => {
  const { canvas, shapes } = await showChart(() => ({
    drawRadar: () => {
      throw new Error('no canvas to draw on');
    },
  }));
  await expect.poll(shapes).toBe(gappy.outlines.length);
  expect(seen(canvas)).toBe(false);
  expect(getComputedStyle(page.getByRole('img', { name: 'the sentence' }).element()).opacity).toBe('1');
});
