/** What a person does in a window of any browser: found by words, as in support/person.ts, without Playwright. */
import { expect } from 'vitest';
import type { EngineWindow } from './engine.ts';

/** Kinds of things to tap, as selectors; a radio is tapped by its label. */
const kinds = { button: 'button', link: 'a[href]', answer: 'label' } as const;

/** A busy machine takes its time; nothing is waited for longer than it takes. */
const patient = { timeout: 60_000, interval: 100 };

export interface PersonAt {
  /** Waits until the words stand on the screen. */
  see(words: string): Promise<void>;
  /** Waits for it and taps it. The words are those it begins with. */
  tap(kind: keyof typeof kinds, words: string): Promise<void>;
  /** Types into the box whose label begins with these words, after what is in it. */
  type(label: string, text: string): Promise<void>;
  /** Opens a screen as a tap on a link does: nothing is loaded anew. */
  go(path: string): Promise<void>;
  /** Chooses a photo as from the gallery: a picture made here, so large in pixels. */
  choosePhoto(width: number, height: number): Promise<void>;
}

export function personAt(at: EngineWindow): PersonAt {
  const until = (found: () => Promise<boolean>, what: string) =>
    expect.poll(found, { ...patient, message: what }).toBe(true);

  return {
    see: (words) =>
      until(() => at.run((text) => document.body.innerText.includes(text), words), `"${words}" to be seen`),

    tap: (kind, words) =>
      until(() => at.run(tapOne, kinds[kind], words), `the ${kind} "${words}" to be tapped`),

    type: (label, text) => until(() => at.run(typeInto, label, text), `the box "${label}" to be typed into`),

    async go(path) {
      await at.run((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
      }, path);
      await until(() => at.run((to) => location.pathname === to, path), `the screen ${path} to be open`);
    },

    choosePhoto: (width, height) => at.run(givePhoto, width, height),
  };
}

/** These three run in the page. */

function tapOne(selector: string, words: string): boolean {
  const said = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.getClientRects().length > 0 && said(element).startsWith(words),
  );
  // One that is off or at work takes no tap, as `Button` has it.
  if (!found || found.getAttribute('aria-disabled') === 'true') return false;
  if (found instanceof HTMLButtonElement && found.disabled) return false;
  found.click();
  return true;
}

function typeInto(label: string, text: string): boolean {
  const labels = [...document.querySelectorAll('label')];
  const boxes = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  const box = boxes.find(
    (one) =>
      one.getAttribute('aria-label')?.startsWith(label) ||
      labels.some((of) => of.control === one && of.textContent.trim().startsWith(label)),
  );
  if (!box) return false;
  box.focus();
  // Sets off what keys would.
  return document.execCommand('insertText', false, text);
}

async function givePhoto(width: number, height: number): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  const input = document.querySelector<HTMLInputElement>('input[type=file]:not([capture])');
  if (!pen || !input) throw new Error('no place for a photo');
  pen.fillStyle = 'seagreen';
  pen.fillRect(0, 0, width, height / 2);
  const picture = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg'));
  if (!picture) throw new Error('no photo was made');
  const chosen = new DataTransfer();
  chosen.items.add(new File([picture], 'bed.jpg', { type: 'image/jpeg' }));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
