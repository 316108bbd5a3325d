/** What leaves the camera is small, upright, and tells nothing but the picture. */
import { afterEach, expect, test, vi } from 'vitest';
import { shrinkPhoto } from '../../../src/platform/photo.ts';
import { colourAt, photoWithPlace, segmentsOf } from '../../support/photo-with-place.ts';

afterEach(() => void vi.restoreAllMocks());

async function taken(file: Blob, maxSide = 1600) {
  const outcome = await shrinkPhoto(file, maxSide);
  if (outcome.status !== 'taken') throw new Error(outcome.status);
  return outcome;
}

const exifMarker = 0xe1;

test('a large photo lying on its side comes out small, upright and without place or camera', async () => {
  const photo = await photoWithPlace(3000, 2000);
  const before = await photo.arrayBuffer();
  expect(segmentsOf(before)).toContain(exifMarker);
  expect(new TextDecoder('latin1').decode(before)).toContain('SpyCamera');

  const { bytes, type, width, height } = await taken(photo);
  expect({ type, width, height }).toEqual({ type: 'image/jpeg', width: 1067, height: 1600 });
  expect(segmentsOf(bytes)).not.toContain(exifMarker);
  expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/Exif|SpyCamera/);
  const drawn = new Blob([bytes], { type });
  const [topRed, , topBlue] = await colourAt(drawn, 0.5, 0.1);
  const [bottomRed, , bottomBlue] = await colourAt(drawn, 0.5, 0.9);
  expect(topRed).toBeGreaterThan(200);
  expect(topBlue).toBeLessThan(60);
  expect(bottomBlue).toBeGreaterThan(200);
  expect(bottomRed).toBeLessThan(60);
});

test('the same where the browser has no createImageBitmap for it', async () => {
  vi.spyOn(globalThis, 'createImageBitmap').mockRejectedValue(new DOMException('no', 'InvalidStateError'));
  const { bytes, type, width, height } = await taken(await photoWithPlace(3000, 2000));
  vi.restoreAllMocks();
  expect([width, height]).toEqual([1067, 1600]);
  const [red, , blue] = await colourAt(new Blob([bytes], { type }), 0.5, 0.1);
  expect(red).toBeGreaterThan(200);
  expect(blue).toBeLessThan(60);
});

test('a small picture is not made larger, and what was see-through is white', async () => {
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext('2d');
  const { bytes, type, width, height } = await taken(await canvas.convertToBlob({ type: 'image/png' }));
  expect({ type, width, height }).toEqual({ type: 'image/jpeg', width: 40, height: 30 });
  expect(await colourAt(new Blob([bytes], { type }), 0.5, 0.5)).toEqual([255, 255, 255]);
});

test.each([
  ['words', new Blob(['this is no picture'], { type: 'image/jpeg' })],
  ['nothing', new Blob([], { type: 'image/jpeg' })],
])('a file of %s that calls itself a photo is unreadable', async (_, file) => {
  expect(await shrinkPhoto(file, 1600)).toEqual({ status: 'unreadable' });
});

test('a photo cut off in the middle does no harm', async () => {
  const whole = await photoWithPlace(800, 600);
  const outcome = await shrinkPhoto(whole.slice(0, 300), 1600);
  expect(outcome).toEqual({ status: 'unreadable' });
});

test('a picture too big for any phone is refused before it is decoded', async () => {
  const decode = vi.spyOn(globalThis, 'createImageBitmap');
  const huge = `<svg xmlns="http://www.w3.org/2000/svg" width="40000" height="40000"><rect width="9" height="9"/></svg>`;
  expect(await shrinkPhoto(new Blob([huge], { type: 'image/svg+xml' }), 1600)).toEqual({
    status: 'unreadable',
  });
  expect(decode).not.toHaveBeenCalled();
});
