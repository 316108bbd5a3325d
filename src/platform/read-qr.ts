/** Reads QR codes: from the camera, or from a picture. With the browser's own reader where it has one. */

import type { DecodeQR } from 'qr/decode.js';

/** What is used of the browser's own reader, which not every browser has. */
interface OwnReader {
  detect(image: ImageBitmap | HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface OwnReaderClass {
  new (options: { formats: string[] }): OwnReader;
  getSupportedFormats(): Promise<string[]>;
}
declare global {
  var BarcodeDetector: OwnReaderClass | undefined;
}

/** What the code says, or null where none is seen. */
type Read = (image: ImageBitmap | HTMLVideoElement) => Promise<string | null>;

export type Scanning =
  | { status: 'scanning'; stop(): void }
  | { status: 'denied' }
  | { status: 'no-camera' }
  | { status: 'failed' };

/** A look takes some of a slow phone's time; so long lies between two. */
const BETWEEN_LOOKS_MS = 150;

/** Longest side of what is looked at: more makes it slower, not better. */
const LOOKED_AT_PX = 1024;

/**
 * Shows the camera in `video` and tells once, when a code is seen. It ends by itself then. `lost`: the camera was taken away
 * before, by a call, another app, or a plug.
 */
export async function scanQr(
  video: HTMLVideoElement,
  found: (text: string) => void,
  lost: () => void,
): Promise<Scanning> {
  const media: MediaDevices | undefined = navigator.mediaDevices;
  if (!media) return { status: 'no-camera' };
  let stream: MediaStream;
  try {
    stream = await media.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError') return { status: 'denied' };
    return { status: name === 'NotFoundError' ? 'no-camera' : 'failed' };
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const stop = () => {
    over = true;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    const read = await createReader();
    for (const track of stream.getTracks()) {
      // Not heard where the track is stopped from here.
      track.addEventListener('ended', () => {
        if (over) return;
        stop();
        lost();
      });
    }
    video.srcObject = stream;
    await video.play();
    const look = async () => {
      const text = video.readyState >= video.HAVE_CURRENT_DATA ? await read(video) : null;
      if (over) return;
      if (text === null) timer = setTimeout(() => void look(), BETWEEN_LOOKS_MS);
      else {
        stop();
        found(text);
      }
    };
    void look();
    return { status: 'scanning', stop };
  } catch {
    stop();
    return { status: 'failed' };
  }
}

/** Reads the code in a picture; null where it is no picture or has no code. */
export async function readQrPicture(file: Blob): Promise<string | null> {
  try {
    const image = await createImageBitmap(file);
    const text = await (await createReader())(image);
    image.close();
    return text;
  } catch {
    return null;
  }
}

async function createReader(): Promise<Read> {
  const own = await createOwnReader();
  if (!own) return createPlainReader();
  let plain: Read | null = null;
  return async (image) => {
    if (plain) return plain(image);
    try {
      return (await own.detect(image))[0]?.rawValue ?? null;
    } catch {
      // Some browsers promise one whose other half, a part of the phone, is missing.
      plain = await createPlainReader();
      return plain(image);
    }
  };
}

async function createOwnReader(): Promise<OwnReader | null> {
  const own = globalThis.BarcodeDetector;
  if (!own) return null;
  const formats = await own.getSupportedFormats().catch((): string[] => []);
  return formats.includes('qr_code') ? new own({ formats: ['qr_code'] }) : null;
}

async function createPlainReader(): Promise<Read> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (image) => {
    const { width, height } = sizeOf(image);
    const scale = Math.min(1, LOOKED_AT_PX / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const pixels = context?.getImageData(0, 0, canvas.width, canvas.height);
    return Promise.resolve(pixels ? decoded(decodeQR, pixels) : null);
  };
}

/** It throws where it sees none. */
function decoded(decode: DecodeQR, pixels: ImageData): string | null {
  try {
    return decode(pixels);
  } catch {
    return null;
  }
}

function sizeOf(image: ImageBitmap | HTMLVideoElement): { width: number; height: number } {
  if (image instanceof HTMLVideoElement) return { width: image.videoWidth, height: image.videoHeight };
  return { width: image.width, height: image.height };
}
