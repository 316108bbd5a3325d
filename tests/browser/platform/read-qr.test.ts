/** Reading codes in a real browser: with its own reader or without, from a camera or a picture, and what goes wrong with a camera. */
import { encodeQR } from 'qr';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readQrPicture, scanQr } from '../../../src/platform/read-qr.ts';

const text = 'https://hub.example/connect#code=8KJ7-CY42-155Y';
let video: HTMLVideoElement;
let stream: MediaStream;
let canvas: HTMLCanvasElement;

beforeEach(() => {
  video = document.createElement('video');
  video.muted = true;
  document.body.append(video);
  canvas = document.createElement('canvas');
  draw(text);
  stream = canvas.captureStream(10);
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(() => Promise.resolve(stream));
});
afterEach(() => {
  video.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function draw(said: string | null): void {
  const cells = said === null ? [[false]] : encodeQR(said, 'raw', { border: 4 });
  canvas.width = canvas.height = 400;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'white';
  context.fillRect(0, 0, 400, 400);
  context.fillStyle = 'black';
  const size = Math.floor(400 / cells.length);
  for (const [y, row] of cells.entries())
    for (const [x, dark] of row.entries()) if (dark) context.fillRect(x * size, y * size, size, size);
}

/** A reader of the browser's own, which answers so. */
function ownReader(detect: () => Promise<{ rawValue: string }[]>, formats = ['qr_code']): void {
  class Reader {
    static getSupportedFormats = () => Promise.resolve(formats);
    detect = detect;
  }
  vi.stubGlobal('BarcodeDetector', Reader);
}

const neverLost = () => {
  throw new Error('the camera was not lost');
};
const scanned = () => new Promise<string>((found) => void scanQr(video, found, neverLost));
const picture = () => new Promise<Blob | null>((done) => canvas.toBlob(done));

test('a code before the camera is found, and the camera let go', async () => {
  expect(await scanned()).toBe(text);
  expect(stream.active).toBe(false);
});

test('the browser’s own reader is used where it has one for such codes', async () => {
  ownReader(() => Promise.resolve([{ rawValue: 'by its own' }]));
  expect(await scanned()).toBe('by its own');
  ownReader(neverLost, ['ean_13']);
  expect(await readQrPicture((await picture()) ?? new Blob())).toBe(text);
});

test('where the browser’s own reader turns out not to work, it goes on without', async () => {
  ownReader(() => Promise.reject(new DOMException('no service', 'NotSupportedError')));
  expect(await scanned()).toBe(text);
  expect(await readQrPicture((await picture()) ?? new Blob())).toBe(text);
});

test('a camera that is taken away while it looks is said, once', async () => {
  draw(null);
  const lost = vi.fn();
  const scanning = await scanQr(video, neverLost, lost);
  expect(scanning.status).toBe('scanning');
  for (const track of stream.getTracks()) track.dispatchEvent(new Event('ended'));
  expect(lost).toHaveBeenCalledOnce();
  expect(stream.active).toBe(false);
});

test('stopped by the person, it lets the camera go and says nothing more', async () => {
  draw(null);
  const scanning = await scanQr(video, neverLost, neverLost);
  if (scanning.status !== 'scanning') throw new Error(scanning.status);
  scanning.stop();
  expect(stream.active).toBe(false);
  expect(video.srcObject).toBeNull();
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'no-camera'],
  ['NotReadableError', 'failed'],
])('a camera that cannot be had: %s', async (name, status) => {
  vi.mocked(navigator.mediaDevices.getUserMedia).mockRejectedValue(new DOMException('-', name));
  expect(await scanQr(video, neverLost, neverLost)).toEqual({ status });
});

test('what is no picture, and a picture without a code, say nothing', async () => {
  expect(await readQrPicture(new Blob(['no picture']))).toBeNull();
  draw(null);
  expect(await readQrPicture((await picture()) ?? new Blob())).toBeNull();
});
