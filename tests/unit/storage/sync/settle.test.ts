import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Version } from '../../../../src/core/version.ts';
import { vaultName } from '../../../../src/storage/database.ts';
import { openSyncPhone, received, type SyncPhone } from '../../../support/sync-phone.ts';
import { rawTables, saved, until } from '../../../support/vault.ts';

/** What the sync screen shows of each: state and words of the record, in the order of making. */
async function shown({ sync }: SyncPhone, versions: Version[]): Promise<(string | undefined)[]> {
  const all = await until(sync.watchNotReceived(), () => true);
  return versions.map(({ rev }) => all.find((one) => one.rev === rev)?.state);
}

test('what is refused is set aside with its reason, needs the person, and stops nothing', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make, outgoing, vault, id } = phone;
  const [bad, good] = [await make('bad'), await make('good')];
  const { id: badId, rev } = bad;
  await sync.settle(hub, [
    { id: badId, rev, to: 'refused', why: '"bad" is not allowed', reason: 'rejected' },
  ]);
  expect(await vault.get(badId)).toMatchObject({ delivery: 'needs-you' });
  expect((await outgoing(hub)).map(({ version }) => version.id)).toEqual([good.id]);
  const [told] = await until(sync.watchNotReceived(), (all) => all.length === 2);
  expect(told).toEqual({
    id: badId,
    rev,
    kind: 'plan',
    subject: bad.subject,
    connection: hub,
    state: 'refused',
    since: bad.recordedAt,
    wordsThere: false,
    refused: { why: '"bad" is not allowed', reason: 'rejected', at: good.recordedAt },
  });
  expect(JSON.stringify(await rawTables(id))).not.toContain('not allowed');
  await sync.retry(hub, [bad]);
  expect(await shown(phone, [bad, good])).toEqual(['waiting', 'waiting']);
  expect(await outgoing(hub)).toHaveLength(2);
});

test('all that a connection refused is put back at once', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make } = phone;
  const made = [await make('a'), await make('b'), await make('c')];
  await sync.settle(
    hub,
    made.slice(1).map(({ id, rev }) => ({ id, rev, to: 'refused', why: 'no', reason: 'too-large' })),
  );
  expect(await shown(phone, made)).toEqual(['waiting', 'refused', 'refused']);
  await sync.retry(hub);
  expect(await shown(phone, made)).toEqual(['waiting', 'waiting', 'waiting']);
});

test('what was taken back, erased or received since it was read is named, and not sent', async () => {
  const { sync, hub, make, change, vault } = await openSyncPhone();
  const [kept, back, erased, there] = [await make('a'), await make('b'), await make('c'), await make('d')];
  await change(back, { audience: 'me' });
  saved(await vault.write([{ do: 'erase', id: erased.id }]));
  await sync.settle(hub, received([there]));
  const marked = await sync.markSending(hub, [kept, back, erased, there]);
  expect(marked).toMatchObject({ status: 'kept' });
  expect(marked.gone?.map(({ id }) => id)).toEqual([back.id, erased.id, there.id]);
});

test.each([3, 60])('the app is closed while %i are on their way: all count as tried', async (count) => {
  const phone = await openSyncPhone();
  const { sync, hub, make } = phone;
  const made: Version[] = [];
  for (let at = 0; at < count; at++) made.push(await make(`${at}`));
  await sync.markSending(hub, made);
  expect(new Set(await shown(phone, made))).toEqual(new Set(['sending']));
  phone.vault.close();
  const vault = await phone.openTab();
  const again = { ...phone, vault, sync: await vault.sync() };
  await again.sync.settle(hub, received(made.slice(0, 1)));
  await again.sync.endSending(hub);
  expect(await shown(again, made)).toEqual([undefined, ...made.slice(1).map(() => 'tried')]);
});

