/** Somebody who reads large letters on a small phone: do the words in the star grow as well, and can all be read? */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { StarChart } from '../../../../src/ui/star-chart/star-chart.tsx';
import { ana, axes, starStage, type StarStage } from './star-stage.tsx';

let shown: StarStage | undefined;
beforeEach(() => page.viewport(320, 640));
afterEach(async () => {
  shown?.clear();
  delete document.documentElement.dataset['textSize'];
  await page.viewport(360, 640);
});

const shorts = {
  en: 'Building on assets|Equal voice|Sharing responsibility|Celebrating each other|Mutual support|Broader benefits',
  de: 'Auf Stärken aufbauen|Gleiche Stimme|Verantwortung teilen|Einander feiern|Gegenseitige Hilfe|Nutzen für viele',
  fr: 'Miser sur nos atouts|Une voix égale|Partager la responsabilité|Se mettre à l’honneur|S’entraider|Des bienfaits plus larges',
  nl: 'Bouwen op sterke kanten|Een gelijke stem|Samen verantwoordelijk|Elkaar waarderen|Elkaar steunen|Bredere voordelen',
  lb: 'Op Stäerkten opbauen|Eng gläich Stëmm|Verantwortung deelen|Eis géigesäiteg feieren|Sech géigesäiteg hëllefen|Notze fir vill Leit',
};

async function show(names: string, textSize: string): Promise<HTMLElement> {
  document.documentElement.dataset['textSize'] = textSize;
  const short = names.split('|');
  const outlines = [{ ...ana, values: [5, 5, null, 4, null, 3] }];
  const data = {
    axes: axes.map((axis, at) => ({ ...axis, short: short[at] ?? '' })),
    outlines,
    min: 1,
    max: 6,
  } as const;
  const padded = (
    <div style={{ padding: '1rem' }}>
      <h1>Above</h1>
      <StarChart data={data} label="the sentence" onAxis={() => undefined} />
    </div>
  );
  shown = await starStage(padded);
  await expect.element(page.getByRole('img', { name: 'the sentence' })).toBeVisible();
  return shown.host;
}

/** How high the letters of the names, and those of the numbers, stand on the screen. */
function letters(host: HTMLElement): [number, number] {
  const size = (at: string) => {
    const text = host.querySelector<SVGTextElement>(at);
    return text ? Number.parseFloat(getComputedStyle(text).fontSize) * (text.getScreenCTM()?.a ?? 0) : 0;
  };
  return [size('svg[aria-hidden] g text'), size('svg[aria-hidden] > text')];
}

/** What lies on what, of names, the heading and the buttons, and what is cut off by the edge of the screen. */
function clashes(host: HTMLElement): string[] {
  const words = [...host.querySelectorAll('svg[aria-hidden] g tspan, h1, li')].map((part) => ({
    says: part.textContent,
    box: part.getBoundingClientRect(),
    of: part.parentElement,
  }));
  const cut = words.filter(({ box }) => box.left < 0 || box.right > 320).map(({ says }) => `${says} is cut`);
  const over = words.flatMap((one, at) =>
    words
      .slice(at + 1)
      .filter((other) => other.of !== one.of && touch(one.box, other.box))
      .map((other) => `${one.says} on ${other.says}`),
  );
  return [...cut, ...over];
}

/** Boxes of letters are higher than the letters. */
function touch(a: DOMRect, b: DOMRect): boolean {
  const slack = 0.15 * Math.min(a.height, b.height);
  return (
    a.left < b.right &&
    b.left < a.right &&
    a.top + slack < b.bottom - slack &&
    b.top + slack < a.bottom - slack
  );
}

test.each(Object.entries(shorts))(
  '%s: larger text makes larger letters, none on another',
  async (_, names) => {
    const usual = letters(await show(names, 'normal'));
    expect(clashes(shown?.host ?? document.body)).toEqual([]);
    shown?.clear();
    expect(clashes(await show(names, 'large'))).toEqual([]);
    shown?.clear();
    const host = await show(names, 'largest');
    await expect.poll(() => letters(host)[0] / usual[0]).toBeGreaterThan(1.2);
    expect(letters(host)[1] / usual[1]).toBeGreaterThan(1.7);
    expect(clashes(host)).toEqual([]);
  },
);
