/** Makes a photo small and anonymous: drawn anew, so that place, time and camera written into the file are gone. */
import type { PhotoOutcome } from '../core/device.ts';

/** What a phone can draw without running out of memory: 120 million pixels are 480 MB while decoding. */
const mostPixels = 120_000_000;
const quality = 0.82;

/** Something a canvas can draw, and how to let go of it. */
interface Picture {
  source: CanvasImageSource;
  width: number;
  height: number;
  release(): void;
}

/** A JPEG the right way up with the longest side ≤ `maxSide` px; never made larger. */
export async function shrinkPhoto(file: Blob, maxSide: number): Promise<PhotoOutcome> {
  const picture = await decode(file);
  if (picture === null) return { status: 'unreadable' };
  const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const blob = await draw(picture, width, height).finally(() => picture.release());
  if (blob === null) return { status: 'unreadable' };
  return { status: 'taken', bytes: await blob.arrayBuffer(), type: blob.type, width, height };
}

async function decode(file: Blob): Promise<Picture | null> {
  const url = URL.createObjectURL(file);
  const release = () => URL.revokeObjectURL(url);
  const image = new Image();
  try {
    // The size is known before a pixel is decoded, so that a picture far too big is refused, not tried.
    await load(image, url);
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width === 0 || height === 0 || width * height > mostPixels)
      throw new RangeError(`${width} × ${height}`);
    const bitmap = await bitmapOf(file);
    if (bitmap === null) {
      await image.decode();
      return { source: image, width, height, release };
    }
    release();
    return { source: bitmap, width: bitmap.width, height: bitmap.height, release: () => bitmap.close() };
  } catch {
    release();
    return null;
  }
}

function load(image: HTMLImageElement, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    image.addEventListener('load', () => resolve());
    image.addEventListener('error', () => reject(new Error('not a picture')));
    image.src = url;
  });
}

/** Decoded off the main thread and turned upright; null where the browser cannot, and the image element has to do. */
async function bitmapOf(file: Blob): Promise<ImageBitmap | null> {
  if (!('createImageBitmap' in globalThis)) return null;
  return createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
}

async function draw(picture: Picture, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  // What is see-through would turn black in a JPEG.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.source, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  // Safari keeps a canvas's memory until its size is taken away.
  canvas.width = 0;
  canvas.height = 0;
  return blob;
}
