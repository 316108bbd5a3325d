/** How long after the first visit the app works without a network, on a phone's line: the app served by the hub's own code. */
import { join } from 'node:path';
import { appFolder } from './builds.ts';
import { openLine } from './counted-line.ts';
import { alone, type Figure } from './figure.ts';
import { inFolder } from './in-folder.ts';
import { phoneLine } from './phone-line.ts';
import { onPhone } from './phone.ts';
import { startProgram } from './programs/start-program.ts';

const RUNS = 3;

export async function offline(): Promise<Figure[]> {
  const times = await inFolder(async (folder) => {
    const program = await startProgram('hub.mjs', [join(folder, 'database'), appFolder]);
    try {
      const each: number[] = [];
      for (let run = 0; run < RUNS; run++) each.push(await firstVisit(program.origin));
      return each;
    } finally {
      await program.stop();
    }
  });
  return [alone({ name: 'first visit on slow 4G, until it works offline' }, times)];
}

/** Milliseconds from opening the address with an empty browser until the service worker runs the page. */
async function firstVisit(origin: string): Promise<number> {
  const line = await openLine(origin, phoneLine);
  try {
    return await inFolder((profile) =>
      onPhone(profile, 1, async ({ page }) => {
        const began = performance.now();
        await page.goto(line.origin);
        await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
          timeout: 180_000,
        });
        return performance.now() - began;
      }),
    );
  } finally {
    await line.close();
  }
}
