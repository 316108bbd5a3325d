/** A double tap on what makes way for something else: that is not pressed unread. */
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { heedFirstTaps } from '../../../src/ui/second-tap.ts';

let pressed: string[];
let host: HTMLElement;
beforeEach(() => {
  pressed = [];
  host = document.createElement('main');
  document.body.append(host);
});
afterEach(() => host.remove());

/** Shows one large button, that does what is said when it is pressed. */
function place(name: string, then?: (button: HTMLButtonElement) => void): void {
  const button = document.createElement('button');
  button.textContent = name;
  button.style.cssText = 'inline-size: 200px; block-size: 100px';
  button.addEventListener('click', () => {
    pressed.push(button.textContent);
    then?.(button);
  });
  host.replaceChildren(button);
}
const makesWay = () => place('Erase', () => place('Yes, erase it all'));
const heed = () => onTestFinished(heedFirstTaps());
const byMouse = () => page.getByRole('button').dblClick();
/** As phones hand on two taps: each of them the first, at one place. */
function byFinger(): void {
  const box = host.getBoundingClientRect();
  const [clientX, clientY] = [box.left + 50, box.top + 50];
  for (let taps = 0; taps < 2; taps += 1) {
    const given = { bubbles: true, cancelable: true, detail: 1, pointerType: 'touch', clientX, clientY };
    document.elementFromPoint(clientX, clientY)?.dispatchEvent(new PointerEvent('click', given));
  }
}
const ways: [string, () => unknown][] = [
  ['mouse', byMouse],
  ['finger', byFinger],
];

test.each(ways)('by %s: what came in its place waits for a tap of its own', async (_way, twice) => {
  heed();
  makesWay();
  await twice();
  expect(pressed).toEqual(['Erase']);
});

test.each(ways)('by %s: and without heed it is pressed', async (_way, twice) => {
  makesWay();
  await twice();
  expect(pressed).toEqual(['Erase', 'Yes, erase it all']);
});

test.each(ways)('by %s: what is still there, and still the same, is pressed twice', async (_way, twice) => {
  heed();
  place('One more');
  await twice();
  expect(pressed).toEqual(['One more', 'One more']);
});

test.each(ways)('by %s: a button that says something else by now is another thing', async (_way, twice) => {
  heed();
  place('Stop', (button) => (button.textContent = 'Throw away'));
  await twice();
  expect(pressed).toEqual(['Stop']);
});

test('a tap on the words of a choice is one tap, though its control hears it too', async () => {
  heed();
  const label = document.createElement('label');
  label.innerHTML = '<input type="checkbox"> <span>I have read it</span>';
  host.replaceChildren(label);
  await page.getByText('I have read it').click();
  await expect.element(page.getByRole('checkbox')).toBeChecked();
});

test('two clicks one after the other, however fast, are two wishes', async () => {
  heed();
  makesWay();
  await page.getByRole('button').click();
  await page.getByRole('button').click();
  expect(pressed).toEqual(['Erase', 'Yes, erase it all']);
});

test('keys are never held back', async () => {
  heed();
  makesWay();
  await page.getByRole('button').click();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(pressed).toEqual(['Erase', 'Yes, erase it all']);
});
