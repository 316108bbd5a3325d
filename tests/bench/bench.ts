/** Everything that is measured, one part after the other, and how it is told. */
import { build } from './builds.ts';
import { table, type Figure } from './figure.ts';
import { exchange } from './exchange.ts';
import { firstScreen } from './first-screen.ts';
import { firstLoad } from './first-load.ts';
import { hubLoad } from './hub-load.ts';
import { growth } from './growth.ts';
import { lighthouse } from './lighthouse.ts';
import { machine } from './machine.ts';
import { save } from './save.ts';
import { star } from './star.ts';
import { start } from './start.ts';

/** By the name that chooses it on the command line. */
const parts = new Map<string, () => Promise<Figure[]>>([
  ['size', firstLoad],
  ['start', start],
  ['save', save],
  ['star', star],
  ['screen', firstScreen],
  ['exchange', exchange],
  ['hub', hubLoad],
  ['lighthouse', lighthouse],
  ['growth', growth],
]);

/** Builds app and peers, measures the parts named (all when none is), and prints a line of JSON each and a table. */
export async function bench(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !parts.has(name));
  if (unknown.length > 0) {
    console.error(`No part is called ${unknown.join(', ')}. There are: ${[...parts.keys()].join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  await build();
  const figures: Figure[] = [];
  for (const [name, measure] of parts) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const found = await measure();
    for (const figure of found) console.log(JSON.stringify(figure));
    figures.push(...found);
  }
  console.log(`\n${machine()}\n\n${table(figures)}`);
}
