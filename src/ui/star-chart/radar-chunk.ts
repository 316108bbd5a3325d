/** How the part that carries Chart.js is fetched: on demand, or ahead of time while the phone has nothing to do. */
import type { RadarModule } from './radar-plan.ts';
import { whenIdle } from './when-idle.ts';

/** What came of the one import. The browser keeps it too, but hands it out only some tasks later, after a paint. */
let here: RadarModule | undefined;

/** The big star's code, at once where it is here. Else fetches and evaluates it; fails where it cannot be loaded. */
export function loadRadar(): RadarModule | Promise<RadarModule> {
  return here ?? fetchRadar();
}

async function fetchRadar(): Promise<RadarModule> {
  const { drawRadar } = await import('./radar.ts');
  here = { drawRadar };
  return here;
}

/** Longest wait for an idle moment, in milliseconds. */
const patience = 3000;

/**
 * Fetches and evaluates the big star's code in an idle moment, so that the first star does not wait for it.
 * False where it could not be loaded; the SVG star then stays.
 */
export async function preloadRadar(load: () => unknown = loadRadar): Promise<boolean> {
  await new Promise<void>((idle) => whenIdle(idle, patience));
  try {
    await load();
    return true;
  } catch {
    return false;
  }
}
