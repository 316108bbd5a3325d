// @ts-check
/** Run before the tests: sees that there is a Chromium, and gets one where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const playwright = join(dirname(fileURLToPath(import.meta.resolve('playwright/package.json'))), 'cli.js');

/**
 * @param {string} command
 * @param {string[]} parts
 */
function attempt(command, ...parts) {
  console.log(`No Chromium here yet; trying: ${[command, ...parts].join(' ')}`);
  return spawnSync(command, parts, { stdio: 'inherit', timeout: 600_000 }).status === 0;
}

function get() {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  // Playwright's own needs system libraries that a bare Debian lacks; there the distribution's package is surer.
  if (isRootOnDebian && attempt('apt-get', 'update', '-q')) {
    attempt('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium');
    if (findBrowser()) return;
  }
  attempt(process.execPath, playwright, 'install', 'chromium');
}

if (!findBrowser()) get();
const found = findBrowser();
if (found) {
  console.log(`Tests run in ${found}`);
} else {
  console.error(
    'The tests need Chromium or Chrome. Install one, or name yours: PLOTLINE_CHROMIUM=/path/to/chrome npm test',
  );
  process.exitCode = 1;
}
