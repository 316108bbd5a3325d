/** Writes many records into a vault, as fast as the app's own writing goes. */
import type { Change, Store } from '../../../src/core/store.ts';

const AT_A_TIME = 500;

/** In pieces: while one goes to the disk, the next is sealed. */
export async function fillVault(
  vault: Store,
  count: number,
  changeAt: (at: number) => Change,
): Promise<void> {
  let next = 0;
  async function writer(): Promise<void> {
    while (next < count) {
      const from = next;
      next = Math.min(count, from + AT_A_TIME);
      await write(
        vault,
        Array.from({ length: next - from }, (_, at) => changeAt(from + at)),
      );
    }
  }
  await Promise.all([writer(), writer()]);
}

export async function write(vault: Store, changes: Change[]): Promise<void> {
  const outcome = await vault.write(changes);
  if (outcome.status !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
}
