/** Nothing lost, nothing doubled, nothing changed: a few phones on a network where 30 of 100 requests go wrong. */
import { describe, expect, it } from 'vitest';
import { naiveClient } from '../../faults/naive-client.ts';
import { runFleet } from '../../faults/run-fleet.ts';

describe('a bad network', () => {
  it('8 phones with 10 versions each end up with what they may see, exactly', async () => {
    const { faults, requests, ...result } = await runFleet({ devices: 8, records: 10, share: 0.3 });
    expect(result).toMatchObject({
      written: 80,
      missing: 0,
      copies: 0,
      changed: 0,
      strays: 0,
      photosMissing: 0,
      stillWaiting: 0,
      setAside: 0,
      unexpected: [],
    });
    expect(requests - (faults['went well'] ?? 0)).toBeGreaterThan(20);
  });

  it('the control, which believes any 2xx, loses records', async () => {
    const { missing } = await runFleet({ devices: 8, records: 50, share: 0.3, naive: naiveClient });
    expect(missing).toBeGreaterThan(0);
  });
});
