/** A photo as a phone takes it: lying on its side, with the place and the camera written into it. */

/** Red on top and blue below when held upright, stored turned by 90°: `width` × `height` as stored. */
export async function photoWithPlace(width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#0000ff';
  context.fillRect(width / 2, 0, width / 2, height);
  const plain = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  if (plain === null) throw new Error('no JPEG');
  const bytes = new Uint8Array(await plain.arrayBuffer());
  return new Blob([bytes.slice(0, 2), exif(), bytes.slice(2)], { type: 'image/jpeg' });
}

/** An APP1 segment: camera maker, orientation 6 (its left side is up), and a position in degrees north. */
function exif(): Uint8Array<ArrayBuffer> {
  const tiff: number[] = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entry = (tag: number, type: number, count: number, value: number[]) =>
    tiff.push(tag >> 8, tag & 255, 0, type, 0, 0, 0, count, ...value);
  tiff.push(0, 3);
  entry(0x010f, 2, 10, [0, 0, 0, 50]);
  entry(0x0112, 3, 1, [0, 6, 0, 0]);
  entry(0x8825, 4, 1, [0, 0, 0, 60]);
  tiff.push(0, 0, 0, 0);
  tiff.push(...new TextEncoder().encode('SpyCamera\0'));
  tiff.push(0, 2);
  entry(0x0001, 2, 2, [0x4e, 0, 0, 0]);
  entry(0x0002, 5, 3, [0, 0, 0, 90]);
  tiff.push(0, 0, 0, 0);
  for (const degrees of [49, 36, 41]) tiff.push(0, 0, 0, degrees, 0, 0, 0, 1);
  const body = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
  const length = body.length + 2;
  return new Uint8Array([0xff, 0xe1, length >> 8, length & 255, ...body]);
}

/** The markers of a JPEG's segments up to the picture itself, e.g. 0xe1 for APP1. */
export function segmentsOf(jpeg: ArrayBuffer): number[] {
  const view = new DataView(jpeg);
  const found: number[] = [];
  let at = 2;
  while (at < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    found.push(marker);
    if (marker === 0xda) break;
    at += 2 + view.getUint16(at + 2);
  }
  return found;
}

/** The colour of a picture at a place given as fractions of its sides. */
export async function colourAt(picture: Blob, x: number, y: number): Promise<[number, number, number]> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'none' });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1);
  return [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0];
}
