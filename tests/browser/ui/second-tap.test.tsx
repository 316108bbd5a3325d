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
/** As phones hand on a tap: each of them is the first. So far from the corner of what is shown (px). */
function tap(x: number, y = 50): void {
  const box = host.getBoundingClientRect();
  const [clientX, clientY] = [box.left + x, box.top + y];
  const given = { bubbles: true, cancelable: true, detail: 1, pointerType: 'touch', clientX, clientY };
  document.elementFromPoint(clientX, clientY)?.dispatchEvent(new PointerEvent('click', given));
}
function byFinger(): void {
  tap(50);
  tap(50);
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

test('what was beside it all along is tapped as fast as one likes', () => {
  heed();
  for (const name of ['3', '4']) {
    const button = document.createElement('button');
    button.textContent = name;
    button.style.cssText = 'position: absolute; inset-block-start: 0; inline-size: 100px; block-size: 100px';
    button.style.insetInlineStart = name === '3' ? '0' : '100px';
    button.addEventListener('click', () => pressed.push(name));
    host.append(button);
  }
  host.style.position = 'relative';
  tap(90);
  tap(110);
  expect(pressed).toEqual(['3', '4']);
});

test('a tap that misses, and at once the right one', () => {
  heed();
  const missed = document.createElement('p');
  missed.textContent = 'Above it';
  missed.style.cssText = 'margin: 0; block-size: 20px';
  place('Save');
  host.prepend(missed);
  tap(50, 10);
  tap(50, 30);
  expect(pressed).toEqual(['Save']);
});

test('a tap beside a question that closes it presses nothing that lay under it', () => {
  heed();
  place('Print');
  const over = document.createElement('div');
  over.style.cssText = 'position: fixed; inset: 0';
  over.addEventListener('click', () => over.remove());
  host.append(over);
  byFinger();
  expect([pressed, over.isConnected]).toEqual([[], false]);
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
