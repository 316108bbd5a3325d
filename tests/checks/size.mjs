// @ts-check
/** The first load is small: what a phone must fetch and read before the first useful screen. Looks at the last build. */
import { firstLoads, kilobytes } from './first-load.mjs';
import { conclude } from './project-files.mjs';

const most = 75 * 1024;
const loads = firstLoads('dist/app');
const found = loads
  .filter(({ bytes }) => bytes > most)
  .flatMap(({ scripts }) => scripts.map(({ file, bytes }) => `${kilobytes(bytes).padStart(9)}  ${file}`));
const said = loads.map(({ who, bytes }) => `${who} ${kilobytes(bytes)}`);
conclude(found, `first load of ${kilobytes(most)} (gzip): ${said.join(', ')}`);
