/** The star as a PNG to keep or send. Drawn on a canvas of its own: needs no network and nothing loaded. */
import type { Translate } from '../text/catalog.ts';
import type { Language } from '../text/languages.ts';
import { pictureWords, type PictureWords } from './picture-words.ts';
import { valueOn, type StarData } from './star-data.ts';
import { bandMiddles, distanceOf, frame, pointOn, rings } from './star-frame.ts';
import { bandGap, bold, haloWidth, keptColour, lineWidth, ringWidth } from './star-look.ts';
import { markerScale, type Mark } from './star-marks.ts';
import { lettersOf, nameSize, placeName } from './star-names.ts';
import { markerPath, outlinePath, spokesPath } from './star-paths.ts';

interface PictureOptions {
  /** Above the star, such as the person's name. */
  title: string;
  t: Translate;
  language: Language;
}

/** The same whatever the theme, for it is often printed: the colours of the light one, which a canvas cannot look up. */
const paper = {
  ground: '#fffef9',
  band: '#e5ead3',
  ring: '#757058',
  ink: '#21190f',
  tones: [
    [29, 82, 48],
    [122, 67, 0],
    [23, 79, 120],
    [109, 47, 98],
    [33, 25, 15],
  ],
} as const;

const width = 1200;
const leastHeight = 1200;
const margin = 56;
const scale = (width - 2 * margin) / frame.width;
const titleLine = 62;
const textLine = 46;
const sampleWidth = 96;
const font = (weight: number, size: number) => `${weight} ${size}px system-ui, 'Noto Sans', sans-serif`;

/**
 * A PNG, 1200 pixels wide and at least as high: title, star, names, legend with days. Light in every theme.
 * Throws where the browser gives no canvas (its memory is full).
 */
export async function starPicture(data: StarData, options: PictureOptions): Promise<Blob> {
  const words = pictureWords(data, options.title, options.t, options.language);
  const canvas = document.createElement('canvas');
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('no canvas to draw on');
  // 1. Break the words into lines, so that the height is known. 2. Draw from top to bottom.
  const title = linesFor(ctx, words.title, font(700, 50), width - 2 * margin);
  const legend = words.legend.map(({ mark, words: text }) => ({
    mark,
    lines: linesFor(ctx, text, font(500, 34), width - 2 * margin - sampleWidth),
  }));
  const notes = [...words.key, ...(words.gap === null ? [] : [words.gap])].flatMap((text) =>
    linesFor(ctx, text, font(400, 30), width - 2 * margin),
  );
  const rows = legend.reduce((sum, entry) => sum + entry.lines.length, 0) + notes.length;
  const starTop = margin + title.length * titleLine + 24;
  const starHeight = frame.height * scale;
  canvas.width = width;
  canvas.height = Math.max(leastHeight, Math.ceil(starTop + starHeight + 40 + rows * textLine + 12 + margin));

  ctx.fillStyle = paper.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.fillStyle = paper.ink;
  write(ctx, title, font(700, 50), { x: margin, y: margin + 44 }, titleLine);

  ctx.save();
  ctx.translate(margin, starTop);
  ctx.scale(scale, scale);
  drawStar(ctx, data, words);
  ctx.restore();

  let y = starTop + starHeight + 40 + 30;
  for (const { mark, lines } of legend) {
    drawSample(ctx, mark, y - 12);
    ctx.fillStyle = paper.ink;
    write(ctx, lines, font(500, 34), { x: margin + sampleWidth, y }, textLine);
    y += lines.length * textLine;
  }
  ctx.fillStyle = paper.ink;
  write(ctx, notes, font(400, 30), { x: margin, y: y + 12 }, textLine);
  return toPng(canvas);
}

