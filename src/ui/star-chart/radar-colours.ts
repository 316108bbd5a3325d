/** Reads the colours of the theme from the SVG star that lies under the canvas, and tells when they change. */
import type { RadarColours } from './radar-plan.ts';

/** What the browser made of the tokens, on the drawing as it stands in the page. */
export function readColours(drawing: SVGSVGElement): RadarColours {
  const part = (name: string, from: ParentNode = drawing) => {
    const element = from.querySelector(`[data-part="${name}"]`);
    return element ? getComputedStyle(element) : null;
  };
  const band = part('band');
  const ring = part('ring');
  const outlines: RadarColours['outlines'] = new Map();
  for (const group of drawing.querySelectorAll('[data-outline]')) {
    outlines.set(group.getAttribute('data-outline') ?? '', {
      colour: part('line', group)?.stroke ?? '',
      strength: Number(getComputedStyle(group).opacity),
    });
  }
  return {
    band: band?.stroke ?? '',
    bandStrength: Number(band?.strokeOpacity ?? 1),
    ring: ring?.stroke ?? '',
    ringStrength: Number(ring?.strokeOpacity ?? 1),
    halo: part('marker')?.stroke ?? '',
    outlines,
  };
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
