/** What never left a phone must not break the record on the others: the last shared version counts there, and it alone. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Version } from '../../../src/core/version.ts';
import { createMemory, round } from '../../../src/sync/client/round.ts';
import { digestOf } from '../../../src/sync/protocol/wire.ts';
import { createMemoryEndpoint, cutLine, type MemoryEndpoint } from '../../support/memory-endpoint.ts';
import { openSyncPhone, type SyncPhone } from '../../support/sync-phone.ts';
import { plan, saved } from '../../support/vault.ts';

const open: SyncPhone[] = [];
afterEach(() => {
  for (const { vault } of open.splice(0)) vault.close();
});

interface Phone extends SyncPhone {
  meets(endpoint: MemoryEndpoint): Promise<void>;
}

async function phoneNamed(): Promise<Phone> {
  const phone = await openSyncPhone();
  open.push(phone);
  const memories = new Map<MemoryEndpoint, ReturnType<typeof createMemory>>();
  return {
    ...phone,
    async meets(endpoint) {
      const memory = memories.get(endpoint) ?? createMemory(endpoint);
      memories.set(endpoint, memory);
      await phone.sync.endSending(phone.hub);
      await round({
        store: phone.sync,
        connection: phone.hub,
        endpoint,
        memory,
        now: () => phone.environment.now(),
        cut: new AbortController().signal,
        clock: () => {},
        settled: () => {},
        came: () => {},
      });
    },
  };
}

/** An author and a colleague, who has all that was shared so far. */
async function stage() {
  const endpoint = createMemoryEndpoint();
  const [author, colleague] = [await phoneNamed(), await phoneNamed()];
  const send = () => author.meets(endpoint);
  const first = await author.make('too much');
  await send();
  await colleague.meets(endpoint);
  /** What the colleague reads of it in the end. */
  const read = async () => {
    await colleague.meets(endpoint);
    return colleague.vault.get(first.id);
  };
  return { endpoint, author, send, first, read, ...author };
}

/** The next version as a Plotline up to 0.6 made it: it names nothing but what it was made from. */
async function asBefore({ vault }: SyncPhone, from: Version, parts: Partial<Version>): Promise<Version> {
  const { settles: _none, ...rest } = from;
  const at = Number.parseInt(from.rev.slice(13, 17), 16) + 1;
  const rev = `${from.rev.slice(0, 13)}${at.toString(16).padStart(4, '0')}${from.rev.slice(17)}`;
  const made: Version = { ...rest, ...parts, rev, base: from.rev };
  expect(await vault.apply([made])).toMatchObject({ status: 'applied', added: 1 });
  return made;
}

const alone = (what: string) => ({ status: 'ok', rivals: 0, version: { body: { what }, audience: 'team' } });
const refusing = (what: string): MemoryEndpoint['judge'] => {
  return ({ version: { body } }) =>
    (body as { what?: string } | null)?.what === what ? { outcome: 'reject', status: 422, why: 'no' } : null;
};

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

describe('what Plotline 0.6 left broken is whole again with the next change of its author', () => {
  it('a record that was hidden from everybody', async () => {
    const { author, send, first, change, read } = await stage();
    const back = await asBefore(author, first, { audience: 'me' });
    const less = await asBefore(author, back, { body: { what: 'less' } });
    const again = await asBefore(author, less, { audience: 'team' });
    await send();
    expect(await read()).toBeNull();
    await change(again, { what: 'seen again' });
    await send();
    expect(await read()).toMatchObject(alone('seen again'));
  });

  it('words that were taken back and stood beside the new ones', async () => {
    const { author, send, first, change, read } = await stage();
    const edit = await change(first, { what: 'far too much' });
    const back = await asBefore(author, edit, { audience: 'me' });
    const again = await asBefore(author, back, { audience: 'team', body: { what: 'less' } });
    await send();
    expect(await read()).toMatchObject({ rivals: 1 });
    await change(again, { what: 'alone' });
    await send();
    expect(await read()).toMatchObject(alone('alone'));
  });

  it('rivals that only others saw', async () => {
    const { author, endpoint, send, first, change, read } = await stage();
    endpoint.judge = refusing('too bold');
    const bold = await change(first, { what: 'too bold' });
    await send();
    const mild = await asBefore(author, bold, { body: { what: 'mild' } });
    await send();
    expect(await read()).toMatchObject({ rivals: 1 });
    await change(mild, { what: 'alone' });
    await send();
    expect(await read()).toMatchObject(alone('alone'));
  });
});

describe('an endpoint whose database was put back from before the end of the share', () => {
  it('hears of it again, also where the change before it never left', async () => {
    const { endpoint, author, send, first, change, read } = await stage();
    await change(await change(first, { what: 'far too much' }), { audience: 'me' });
    await send();
    endpoint.restore(1);
    await author.sync.queueAgain(author.hub);
    await send();
    expect(await read()).toBeNull();
  });

  it('and of what was shared since: the words taken back do not come beside it', async () => {
    const { endpoint, author, send, first, change, read } = await stage();
    const back = await change(await change(first, { what: 'far too much' }), { audience: 'me' });
    await change(await change(back, { what: 'less' }), { audience: 'team' });
    await send();
    endpoint.restore(1);
    await author.sync.queueAgain(author.hub);
    await send();
    expect(await read()).toMatchObject(alone('less'));
  });
});

describe('shared three times, and taken back twice', () => {
  async function threeTimes() {
    const at = await stage();
    let last = at.first;
    for (const what of ['second', 'third']) {
      last = await at.change(last, { audience: 'me' });
      await at.send();
      last = await at.change(last, { what, audience: 'team' });
      await at.send();
    }
    expect(await at.read()).toMatchObject(alone('third'));
    return { ...at, last };
  }

  it('an endpoint that knows nothing of it shows what is shared now, also after the next change', async () => {
    const { author, change, last } = await threeTimes();
    const other = createMemoryEndpoint();
    const colleague = await phoneNamed();
    await author.sync.queueAgain(author.hub);
    await author.meets(other);
    await colleague.meets(other);
    expect(await colleague.vault.get(last.id)).toMatchObject(alone('third'));
    await change(last, { what: 'fourth' });
    await author.meets(other);
    await colleague.meets(other);
    expect(await colleague.vault.get(last.id)).toMatchObject(alone('fourth'));
  });

  it.each([0, 1, 2, 3, 4])('an endpoint put back to its first %i shows it too', async (left) => {
    const { endpoint, author, send, last } = await threeTimes();
    endpoint.restore(left);
    await author.sync.queueAgain(author.hub);
    await send();
    const colleague = await phoneNamed();
    await colleague.meets(endpoint);
    expect(await colleague.vault.get(last.id)).toMatchObject(alone('third'));
  });

  it('as Plotline made it until 0.6: the same, and with the next change', async () => {
    const { author, first, change, send } = await stage();
    let last = first;
    for (const what of ['second', 'third']) {
      last = await asBefore(author, last, { audience: 'me' });
      last = await asBefore(author, last, { audience: 'team', body: { what } });
    }
    await send();
    const other = createMemoryEndpoint();
    const colleague = await phoneNamed();
    await author.sync.queueAgain(author.hub);
    for (const what of ['third', 'fourth']) {
      if (what === 'fourth') await change(last, { what });
      await author.meets(other);
      await colleague.meets(other);
      expect(await colleague.vault.get(last.id)).toMatchObject(alone(what));
    }
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
