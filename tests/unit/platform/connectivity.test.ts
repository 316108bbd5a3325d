/** The network hint: told at once, told again when it changes, silent after. */
import { expect, test } from 'vitest';
import { watchOnline } from '../../../src/platform/connectivity.ts';

test('tells the belief at once, each change, and nothing after leaving', () => {
  const page = new EventTarget();
  let online = true;
  const seen: boolean[] = [];
  const leave = watchOnline(page, () => online).subscribe((now) => seen.push(now));
  online = false;
  page.dispatchEvent(new Event('offline'));
  online = true;
  page.dispatchEvent(new Event('online'));
  leave();
  page.dispatchEvent(new Event('online'));
  expect(seen).toEqual([true, false, true]);
});
