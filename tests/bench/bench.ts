/** Everything that is measured, one part after the other, and how it is told. */
import { build } from './builds.ts';
import { exchange, exchangeOnPhoneLine } from './exchange.ts';
import { line, table, type Figure } from './figure.ts';
import { firstLoad } from './first-load.ts';
import { firstScreen } from './first-screen.ts';
import { growth } from './growth.ts';
import { hubLoad } from './hub-load.ts';
import { untilInterrupted } from './interruption.ts';
import { lighthouse } from './lighthouse.ts';
import { machine } from './machine.ts';
import { offline } from './offline.ts';
import { person } from './person.ts';
import { save } from './save.ts';
import { star } from './star.ts';
import { start } from './start.ts';
import type { Step } from './step.ts';

/** By the name that chooses it on the command line. */
const parts = new Map<string, Step[]>([
  ['size', [{ name: 'size', measure: firstLoad }]],
  ['start', [{ name: 'start', measure: start }]],
  ['save', save],
  ['star', [{ name: 'star', measure: star }]],
  ['screen', [{ name: 'screen', measure: firstScreen }]],
  ['offline', [{ name: 'offline', measure: offline }]],
  ['person', [{ name: 'person', measure: person }]],
  ['exchange', [{ name: 'exchange', measure: exchange }]],
  ['line', [{ name: 'line', measure: exchangeOnPhoneLine }]],
  ['hub', hubLoad],
  ['lighthouse', [{ name: 'lighthouse', measure: lighthouse }]],
  ['growth', growth()],
]);

/**
 * Builds app and peers, measures the parts named (all when none is), and prints a line of JSON each and a table. What
 * fails is told, and the rest measured; interrupted, it ends what runs and prints what there is.
 */
export async function bench(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !parts.has(name));
  if (unknown.length > 0) {
    console.error(`No part is called ${unknown.join(', ')}. There are: ${[...parts.keys()].join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  // Nothing runs yet that would have to be ended.
  await build();
  const { signal, letGo } = untilInterrupted();
  const steps = [...parts].flatMap(([name, found]) =>
    wanted.length === 0 || wanted.includes(name) ? found : [],
  );
  const { figures, failed } = await measureAll(steps, signal);
  letGo();
  console.log(`\n${machine()}\n\n${table(figures)}`);
  if (failed.length > 0) console.error(`\nNot measured, see above: ${failed.join('; ')}.`);
  if (signal.aborted) console.error('\nInterrupted: the rest was not measured.');
  process.exitCode = signal.aborted ? 130 : failed.length > 0 ? 1 : 0;
}

async function measureAll(
  steps: readonly Step[],
  stop: AbortSignal,
): Promise<{ figures: Figure[]; failed: string[] }> {
  const figures: Figure[] = [];
  const failed: string[] = [];
  for (const { name, measure } of steps) {
    if (stop.aborted) break;
    const began = performance.now();
    try {
      const found = await measure();
      for (const figure of found) console.log(line(figure));
      figures.push(...found);
      console.error(`${name}: took ${((performance.now() - began) / 1000).toFixed(0)} s`);
    } catch (error) {
      // What is interrupted fails because it is.
      if (stop.aborted) break;
      failed.push(name);
      console.error(`${name} failed:`, error);
    }
  }
  return { figures, failed };
}
