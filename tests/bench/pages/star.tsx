/** Draws the app's star chart, and the same figures with bare Chart.js, one after the other. */
import '../../../src/ui/styles/plotline.css';
import { render } from 'preact';
import { StarChart } from '../../../src/ui/star-chart/star-chart.tsx';
import type { StarData } from '../../../src/ui/star-chart/star-data.ts';
import { createTextState } from '../../../src/ui/text/text-state.ts';
import { loadCatalog } from '../../../src/ui/text/load-catalog.ts';
import { TextContext } from '../../../src/ui/text/use-text.ts';

/** Milliseconds from asking for a star to its being painted. */
export interface Stars {
  /** Of Plotline: until the SVG stands, and until Chart.js has drawn over it. */
  own(): Promise<{ svg: number; drawn: number }>;
  /** Of Chart.js alone, fetched where it is not here yet. */
  bare(): Promise<number>;
}

declare global {
  interface Window {
    stars: Promise<Stars>;
  }
}

const names = ['What I bring', 'My say', 'My part', 'What we celebrate', 'Who has my back', 'What I get'];
const data: StarData = {
  axes: names.map((short, at) => ({ id: `axis${at}`, short, name: short })),
  outlines: [
    { id: 'a', label: 'Today', date: '2026-06-01', who: '', values: [4, 5, 2, 6, 3, 4], kind: 'today' },
    { id: 'b', label: 'Before', date: '2026-03-01', who: '', values: [3, 4, 2, 5, null, 4], kind: 'earlier' },
  ],
  min: 1,
  max: 6,
};
/** The first star of the page has no Chart.js yet, and is to be seen waiting for it. */
let first = true;
const stage = document.getElementById('stage') ?? document.body;

window.stars = (async (): Promise<Stars> => {
  const text = createTextState(await loadCatalog('en'), loadCatalog, () => undefined);

  return {
    async own() {
      const began = performance.now();
      render(
        <TextContext.Provider value={text}>
          <StarChart data={data} label="A star" onAxis={() => undefined} />
        </TextContext.Provider>,
        stage,
      );
      const svg = painted().then(() => performance.now() - began);
      await covered();
      await painted();
      const drawn = performance.now() - began;
      const times = { svg: await svg, drawn };
      render(null, stage);
      return times;
    },

    async bare() {
      const began = performance.now();
      const { Chart, LineElement, PointElement, RadarController, RadialLinearScale } =
        await import('./bare-chart.ts');
      Chart.register(RadarController, RadialLinearScale, PointElement, LineElement);
      const box = document.createElement('div');
      const canvas = document.createElement('canvas');
      box.append(canvas);
      stage.append(box);
      const chart = new Chart(canvas, {
        type: 'radar',
        data: {
          labels: names,
          datasets: data.outlines.map(({ label, values }) => ({ label, data: values })),
        },
        options: { animation: false, scales: { r: { min: 0, max: 6 } } },
      });
      await painted();
      const drawn = performance.now() - began;
      chart.destroy();
      box.remove();
      return drawn;
    },
  };
})();

/** Over once the canvas is seen in place of the SVG, told by its class: at once where Chart.js was here already. */
function covered(): Promise<void> {
  const paint = stage.querySelector('canvas')?.parentElement;
  if (!paint) throw new Error('no canvas');
  const waiting = () => /waiting/.test(paint.className);
  return new Promise((resolve, reject) => {
    const told = () => {
      if (waiting()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(told);
    observer.observe(paint, { attributes: true });
    if (first && !waiting()) reject(new Error('the class no longer tells'));
    first = false;
    told();
  });
}

/** Over after the next frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve());
      port1.start();
      port2.postMessage(null);
    });
  });
}
