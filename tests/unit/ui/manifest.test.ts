/** The app can be installed: what the manifest promises is there, at the size it says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';

const root = join(import.meta.dirname, '../../..');
const icon = z.object({
  src: z.string(),
  sizes: z.string(),
  type: z.string(),
  purpose: z.optional(z.string()),
});
const manifest = z
  .object({
    id: z.string(),
    start_url: z.string(),
    scope: z.string(),
    icons: z.array(icon),
    shortcuts: z.array(z.object({ url: z.string(), icons: z.array(icon) })),
  })
  .parse(JSON.parse(readFileSync(join(root, 'manifest.webmanifest'), 'utf8')));

const pictures = [...manifest.icons, ...manifest.shortcuts.flatMap(({ icons }) => icons)];

test.each(pictures.filter(({ type }) => type === 'image/png'))('$src is $sizes', ({ src, sizes }) => {
  const bytes = readFileSync(join(root, 'public', src));
  // Width and height stand in the first chunk of a PNG.
  expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
});

test('it has what a phone asks for, and both shortcuts', () => {
  expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/' });
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual(['/reflect', '/assess']);
});
