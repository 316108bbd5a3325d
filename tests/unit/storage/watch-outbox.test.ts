import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { countRowsRead } from '../../support/rows-read.ts';
import { openTestVault, plan, saved, until, type TestVault } from '../../support/vault.ts';

const read = countRowsRead();

/** Makes shared records; gives the first of their versions. */
async function share(phone: TestVault, count: number) {
  const changes = Array.from({ length: count }, (_, at) => {
    const common = { id: phone.newId(), kind: plan, subject: phone.owner.personId };
    return { do: 'create', ...common, body: { what: `plan ${at}` }, audience: 'team' } as const;
  });
  return saved(await phone.vault.write(changes));
}

const edit = async (phone: TestVault, { id, rev }: { id: string; rev: string }, what: string) =>
  saved(await phone.vault.write([{ do: 'edit', id, kind: plan, base: rev, body: { what } }]));

const waiting = async (phone: TestVault) => until((await phone.openTab()).watchOutbox(), () => true);

test.each([3, 300, 1500])(
  'each of %i records that wait is counted once, however often it was changed',
  async (count) => {
    const phone = await openTestVault();
    const changed = await share(phone, 1);
    await edit(phone, await edit(phone, changed, 'again'), 'and again');
    await share(phone, count - 1);
    expect(await waiting(phone)).toBe(count);
    // Most of what waits has a history: then all of it is gone through.
    for (const more of await Promise.all(Array.from({ length: 40 }, () => share(phone, 1))))
      await edit(phone, more, 'x');
    expect(await waiting(phone)).toBe(count + 40);
  },
);

test('a start reads no more of what waits where more waits', async () => {
  const phone = await openTestVault();
  await share(phone, 400);
  read.take();
  await waiting(phone);
  const { outbox = 0 } = read.take();
  await share(phone, 800);
  read.take();
  expect(await waiting(phone)).toBe(1200);
  expect(read.take()['outbox']).toBe(outbox);
});
