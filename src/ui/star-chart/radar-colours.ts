/** Reads the colours of the theme from the SVG star that lies under the canvas, and tells when they change. */
import type { RadarColours } from './radar-plan.ts';

/** What the browser made of the tokens, on the groups of the drawing as it stands in the page. */
export function readColours(drawing: SVGSVGElement): RadarColours {
  let halo = '';
  const lines = (part: string) => {
    const group = drawing.querySelector(`[data-part="${part}"]`);
    const made = group && getComputedStyle(group);
    return { colour: made?.stroke ?? '', strength: Number(made?.strokeOpacity ?? 1) };
  };
  const outlines: RadarColours['outlines'] = new Map();
  for (const group of drawing.querySelectorAll('[data-outline]')) {
    const made = getComputedStyle(group);
    halo = made.color;
    outlines.set(group.getAttribute('data-outline') ?? '', {
      colour: made.stroke,
      strength: Number(made.opacity),
    });
  }
  return { bands: lines('bands'), rings: lines('rings'), halo, outlines };
}

/** Calls back whenever another theme may be in force; returns a way to stop. */
export function onThemeChange(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  const wishes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((wish) => matchMedia(wish));
  for (const wish of wishes) wish.addEventListener('change', changed);
  return () => {
    watcher.disconnect();
    for (const wish of wishes) wish.removeEventListener('change', changed);
  };
}
