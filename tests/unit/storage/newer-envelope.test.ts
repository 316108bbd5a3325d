/** What a newer app says of a version besides what this one knows: kept sealed, given back, passed on as it came. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { digestOf } from '../../../src/sync/protocol/wire.ts';
import { openSyncPhone } from '../../support/sync-phone.ts';
import { plan, rawTables, saved } from '../../support/vault.ts';
import { revOf, version } from '../../support/versions.ts';

async function phoneWithNewer(besides: object = { mood: 'calm', weather: ['dry', { wind: 2 }] }) {
  const phone = await openSyncPhone();
  const newer = { ...version(1, { subject: phone.owner.personId }), ...besides };
  const page = { versions: [newer], setAside: [], cursor: 'c' };
  expect(await phone.sync.takeIn(phone.hub, page)).toMatchObject({ added: 1 });
  return { ...phone, newer, page };
}

test('it is the same version when it is listed again, and once it is no longer the current one', async () => {
  const { sync, hub, vault, newer, page } = await phoneWithNewer();
  expect(await vault.get(newer.id)).toMatchObject({ status: 'ok', version: newer });
  expect(await sync.takeIn(hub, page)).toMatchObject({ added: 0, known: 1, clashes: [] });
  const later = version(2, { base: revOf(1), subject: newer.subject });
  expect(await sync.takeIn(hub, { ...page, versions: [later] })).toMatchObject({ added: 1 });
  expect(await sync.takeIn(hub, page)).toMatchObject({ added: 0, known: 1, clashes: [] });
  expect(await vault.history(newer.id)).toMatchObject([{ version: later }, { version: newer }]);
});

test('it is passed on with the digest that it came with, also by a phone that was opened anew', async () => {
  const { vault, openTab, connect, outgoing, newer } = await phoneWithNewer();
  const own = await connect('mine');
  const [one] = await outgoing(own);
  expect(one && (await digestOf(one.version))).toBe(await digestOf(newer));
  vault.close();
  const again = await openTab();
  const { items } = await (await again.sync()).outgoing(own, { limit: 9 });
  expect(items.map(({ version: sent }) => sent)).toEqual([newer]);
});

test('what is said of its author besides is passed on as it came, and is part of what it is', async () => {
  const author = { ...version(1).author, via: { device: 'a watch' } };
  const { vault, sync, hub, connect, outgoing, newer, page } = await phoneWithNewer({ author });
  expect(await vault.get(newer.id)).toMatchObject({ version: { author } });
  expect(await sync.takeIn(hub, page)).toMatchObject({ added: 0, known: 1, clashes: [] });
  const [one] = await outgoing(await connect('mine'));
  expect(one && (await digestOf(one.version))).toBe(await digestOf(newer));
});

test('none of it stands in the clear, and none of it is taken for what this app notes of a row', async () => {
  const hostile = {
    envelope: true,
    unsent: 'never-left',
    rivals: 7,
    at: '1999',
    attachments: ['x'],
    sealed: 'calm',
  };
  const { vault, id, newer } = await phoneWithNewer(hostile);
  expect(await vault.get(newer.id)).toMatchObject({ status: 'ok', delivery: 'received' });
  const [row] = (await rawTables(id))['records'] ?? [];
  expect(row).toMatchObject({ at: newer.occurredAt, rivals: 0, attachments: [] });
  expect(row).not.toHaveProperty('unsent');
  const { id: other } = await phoneWithNewer();
  const clear = JSON.stringify(await rawTables(other));
  expect(clear).toContain(newer.rev);
  expect(clear).not.toMatch(/mood|calm|weather/);
});

test('a change goes on from it without losing it; erasing leaves nothing of it', async () => {
  const { vault, newer } = await phoneWithNewer();
  const { id, rev } = newer;
  const changed = saved(
    await vault.write([{ do: 'edit', id, kind: plan, base: rev, body: { what: 'changed here' } }]),
  );
  expect(changed).toMatchObject({ mood: 'calm' });
  const erased = saved(await vault.write([{ do: 'erase', id }]));
  expect(erased).not.toHaveProperty('mood');
});
