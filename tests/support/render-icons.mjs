/** Draws the PNG icons of the manifest from their SVG sources in public/icons: `node tests/support/render-icons.mjs`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserFlags, findBrowser } from './find-browser.mjs';

const folder = join(import.meta.dirname, '../../public/icons');

/** Source, pixels a side, name of the picture. An iPhone cuts its own corners, so it gets the full square. */
const pictures = [
  ['icon.svg', 192, 'icon-192.png'],
  ['icon.svg', 512, 'icon-512.png'],
  ['maskable.svg', 512, 'maskable-512.png'],
  ['maskable.svg', 180, 'apple-touch-icon.png'],
  ['shortcut-reflect.svg', 96, 'shortcut-reflect-96.png'],
  ['shortcut-assess.svg', 96, 'shortcut-assess-96.png'],
];

const executablePath = findBrowser();
if (!executablePath) throw new Error('no Chromium: node tests/support/ensure-browser.mjs gets one');
const browser = await chromium.launch({ executablePath, args: browserFlags });
const page = await browser.newPage();
for (const [source, side, name] of pictures) {
  const drawing = await readFile(join(folder, source), 'utf8');
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  await writeFile(join(folder, name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
