/** Shows a star as the app would: the real styles and words, in a place of the width given. */
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import type { StarData } from '../../../../src/ui/star-chart/star-data.ts';
import '../../../../src/ui/styles/plotline.css';
import type { Language } from '../../../../src/ui/text/languages.ts';
import { loadCatalog } from '../../../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../../../src/ui/text/text-state.ts';
import { TextContext } from '../../../../src/ui/text/use-text.ts';

export const axes = [
  { id: 'assets', short: 'Assets', name: 'Building on assets' },
  { id: 'voice', short: 'Equal voice', name: 'Having an equal voice' },
  { id: 'responsibility', short: 'Responsibility', name: 'Sharing responsibility' },
  { id: 'celebrating', short: 'Celebrating', name: 'Celebrating each other' },
  { id: 'support', short: 'Mutual support', name: 'Encouraging mutual support' },
  { id: 'benefits', short: 'Broader benefits', name: 'Realising broader benefits' },
];

export const ana = { id: 'today', label: 'Today', who: 'Ana', date: '2026-06-01', kind: 'today' } as const;

export const gappy: StarData = {
  axes,
  outlines: [
    { ...ana, values: [5, 5, null, 4, null, 3] },
    {
      id: 'sam',
      label: "Sam's view",
      who: 'Sam',
      date: '2026-05-20',
      kind: 'view',
      values: [3, 4, 5, null, 6, 1],
    },
    {
      id: 'before',
      label: 'Earlier',
      who: 'Ana',
      date: '2026-03-04',
      kind: 'earlier',
      values: [4, 5, 2, 2, 2, 2],
    },
  ],
  min: 1,
  max: 6,
};

export interface StarStage {
  host: HTMLElement;
  show(part: ComponentChild): void;
  clear(): void;
}

export async function starStage(part: ComponentChild, language: Language = 'en'): Promise<StarStage> {
  const text = createTextState(await loadCatalog(language), loadCatalog, (shown) => {
    document.documentElement.lang = shown;
  });
  document.title = 'Star';
  const host = document.createElement('main');
  document.body.append(host);
  const show = (shown: ComponentChild) =>
    render(<TextContext.Provider value={text}>{shown}</TextContext.Provider>, host);
  show(part);
  return {
    host,
    show,
    clear() {
      render(null, host);
      host.remove();
      delete document.documentElement.dataset['theme'];
    },
  };
}
