/** The names of the bands stay whole on the smallest phones, in each language, also with the largest text. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { engagement } from '../../../src/features/instruments/model/engagement/engagement.ts';
import { inLanguage } from '../../../src/features/instruments/model/instrument.ts';
import { textSizes } from '../../../src/platform/preferences.ts';
import { ScaleChoice } from '../../../src/ui/parts/scale-choice.tsx';
import { Screen } from '../../../src/ui/parts/screen.tsx';
import { languages, type Language } from '../../../src/ui/text/languages.ts';
import { show } from './stage.tsx';

afterEach(async () => {
  delete document.documentElement.dataset['textSize'];
  await page.viewport(360, 640);
});

function Bands({ language }: { language: Language }) {
  const bands = engagement.bands.map(({ name, from, to }) => ({
    label: inLanguage(name, language),
    description: inLanguage(engagement.purpose, language),
    values: [from, to],
  }));
  return (
    <Screen title="Star">
      <ScaleChoice legend="Which one?" bands={bands} value={2} onChange={() => undefined} />
    </Screen>
  );
}

/** The words of a text that do not stand in one piece. */
function brokenWords(text: Node): string[] {
  const words = [...(text.textContent ?? '').matchAll(/\S+/g)];
  return words.flatMap(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return range.getClientRects().length === 1 ? [] : [word];
  });
}

const each = [320, 360].flatMap((width) =>
  textSizes.flatMap((size) => languages.map((language) => [width, size, language] as const)),
);

test.each(each)(
  '%i px, %s text, %s: each word whole, each number easy to hit',
  async (width, size, language) => {
    await page.viewport(width, 640);
    document.documentElement.dataset['textSize'] = size;
    const host = await show(<Bands language={language} />);
    document.documentElement.lang = language;
    for (const { name } of engagement.bands) {
      const text = page.getByText(inLanguage(name, language), { exact: true }).element().firstChild;
      if (text === null) throw new Error('no name');
      expect(brokenWords(text)).toEqual([]);
    }
    for (const input of host.querySelectorAll('input')) {
      const { width: wide, height, right } = input.getBoundingClientRect();
      expect(Math.min(wide, height)).toBeGreaterThanOrEqual(48);
      expect(right).toBeLessThanOrEqual(width);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  },
);
