/** Text can be read in every theme, in the sun as at dusk: the figures behind "7:1 for text, 3:1 for edges". */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../src/ui/styles/themes.css'), 'utf8');

/** The colours of one theme, by token, from the style sheet itself. */
function coloursOf(theme: 'light' | 'dark' | 'sun'): Map<string, string> {
  const colours = new Map<string, string>();
  const [, own = ''] = css.split(":root[data-theme='sun']");
  for (const [, name = '', day = '', dusk = ''] of css.matchAll(
    /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
  )) {
    colours.set(name, theme === 'dark' ? dusk : day);
  }
  if (theme === 'sun') {
    for (const [, name = '', colour = ''] of own.matchAll(/--([\w-]+): (#\w{6});/g))
      colours.set(name, colour);
  }
  return colours;
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'sunken'];
const tints = ['leaf-tint', 'sun-tint', 'clay-tint', 'sky-tint', 'head-tint', 'hand-tint', 'heart-tint'];

/** Each text colour with everything it is put on. */
const text: Record<string, string[]> = {
  ink: [...grounds, ...tints],
  'ink-soft': [...grounds, ...tints],
  'leaf-ink': [...grounds, 'leaf-tint', 'sun-tint'],
  'sun-ink': [...grounds, 'sun-tint'],
  'clay-ink': [...grounds, 'clay-tint'],
  'sky-ink': [...grounds, 'sky-tint'],
  head: ['surface', 'head-tint'],
  hand: ['surface', 'hand-tint'],
  heart: ['surface', 'heart-tint'],
  'on-leaf': ['leaf', 'leaf-press'],
  'on-sun': ['sun', 'sun-press'],
  'on-clay': ['clay', 'clay-press'],
};

/** What is not text but must be seen: edges of controls, the focus, outlines in the star. */
const seen: Record<string, string[]> = {
  edge: grounds,
  focus: [...grounds, 'leaf-tint', 'sun-tint'],
  leaf: grounds,
  'leaf-ink': ['leaf-tint'],
  'view-1': grounds,
  'view-2': grounds,
  'view-3': grounds,
  'view-4': grounds,
};

describe.each(['light', 'dark', 'sun'] as const)('in the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const pairs = (table: Record<string, string[]>) =>
    Object.entries(table).flatMap(([front, backs]) => backs.map((back) => ({ front, back })));
  const between = (front: string, back: string) => {
    const [one, other] = [colours.get(front), colours.get(back)];
    if (one === undefined || other === undefined) throw new Error(`no colour for ${front} or ${back}`);
    return contrast(one, other);
  };

  it.each(pairs(text))('words in $front can be read on $back', ({ front, back }) => {
    expect(between(front, back)).toBeGreaterThanOrEqual(7);
  });

  it.each(pairs(seen))('$front stands out from $back', ({ front, back }) => {
    expect(between(front, back)).toBeGreaterThanOrEqual(3);
  });
});
