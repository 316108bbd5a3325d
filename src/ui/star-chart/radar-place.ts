/**
 * The star's place in the page, as Chart.js asks about it. Its own way of finding out reads a dozen styles of canvas and
 * parent, twice for each new chart, and watches the whole page for the canvas going away: a third of the first draw.
 */
import { BasePlatform } from 'chart.js';

interface Size {
  width: number;
  height: number;
}

/** As big as the canvas's parent was when Chart.js first asked, until it is told another size. */
export class RadarPlace extends BasePlatform {
  #size: Size | undefined;

  override acquireContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas to draw on');
    return context;
  }

  override getDevicePixelRatio(): number {
    return devicePixelRatio;
  }

  override getMaximumSize(canvas: HTMLCanvasElement, width?: number, height?: number): Size {
    if (width !== undefined && height !== undefined) this.#size = { width, height };
    return (this.#size ??= sizeOf(canvas.parentElement ?? canvas));
  }
}

function sizeOf(element: Element): Size {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

/** Calls back with the new size of an element that is shown, and when the page is zoomed; returns a way to stop. */
export function onResize(element: Element, resized: (width: number, height: number) => void): () => void {
  const tell = ({ width, height }: Size) => {
    if (width > 0 && height > 0) resized(width, height);
  };
  const watcher = new ResizeObserver(([entry]) => {
    if (entry) tell(entry.contentRect);
  });
  watcher.observe(element);
  const zoomed = () => tell(sizeOf(element));
  addEventListener('resize', zoomed);
  return () => {
    watcher.disconnect();
    removeEventListener('resize', zoomed);
  };
}
