/** The big star in a real browser: gaps on the canvas, axes by key and by tap, themes, and what stays without Chart.js. */
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { StarData } from '../../../../src/ui/star-chart/star-data.ts';
import { StarChart } from '../../../../src/ui/star-chart/star-chart.tsx';
import { frame, pointOn, type Point } from '../../../../src/ui/star-chart/star-frame.ts';
import { ana, axes, gappy, starStage, type StarStage } from './star-stage.tsx';

let shown: StarStage | undefined;
afterEach(() => {
  shown?.clear();
  shown = undefined;
});

const alone: StarData = { ...gappy, outlines: [{ ...ana, values: [5, 5, null, 4, null, 3] }] };

async function showChart(data: StarData, more: Partial<Parameters<typeof StarChart>[0]> = {}) {
  const onAxis = vi.fn<(id: string) => void>();
  shown = await starStage(<StarChart data={data} label="the sentence" onAxis={onAxis} {...more} />);
  return { onAxis, host: shown.host };
}

function theCanvas(host: HTMLElement): HTMLCanvasElement {
  const canvas = host.querySelector('canvas');
  if (!canvas) throw new Error('no canvas');
  return canvas;
}

const isPainted = (host: HTMLElement, place = pointOn(0, 6, 5)) =>
  expect.poll(() => [colourAt(host, place), markColour(host)].join(' of ')).toMatch(/^(.+) of \1$/);

/** The colour on the canvas at a place of the frame. */
function colourAt(host: HTMLElement, place: Point): number[] {
  const canvas = theCanvas(host);
  const unit = canvas.width / frame.width;
  const pixel = canvas.getContext('2d')?.getImageData(place.x * unit, place.y * unit, 1, 1).data;
  return [...(pixel ?? [])].slice(0, 3);
}

/** The colour of the first outline, as the page has it. */
function markColour(host: HTMLElement): number[] {
  const line = host.querySelector('[data-outline="today"] [data-part="line"]');
  const stroke = line ? getComputedStyle(line).stroke : '';
  return (stroke.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

test('Chart.js joins neighbours, and leaves a gap where nothing was answered', async () => {
  const { host } = await showChart(alone);
  await isPainted(host);
  const on = (axis: number, value: number) => pointOn(axis, 6, value);
  const line = markColour(host);
  expect(colourAt(host, between(on(0, 5), on(1, 5)))).toEqual(line);
  // Over the top: the last axis is a neighbour of the first.
  expect(colourAt(host, between(on(5, 3), on(0, 5)))).toEqual(line);
  // The lone answer between two gaps is a point without lines.
  expect(colourAt(host, on(3, 4))).toEqual(line);
  for (const gap of [between(on(1, 5), on(3, 4)), between(on(3, 4), on(5, 3))])
    expect(colourAt(host, gap)).not.toEqual(line);
  // Nor is a gap drawn as 0 or 1: nothing runs towards the middle.
  for (const gap of [between(on(1, 5), on(2, 0)), between(on(1, 5), on(2, 1)), on(2, 1), frame])
    expect(colourAt(host, gap)).not.toEqual(line);
});

test('other figures are drawn when they come', async () => {
  const { host, onAxis } = await showChart(alone);
  await isPainted(host);
  const place = pointOn(2, 6, 2);
  expect(colourAt(host, place)).not.toEqual(markColour(host));
  const data = { ...alone, outlines: [{ ...ana, values: [5, 5, 2, 4, null, 3] }] };
  shown?.show(<StarChart data={data} label="the sentence" onAxis={onAxis} />);
  await isPainted(host, place);
});

test('another theme changes the colours on the canvas', async () => {
  document.documentElement.dataset['theme'] = 'light';
  const { host } = await showChart(alone);
  await isPainted(host);
  const before = markColour(host);
  document.documentElement.dataset['theme'] = 'dark';
  await isPainted(host);
  expect(markColour(host)).not.toEqual(before);
});

test('each axis is a button that is reached and pressed by key alone', async () => {
  const { onAxis } = await showChart(gappy);
  for (const axis of axes) {
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe(axis.short);
    await userEvent.keyboard('{Enter}');
  }
  expect(onAxis.mock.calls.flat()).toEqual(axes.map((axis) => axis.id));
});

test('a tap on the star opens the axis nearest to it; one in the very middle opens none', async () => {
  const { host, onAxis } = await showChart(gappy);
  await isPainted(host);
  const canvas = theCanvas(host);
  const unit = canvas.getBoundingClientRect().width / frame.width;
  const places = [pointOn(4, 6, 3), pointOn(0, 6, 6), frame].map(({ x, y }) => ({
    x: x * unit,
    y: y * unit,
  }));
  for (const position of places) await userEvent.click(canvas, { position });
  expect(onAxis.mock.calls.flat()).toEqual(['support', 'assets']);
});

test('where Chart.js does not come the SVG star stays, with its sentence and its axes', async () => {
  const { host, onAxis } = await showChart(gappy, { load: () => Promise.reject(new Error('no chunk')) });
  const picture = page.getByRole('img', { name: 'the sentence' });
  await expect.element(picture).toBeVisible();
  expect(getComputedStyle(picture.element()).opacity).toBe('1');
  expect(theCanvas(host).checkVisibility({ visibilityProperty: true })).toBe(false);
  expect(host.querySelectorAll('[data-outline="today"] [data-part="marker"]')).toHaveLength(4);
  await userEvent.click(picture);
  await userEvent.click(page.getByRole('button', { name: 'Equal voice' }));
  expect(onAxis).toHaveBeenLastCalledWith('voice');
});

test('the buttons are big enough on a small phone, and nothing is wider than it', async () => {
  await page.viewport(320, 640);
  const { host } = await showChart(gappy);
  for (const button of host.querySelectorAll('button'))
    expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
  expect(document.documentElement.scrollWidth).toBe(320);
  await page.viewport(360, 640);
});
