/** What a camera sees of a code on a sheet of paper, as a film for Chromium's fake camera (`--use-file-for-fake-video-capture`). */
import { closeSync, openSync, writeSync } from 'node:fs';
import encodeQR from 'qr';

/** How the phone is held; everything left out is as good as can be. */
export interface Shot {
  /** What the code says; null for a desk without one. */
  text: string | null;
  /** Degrees. */
  turned?: number;
  /** Width of the sheet, of the height of the picture. */
  size?: number;
  /** How far the sheet is from the middle, of the height of the picture. */
  aside?: { x: number; y: number };
  /** Pixels around each that run into it. */
  blur?: number;
  /** From 0, dark, to 1. */
  light?: number;
}

interface Grey {
  width: number;
  height: number;
  /** 0 to 255, row by row. */
  pixels: Uint8Array;
}

/** Squares of quiet around a code, as the standard asks. */
const QUIET = 4;
const PAPER = 235;
const INK = 25;
const FRAMES_A_SECOND = 10;

function take(shot: Shot, width = 640, height = 480): Grey {
  const { text, turned = 0, size = 0.8, aside = { x: 0, y: 0 }, blur = 0, light = 1 } = shot;
  const cells = text === null ? null : encodeQR(text, 'raw', { border: QUIET });
  const cell = cells === null ? 1 : (size * height) / cells.length;
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const half = (cells?.length ?? 0) / 2;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = x - width / 2 - aside.x * height;
      const fromY = y - height / 2 - aside.y * height;
      const column = Math.floor((fromX * cos + fromY * sin) / cell + half);
      const row = Math.floor((fromY * cos - fromX * sin) / cell + half);
      const dark = cells?.[row]?.[column];
      pixels[y * width + x] = dark === undefined ? desk(x, y) : dark ? INK : PAPER;
    }
  }
  const seen = blur > 0 ? blurred({ width, height, pixels }, blur) : { width, height, pixels };
  return { ...seen, pixels: seen.pixels.map((grey, at) => grey * light + grain(at) * 6) };
}

/** Wood: never one even grey. */
function desk(x: number, y: number): number {
  return 120 + 18 * Math.sin(y / 9 + Math.sin(x / 70)) + (x / 640) * 20;
}

/** The noise of a cheap camera, the same each time: 0 to 1. */
function grain(at: number): number {
  return ((Math.imul(at + 1, 2_654_435_761) >>> 0) % 997) / 997;
}

/** Each pixel is the mean of a square around it. */
function blurred({ width, height, pixels }: Grey, radius: number): Grey {
  const along = (from: Uint8Array, step: number, most: number, place: (at: number) => number) =>
    from.map((_, at) => {
      let sum = 0;
      let count = 0;
      for (let off = -radius; off <= radius; off += 1) {
        if (place(at) + off < 0 || place(at) + off >= most) continue;
        sum += from[at + off * step] ?? 0;
        count += 1;
      }
      return sum / count;
    });
  const across = along(pixels, 1, width, (at) => at % width);
  return { width, height, pixels: along(across, width, height, (at) => Math.floor(at / width)) };
}

/** Writes the film as Y4M: each shot for so many tenths of a second. The camera shows it again and again. */
export function writeFilm(path: string, shots: readonly (Shot & { tenths: number })[]): void {
  const file = openSync(path, 'w');
  for (const [n, { tenths, ...shot }] of shots.entries()) {
    const { width, height, pixels } = take(shot);
    if (n === 0) writeSync(file, `YUV4MPEG2 W${width} H${height} F${FRAMES_A_SECOND}:1 Ip A1:1\n`);
    // Grey: the two colour planes say nothing.
    const colours = Buffer.alloc((width * height) / 2, 128);
    for (let tenth = 0; tenth < tenths; tenth += 1) {
      writeSync(file, 'FRAME\n');
      writeSync(file, pixels);
      writeSync(file, colours);
    }
  }
  closeSync(file);
}
