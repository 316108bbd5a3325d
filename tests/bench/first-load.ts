/** What a phone fetches before the first useful screen. The same is a gate in `npm run check`. */
import { firstLoads } from '../checks/first-load.mjs';
import { appFolder } from './builds.ts';
import type { Figure } from './figure.ts';

const MOST_KB = 75;

export function firstLoad(): Promise<Figure[]> {
  const figures = firstLoads(appFolder).map(({ who, bytes }): Figure => {
    const value = Math.round(bytes / 102.4) / 10;
    return {
      name: `first load, scripts, gzip: ${who}`,
      value,
      unit: 'KB',
      bar: MOST_KB,
      ok: value <= MOST_KB,
    };
  });
  return Promise.resolve(figures);
}
