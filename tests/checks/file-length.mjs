// @ts-check
/** No file of code is longer than 300 lines: a longer one holds more than its name says. */
import { readFileSync } from 'node:fs';
import { conclude, projectFiles } from './project-files.mjs';

const most = 300;
const lengths = projectFiles(/\.(tsx?|m?js|cjs|css)$/)
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);
const median = lengths[Math.floor(lengths.length / 2)]?.lines;
const long = lengths.filter(({ lines }) => lines > most);
conclude(
  long.map(({ path, lines }) => `${path}: ${lines} lines, ${most} at most; look for the seam`),
  `${lengths.length} files, median ${median} lines, longest ${lengths.at(-1)?.lines}`,
);
