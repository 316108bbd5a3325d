/** How the part that carries Chart.js is fetched: on demand, or ahead of time while the phone has nothing to do. */
import type { RadarModule } from './radar-plan.ts';

/** Fetches and evaluates Chart.js; once here, it is here for good. Throws where it cannot be loaded. */
export function loadRadar(): Promise<RadarModule> {
  return import('./radar.ts');
}

/** Longest wait for an idle moment, in milliseconds. */
const patience = 3000;

/**
 * Fetches and evaluates the big star's code in an idle moment, so that the first star does not wait for it.
 * False where it could not be loaded; the SVG star then stays.
 */
export async function preloadRadar(load: () => Promise<unknown> = loadRadar): Promise<boolean> {
  await new Promise<void>((idle) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => idle(), { timeout: patience });
    else setTimeout(idle, 1);
  });
  try {
    await load();
    return true;
  } catch {
    return false;
  }
}
