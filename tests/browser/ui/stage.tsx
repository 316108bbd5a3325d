/** Shows parts as the app would: the real styles, in German for its long words. */
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { afterEach } from 'vitest';
import '../../../src/ui/styles/plotline.css';
import { loadCatalog } from '../../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../../src/ui/text/text-state.ts';
import { TextContext } from '../../../src/ui/text/use-text.ts';

let host: HTMLElement | undefined;

/** Puts the part on the page; the next test finds the page empty again. */
export async function show(part: ComponentChild): Promise<HTMLElement> {
  const text = createTextState(await loadCatalog('de'), loadCatalog, (language) => {
    document.documentElement.lang = language;
  });
  host = document.createElement('div');
  document.body.append(host);
  render(<TextContext.Provider value={text}>{part}</TextContext.Provider>, host);
  return host;
}

afterEach(() => {
  if (host === undefined) return;
  render(null, host);
  host.remove();
  host = undefined;
  delete document.documentElement.dataset['theme'];
});
