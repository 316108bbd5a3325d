/** A share taken back, or erased, while its photos are on their way, with a real vault. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createMemory, round } from '../../../src/sync/client/round.ts';
import { createMemoryEndpoint, type Meddling, type Request } from '../../support/memory-endpoint.ts';
import { openSyncPhone } from '../../support/sync-phone.ts';
import { saved } from '../../support/vault.ts';

type Way = 'taken back' | 'erased';

/** Two photos are to leave; at the first one that is sent the owner has a change of mind. */
async function changesMind(how: Way, first: Meddling | null) {
  const phone = await openSyncPhone();
  const { vault, sync, hub, make, photo, change, environment } = phone;
  const shared = await make('shared', { photos: [await photo('one'), await photo('two')] });
  const another = await make('another', { photos: [await photo('three')] });
  const endpoint = createMemoryEndpoint();
  const port = endpoint.attachments;
  if (!port) throw new Error('no attachments');
  const put = port.put;
  const tried: string[] = [];
  port.put = async (sha256, content, ...rest) => {
    tried.push(new TextDecoder().decode(content));
    if (tried.length === 1) {
      if (how === 'erased') saved(await vault.write([{ do: 'erase', id: shared.id }]));
      else await change(shared, { audience: 'me' });
    }
    return put(sha256, content, ...rest);
  };
  let meddled = false;
  endpoint.meddle = ({ ask }: Request) => {
    if (ask !== 'put' || meddled) return null;
    meddled = true;
    return first;
  };
  const ended = await round({
    store: sync,
    connection: hub,
    endpoint,
    memory: createMemory(endpoint),
    now: () => environment.now(),
    cut: new AbortController().signal,
    clock: () => {},
    settled: () => {},
    came: () => {},
  });
  return { ...phone, ended, tried, another };
}

test.each<Way>(['taken back', 'erased'])(
  '%s at the first photo: the second stays, other records go on',
  async (how) => {
    const { tried, ended, vault, another } = await changesMind(how, null);
    expect(tried).toEqual(['one', 'three']);
    expect(ended).toEqual({ end: 'done' });
    expect(await vault.get(another.id)).toMatchObject({ delivery: 'received' });
  },
);

test('nor is a photo tried once more that had not got through when its share was taken back', async () => {
  const stoodElsewhere = { outcome: 'conflict', status: 409 } as const;
  const { tried } = await changesMind('taken back', { when: 'before', answer: stoodElsewhere });
  expect(tried).toEqual(['one', 'three']);
});
