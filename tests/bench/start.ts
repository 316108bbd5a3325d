/** A cold start without a network: from going to the address until the first screen shows what is the person's. */
import type { Figure } from './figure.ts';
import { beside } from './figure.ts';
import { name, withSeededPhone, type SeededPhone } from './seeded-phone.ts';
import { onPhone } from './phone.ts';
import { textsIn } from '../support/texts.ts';

const RECORDS = 500;
const RUNS = 15;
const SLOWER = 6;

export async function start(): Promise<Figure[]> {
  return withSeededPhone(RECORDS, async (phone) => {
    const { app, bare } = await startsOf(phone, String(RECORDS), RUNS);
    const about = {
      name: `cold start offline to a usable home, ${RECORDS} records, ${SLOWER}× slower`,
      peerName: 'bare Preact + Dexie page',
      bar: 1.5,
    };
    return [beside(about, app, bare)];
  });
}

/** Milliseconds to usable of both, in turns, each in a browser started for it. `waiting`: how many rows the peer counts. */
export async function startsOf(
  phone: SeededPhone,
  waiting: string,
  runs: number,
): Promise<{ app: number[]; bare: number[] }> {
  const times = { app: new Array<number>(), bare: new Array<number>() };
  for (let run = 0; run < runs; run++) {
    const sides = run % 2 === 0 ? (['app', 'bare'] as const) : (['bare', 'app'] as const);
    for (const side of sides) {
      const line = side === 'app' ? textsIn('en')('app.line.none') : waiting;
      times[side].push(await usableAfter(phone.profile, phone[side], line));
    }
  }
  return times;
}

declare global {
  interface Window {
    /** Milliseconds since the navigation began. */
    usable: Promise<number>;
  }
}

function usableAfter(profile: string, address: string, line: string): Promise<number> {
  return onPhone(profile, SLOWER, async ({ page }) => {
    await page.addInitScript(watchForUsable, { name, line });
    await page.goto(address, { waitUntil: 'commit' });
    return page.evaluate(() => window.usable);
  });
}

/**
 * Runs in the page before its own code. Usable: the person's name, what they have begun, what they can begin and how
 * what is on the phone stands are on the screen, that has been painted, and the page answers the next tap.
 */
function watchForUsable(wanted: { name: string; line: string }): void {
  const complete = () =>
    document.querySelector('h1')?.textContent.includes(wanted.name) === true &&
    document.querySelectorAll('main a').length >= 4 &&
    document.body.textContent.includes(wanted.line);
  window.usable = new Promise((resolve) => {
    // What runs after the next frame runs when a tap would be answered.
    const afterPaint = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now()));
        port1.start();
        port2.postMessage(null);
      });
    const observer = new MutationObserver(() => {
      if (!document.body || !complete()) return;
      observer.disconnect();
      afterPaint();
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
}
