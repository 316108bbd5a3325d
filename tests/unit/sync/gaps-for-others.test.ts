/** What never left a phone must not break the record on the others: the last shared version counts there, and it alone. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/sync/protocol/wire.ts';
import { alone, closePhones, refusing, stage } from '../../support/gaps-stage.ts';
import { cutLine } from '../../support/memory-endpoint.ts';
import { plan, saved } from '../../support/vault.ts';

afterEach(closePhones);

describe('taken back, changed and shared again', () => {
  it('a sentence taken out in between: the others read it as it is shared now', async () => {
    const { send, first, change, read } = await stage();
    const back = await change(first, { audience: 'me' });
    await send();
    const less = await change(back, { what: 'less' });
    await change(less, { audience: 'team' });
    await send();
    expect(await read()).toMatchObject(alone('less'));
  });

  it('all of it without a line: the end of the share is still to be sent', async () => {
    const { send, first, change, read } = await stage();
    const less = await change(await change(first, { audience: 'me' }), { what: 'less' });
    await change(less, { audience: 'team' });
    await send();
    expect(await read()).toMatchObject(alone('less'));
  });

  it('changed, and taken back before that left: what others have is gone, and does not come back beside the new', async () => {
    const { send, first, change, read } = await stage();
    const edit = await change(first, { what: 'far too much' });
    const back = await change(edit, { audience: 'me' });
    await send();
    expect(await read()).toBeNull();
    await change(back, { what: 'less', audience: 'team' });
    await send();
    expect(await read()).toMatchObject(alone('less'));
  });

  it.each(['before', 'after'] as const)(
    'taken back while nobody knew whether the change had arrived: lost %s it was kept there',
    async (when) => {
      const { endpoint, send, first, change, read } = await stage();
      const edit = await change(first, { what: 'far too much' });
      endpoint.meddle = ({ ask }) => (ask === 'create' ? { when, answer: cutLine } : null);
      await send();
      endpoint.meddle = () => null;
      const back = await change(edit, { audience: 'me' });
      const less = await change(back, { what: 'less' });
      await change(less, { audience: 'team' });
      await send();
      expect(await read()).toMatchObject(alone('less'));
    },
  );

  it('taken back while nobody knew of two changes: one had arrived, the other never did', async () => {
    const { endpoint, author, send, first, change, read } = await stage();
    const { sync, hub } = author;
    const one = await change(first, { what: 'far too much' });
    await sync.markSending(hub, [one]);
    await endpoint.create([{ version: one, digest: await digestOf(one) }]);
    const two = await change(one, { what: 'more than that' });
    await sync.markSending(hub, [two]);
    await sync.endSending(hub);
    const back = await change(two, { audience: 'me' });
    expect(back.settles).toEqual([first.rev, one.rev]);
    await change(back, { what: 'less', audience: 'team' });
    await send();
    expect(await read()).toMatchObject(alone('less'));
  });

  it('private again after that, only the end of the share is told, and only once', async () => {
    const { endpoint, send, first, change, read, vault } = await stage();
    const edit = await change(first, { what: 'far too much' });
    const back = await change(edit, { audience: 'me' });
    const mine = {
      do: 'edit',
      id: first.id,
      kind: plan,
      base: back.rev,
      settles: back.settles ?? [],
    } as const;
    await send();
    saved(await vault.write([{ ...mine, body: { what: 'mine' } }]));
    await send();
    expect(await read()).toBeNull();
    expect([...endpoint.kept.values()].map(({ version: { rev } }) => rev)).toEqual([first.rev, back.rev]);
  });
});

describe('refused', () => {
  it('and mended: what others had is no rival of it', async () => {
    const { endpoint, send, first, change, read } = await stage();
    endpoint.judge = refusing('too bold');
    const bold = await change(first, { what: 'too bold' });
    await send();
    await change(bold, { what: 'mild' });
    await send();
    expect(await read()).toMatchObject(alone('mild'));
  });

  it('although mended before anybody knew of it: neither', async () => {
    const { endpoint, send, first, change, read } = await stage();
    endpoint.judge = refusing('too bold');
    await change(await change(first, { what: 'too bold' }), { what: 'mild' });
    await send();
    expect(await read()).toMatchObject(alone('mild'));
  });

  it('then hidden and put back: others see just that', async () => {
    const { endpoint, send, first, change, read, vault } = await stage();
    endpoint.judge = refusing('too bold');
    const bold = await change(first, { what: 'too bold' });
    await send();
    const hidden = saved(await vault.write([{ do: 'withdraw', id: first.id, base: bold.rev }]));
    expect(hidden.settles).toEqual([first.rev]);
    endpoint.judge = () => null;
    saved(await vault.write([{ do: 'restore', id: first.id, base: hidden.rev }]));
    await send();
    expect(await read()).toMatchObject(alone('too bold'));
  });
});

describe('what is named besides stays little', () => {
  it('received one by one, or written in a row without a line: nothing', async () => {
    const { send, first, change, make } = await stage();
    const second = await change(first, { what: 'second' });
    await send();
    expect([second, await change(second, { what: 'third' })].map(({ settles }) => settles)).toEqual([
      undefined,
      undefined,
    ]);
    let last = await make('offline');
    for (const what of ['a', 'b', 'c']) {
      last = await change(last, { what });
      expect(last.settles).toBeUndefined();
    }
  });

  it('of a long history that others have, one', async () => {
    const { send, first, change } = await stage();
    let last = first;
    for (const what of ['a', 'b', 'c']) {
      last = await change(last, { what });
      await send();
    }
    const back = await change(last, { audience: 'me' });
    await send();
    const again = await change(await change(back, { what: 'less' }), { audience: 'team' });
    expect(again.settles).toEqual([back.rev]);
  });

  it('taken back before anybody can have had it: nothing', async () => {
    const { make, change } = await stage();
    const back = await change(await make('hasty'), { audience: 'me' });
    const again = await change(await change(back, { what: 'less' }), { audience: 'team' });
    expect([back.settles, again.settles]).toEqual([undefined, undefined]);
  });
});
