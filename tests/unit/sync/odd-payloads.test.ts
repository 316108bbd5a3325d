/** What breaks software elsewhere comes through the real hub exactly, or is set aside with the reason. */
import { expect, it } from 'vitest';
import { oddPayloads } from '../../faults/odd-payloads.ts';

it('NUL, lone surrogates, __proto__, odd numbers and 200 kB: exact, or refused with a reason', async () => {
  const { exact, refused, reasons, lost } = await oddPayloads(300);
  expect(lost).toBe(0);
  expect(exact + refused).toBe(300);
  expect(exact).toBeGreaterThan(150);
  for (const why of reasons) expect(why).toMatch(/\w{3}/);
});
