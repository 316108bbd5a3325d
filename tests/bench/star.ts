/** The first draw of the big star, on a slow phone: with Chart.js still to come, and with it here. */
import { startApp } from '../support/app-server.ts';
import { appFolder } from './builds.ts';
import { alone, beside, type Figure } from './figure.ts';
import { inFolder } from './in-folder.ts';
import { onPhone } from './phone.ts';

const SLOWER = 6;
const COLD_RUNS = 7;
const WARM_RUNS = 20;

export async function star(): Promise<Figure[]> {
  const app = await startApp(appFolder);
  const cold = { svg: new Array<number>(), drawn: new Array<number>(), bare: new Array<number>() };
  const warm = { drawn: new Array<number>(), bare: new Array<number>() };
  try {
    await inFolder((profile) =>
      onPhone(profile, SLOWER, async ({ page }) => {
        const open = async () => {
          await page.goto(`${app.origin}/bench/star.html`);
          await page.evaluate(() => window.stars);
        };
        const own = () => page.evaluate(async () => (await window.stars).own());
        const bare = () => page.evaluate(async () => (await window.stars).bare());

        // A page opened anew has evaluated nothing yet.
        for (let run = 0; run < COLD_RUNS; run++) {
          await open();
          const { svg, drawn } = await own();
          cold.svg.push(svg);
          cold.drawn.push(drawn);
          await open();
          cold.bare.push(await bare());
        }
        // The last page has Chart.js; both have drawn once before it counts.
        await own();
        for (let run = 0; run < WARM_RUNS; run++) {
          warm.drawn.push((await own()).drawn);
          warm.bare.push(await bare());
        }
      }),
    );
  } finally {
    await app.stop();
  }
  const slow = `${SLOWER}× slower`;
  const peerName = 'bare Chart.js radar';
  return [
    alone({ name: `star chart, a star stands (SVG), cold, ${slow}`, bar: 1000 }, cold.svg),
    beside({ name: `star chart, Chart.js has drawn, cold, ${slow}`, peerName }, cold.drawn, cold.bare),
    beside(
      { name: `star chart, Chart.js has drawn, warm, ${slow}`, peerName, bar: 1.3 },
      warm.drawn,
      warm.bare,
    ),
  ];
}
