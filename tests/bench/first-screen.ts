/** The first visit on a slow phone and a slow line, until the first screen can be used, beside SurveyJS with six questions. */
import { startApp } from '../support/app-server.ts';
import { appFolder, peersFolder } from './builds.ts';
import { beside, type Figure } from './figure.ts';
import { inFolder } from './in-folder.ts';
import { onPhone } from './phone.ts';
import { serveFolder } from './serve-folder.ts';

const RUNS = Number(process.env['BENCH_RUNS'] ?? 7);
const SLOWER = 4;
/** A slow 4G line as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 93_750,
};

export async function firstScreen(): Promise<Figure[]> {
  const app = await startApp(appFolder);
  const peer = await serveFolder(peersFolder);
  const times = { app: new Array<number>(), survey: new Array<number>() };
  try {
    for (let run = 0; run < RUNS; run++) {
      times.app.push(await usableAfter(app.origin, { what: 'h1, main input', count: 2 }));
      const survey = `${peer.origin}/pages/survey.html`;
      times.survey.push(await usableAfter(survey, { what: '.sd-question input', count: 36 }));
    }
  } finally {
    await app.stop();
    await peer.stop();
  }
  const about = {
    name: `first useful screen of a first visit, slow 4G, ${SLOWER}× slower`,
    peerName: 'SurveyJS, the same six questions',
    bar: 0.5,
  };
  return [beside(about, times.app, times.survey)];
}

/** Milliseconds from going to the address until `count` of `what` stand, are painted, and a tap would be answered. */
function usableAfter(address: string, wanted: { what: string; count: number }): Promise<number> {
  return inFolder((profile) =>
    onPhone(profile, SLOWER, async ({ page, devtools }) => {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', slow4g);
      await page.addInitScript(watchFor, wanted);
      await page.goto(address, { waitUntil: 'commit' });
      return page.evaluate(() => window.usable);
    }),
  );
}

/** Runs in the page before its own code. */
function watchFor({ what, count }: { what: string; count: number }): void {
  window.usable = new Promise((resolve) => {
    const afterPaint = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now()));
        port1.start();
        port2.postMessage(null);
      });
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll(what).length < count) return;
      observer.disconnect();
      afterPaint();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}