test('what a Plotline of before noted as on its way is still seen so', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make, change, vault, id } = phone;
  const [seen, other] = [await make('seen'), await make('other')];
  const raw = new Dexie(vaultName(id), { autoOpen: true });
  await raw.open();
  await raw
    .table('sending')
    .put({ connection: hub, keys: [seen, other].map(({ id, rev }) => ({ id, rev })) });
  raw.close();
  expect(await shown(phone, [seen, other])).toEqual(['sending', 'sending']);
  await change(seen, { audience: 'me' });
  expect(await vault.history(seen.id)).toMatchObject([{ delivery: 'ending' }, { delivery: 'received' }]);
  await sync.endSending(hub);
  expect(await shown(phone, [other])).toEqual(['tried']);
  expect((await rawTables(id))['sending']).toEqual([]);
});

test.each([1, 60])('a share taken back while %i are on their way: others hear of it', async (count) => {
  const { sync, hub, make, change, outgoing } = await openSyncPhone();
  const seen = await make('seen');
  const others: Version[] = [];
  for (let at = 1; at < count; at++) others.push(await make(`${at}`));
  await sync.markSending(hub, [seen, ...others]);
  const ended = await change(seen, { audience: 'me' });
  expect((await outgoing(hub)).map(({ version: { rev } }) => rev)).toEqual([
    ended.rev,
    ...others.map(({ rev }) => rev),
  ]);
});

test('what was refused and then written anew waits for nobody', async () => {
  const phone = await openSyncPhone();
  const { sync, hub, make, change, vault } = phone;
  const bold = await make('too bold');
  const { id, rev } = bold;
  await sync.settle(hub, [{ id, rev, to: 'refused', why: 'no', reason: 'rejected' }]);
  const mild = await change(bold, { what: 'mild' });
  expect(await shown(phone, [bold, mild])).toEqual([undefined, 'waiting']);
  await sync.settle(hub, received([mild]));
  expect(await vault.history(id)).toMatchObject([{ delivery: 'received' }, { delivery: 'here' }]);
});

type Step = { do: 'mark' | 'receive' | 'try' | 'refuse' | 'retry' | 'crash'; which: number[] };

test('whatever is told in whatever order, what is not proven received is still to be sent or shown', async () => {
  const step = fc.record<Step>({
    do: fc.constantFrom('mark', 'receive', 'try', 'refuse', 'retry', 'crash'),
    which: fc.uniqueArray(fc.nat({ max: 29 }), { minLength: 1, maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const phone = await openSyncPhone();
      const made: Version[] = [];
      for (let at = 0; at < 30; at++) made.push(await phone.make(`${at}`));
      const proven = new Set<string>();
      let { sync, vault } = phone;
      for (const { do: what, which } of steps) {
        const some = which.flatMap((at) => made[at] ?? []);
        const all = (to: 'received' | 'tried') => some.map(({ id, rev }) => ({ id, rev, to }));
        if (what === 'mark') await sync.markSending(phone.hub, some);
        if (what === 'try') await sync.settle(phone.hub, all('tried'));
        if (what === 'retry') await sync.retry(phone.hub, some);
        if (what === 'refuse') {
          const refused = { to: 'refused', why: 'no', reason: 'rejected' } as const;
          await sync.settle(
            phone.hub,
            some.map(({ id, rev }) => ({ id, rev, ...refused })),
          );
        }
        if (what === 'receive') {
          await sync.settle(phone.hub, all('received'));
          for (const { rev } of some) proven.add(rev);
        }
        if (what === 'crash') {
          vault.close();
          vault = await phone.openTab();
          sync = await vault.sync();
          await sync.endSending(phone.hub);
        }
      }
      const states = await shown({ ...phone, sync }, made);
      const listed = made.filter((_, at) => states[at] !== undefined).map(({ rev }) => rev);
      expect(listed).toEqual(made.filter(({ rev }) => !proven.has(rev)).map(({ rev }) => rev));
      const refused = new Set(made.filter((_, at) => states[at] === 'refused').map(({ rev }) => rev));
      const sent = (await sync.outgoing(phone.hub, { limit: 100 })).items.map(({ version: { rev } }) => rev);
      expect(sent).toEqual(listed.filter((rev) => !refused.has(rev)));
      vault.close();
    }),
    { numRuns: 20 },
  );
});
