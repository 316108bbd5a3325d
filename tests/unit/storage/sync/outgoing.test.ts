import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Version } from '../../../../src/core/version.ts';
import { openSyncPhone, received } from '../../../support/sync-phone.ts';
import { rawTables, saved, tamper } from '../../../support/vault.ts';

test('what is shared is to be sent, what is private is not', async () => {
  const { make, outgoing, hub } = await openSyncPhone();
  const shared = await make('for all');
  await make('mine', { audience: 'me' });
  expect(await outgoing(hub)).toEqual([{ version: shared, attachments: [], wordsThere: false }]);
});

test('people and projects go before what refers to them, and versions of a record in their order', async () => {
  const { make, change, outgoing, hub, newId, environment } = await openSyncPhone();
  const first = await make('dig');
  const second = await change(first, { what: 'dig deep' });
  environment.time += 10;
  const garden = newId();
  const project = await make('garden', { id: garden, subject: garden });
  const renamed = await change(project, { what: 'our garden' });
  const other = await make('plant', { subject: garden });
  for (const limit of [1, 2, 3, 100]) {
    const sent = (await outgoing(hub, limit)).map(({ version }) => version.rev);
    expect(sent).toEqual([project, renamed, first, second, other].map(({ rev }) => rev));
  }
});

test('what was received is not sent again, what was only tried is', async () => {
  const { make, outgoing, hub, sync, vault } = await openSyncPhone();
  const [a, b, c] = [await make('a'), await make('b'), await make('c')];
  expect(await sync.markSending(hub, [a, b, c])).toEqual({ status: 'kept' });
  expect(await vault.get(a.id)).toMatchObject({ delivery: 'sending' });
  await sync.settle(hub, [...received([a]), { id: b.id, rev: b.rev, to: 'tried' }]);
  expect((await outgoing(hub)).map(({ version }) => version)).toEqual([b, c]);
  await sync.endSending(hub);
  const found = await Promise.all([a, b, c].map(({ id }) => vault.get(id)));
  expect(found).toMatchObject([{ delivery: 'received' }, { delivery: 'here' }, { delivery: 'here' }]);
});

test('words that arrived wait for their photos, and are only asked for with them', async () => {
  const { make, photo, hub, sync } = await openSyncPhone();
  const ref = await photo('face');
  const { id, rev } = await make('a', { photos: [ref] });
  await sync.settle(hub, [{ id, rev, to: 'words-there' }]);
  expect((await sync.outgoing(hub, { limit: 9 })).items).toEqual([]);
  const { items } = await sync.outgoing(hub, { limit: 9, withWordsThere: true });
  expect(items).toMatchObject([{ version: { id }, attachments: [ref], wordsThere: true }]);
});

test('a damaged version stops nothing: it is set aside and said', async () => {
  const { make, outgoing, hub, openTab, id, vault } = await openSyncPhone();
  const [good, bad] = [await make('good'), await make('bad')];
  await tamper(id, 'records', bad.id, { sealed: new ArrayBuffer(40) });
  const sync = await (await openTab()).sync();
  expect((await sync.outgoing(hub, { limit: 9 })).items).toMatchObject([{ version: good }]);
  expect((await outgoing(hub)).map(({ version }) => version.id)).toEqual([good.id]);
  expect((await rawTables(id))['outbox']).toMatchObject([{}, { by: { [hub]: { state: 'refused' } } }]);
  saved(await vault.write([{ do: 'erase', id: bad.id }]));
  expect((await outgoing(hub)).map(({ version }) => version.id)).toEqual([good.id, bad.id]);
});

test('the end of a share goes without words', async () => {
  const { make, change, outgoing, hub, sync } = await openSyncPhone();
  const shared = await make('too much');
  await sync.settle(hub, received([shared]));
  const ended = await change(shared, { audience: 'me' });
  expect(await outgoing(hub)).toEqual([
    { version: { ...ended, body: null }, attachments: [], wordsThere: false },
  ]);
});

test('records that are not to be sent stand between those that are: each is still sent, once and in order', async () => {
  const { make, outgoing, hub } = await openSyncPhone();
  const shared: Version[] = [];
  for (let at = 0; at < 12; at += 1) {
    shared.push(await make(`shared ${at}`));
    for (let more = 0; more < 4; more += 1) await make('mine', { audience: 'me' });
  }
  for (const limit of [3, 100]) {
    expect((await outgoing(hub, limit)).map(({ version }) => version)).toEqual(shared);
  }
});
