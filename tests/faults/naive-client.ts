/** The control: a client that believes any 2xx, as many do. It must be seen to lose records, else the harness sees nothing. */
import { digestOf } from '../../src/sync/protocol/wire.ts';
import type { Device } from './fleet.ts';

export async function naiveClient(device: Device): Promise<void> {
  const { store, settings, fetch } = device;
  const login = `Bearer ${settings.login['token']}`;
  for (;;) {
    const { items } = await store.outgoing('hub', { limit: 5 });
    if (items.length === 0) return;
    const versions = await Promise.all(
      items.map(async ({ version }) => ({ version, digest: await digestOf(version) })),
    );
    const response = await fetch(`${settings.address}/v1/versions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: login },
      body: JSON.stringify({ versions }),
    }).catch(() => null);
    if (!response?.ok) continue;
    await store.settle(
      'hub',
      items.map(({ version: { id, rev } }) => ({ id, rev, to: 'received' as const })),
    );
  }
}
