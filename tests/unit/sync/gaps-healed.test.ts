/** What was broken by an older Plotline, forgotten by an endpoint or never told to one: whole again on the phones of others. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { alone, closePhones, refusing, asBefore, phoneNamed, stage } from '../../support/gaps-stage.ts';
import { createMemoryEndpoint } from '../../support/memory-endpoint.ts';

afterEach(closePhones);

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