function drawStar(ctx: CanvasRenderingContext2D, data: StarData, words: PictureWords): void {
  const count = data.axes.length;
  const circle = (value: number) => {
    ctx.beginPath();
    ctx.arc(frame.x, frame.y, distanceOf(value), 0, 2 * Math.PI);
    ctx.stroke();
  };
  ctx.strokeStyle = paper.band;
  ctx.lineWidth = distanceOf(2) - bandGap;
  bandMiddles.forEach(circle);
  ctx.strokeStyle = paper.ring;
  ctx.lineWidth = ringWidth;
  ctx.globalAlpha = 0.55;
  rings.forEach(circle);
  ctx.stroke(new Path2D(spokesPath(count)));
  ctx.globalAlpha = 1;

  const marks = words.legend.map((entry) => entry.mark);
  for (const [place, mark] of [...marks.entries()].reverse()) {
    takePen(ctx, mark);
    ctx.stroke(new Path2D(outlinePath(mark.outline, count)));
    for (const axis of data.axes.keys()) {
      const value = valueOn(mark.outline, axis);
      if (value === null) continue;
      const size = bold.big.marker * markerScale(marks, place, axis);
      drawMarker(ctx, markerPath(mark.shape, pointOn(axis, count, value), size));
    }
  }
  writeNames(ctx, words, count);
}

function writeNames(ctx: CanvasRenderingContext2D, words: PictureWords, count: number): void {
  ctx.fillStyle = paper.ink;
  ctx.strokeStyle = paper.ground;
  ctx.setLineDash([]);
  ctx.lineWidth = 2.4;
  ctx.font = font(600, 10);
  ctx.textAlign = 'right';
  for (const [index, ring] of words.rings.entries()) {
    const y = frame.y - distanceOf(rings[index] ?? 0) + 3.6;
    ctx.strokeText(ring, frame.x - 7, y);
    ctx.fillText(ring, frame.x - 7, y);
  }
  ctx.font = font(600, nameSize);
  for (const [axis, name] of words.names.entries()) {
    const letter = ctx.measureText(name).width / Math.max(1, name.length);
    const { lines, anchor, places } = placeName(name, axis, count, lettersOf(nameSize, letter));
    ctx.textAlign = anchor === 'middle' ? 'center' : anchor;
    for (const [row, text] of lines.entries()) ctx.fillText(text, places[row]?.x ?? 0, places[row]?.y ?? 0);
  }
  ctx.textAlign = 'start';
}

/** A piece of the outline beside its words. */
function drawSample(ctx: CanvasRenderingContext2D, mark: Mark, y: number): void {
  ctx.save();
  ctx.translate(margin, y);
  ctx.scale(2, 2);
  takePen(ctx, mark);
  ctx.stroke(new Path2D('M1 0H38'));
  drawMarker(ctx, markerPath(mark.shape, { x: 19.5, y: 0 }, bold.big.marker));
  ctx.restore();
}

function takePen(ctx: CanvasRenderingContext2D, mark: Mark): void {
  const line = lineWidth('big', mark.fade);
  // Paler by mixing with white: see-through markers would be muddled by what lies under them.
  const kept = keptColour[mark.fade] ?? 1;
  const tone = paper.tones[mark.tone] ?? paper.tones[0];
  const mixed = tone.map((part) => Math.round(part * kept + 255 * (1 - kept)));
  ctx.strokeStyle = `rgb(${mixed.join(' ')})`;
  ctx.fillStyle = ctx.strokeStyle;
  ctx.lineWidth = line;
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.setLineDash(mark.dash.map((length) => length * line));
}

function drawMarker(ctx: CanvasRenderingContext2D, path: string): void {
  const marker = new Path2D(path);
  const { strokeStyle } = ctx;
  ctx.setLineDash([]);
  const { lineWidth: before } = ctx;
  ctx.strokeStyle = paper.ground;
  ctx.lineWidth = haloWidth;
  ctx.stroke(marker);
  ctx.fill(marker);
  ctx.strokeStyle = strokeStyle;
  ctx.lineWidth = before;
}

function linesFor(ctx: CanvasRenderingContext2D, text: string, face: string, room: number): string[] {
  ctx.font = face;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && ctx.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function write(
  ctx: CanvasRenderingContext2D,
  lines: readonly string[],
  face: string,
  at: { x: number; y: number },
  step: number,
): void {
  ctx.font = face;
  for (const [row, text] of lines.entries()) ctx.fillText(text, at.x, at.y + row * step);
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('no picture came of the canvas'));
    }, 'image/png');
  });
}
