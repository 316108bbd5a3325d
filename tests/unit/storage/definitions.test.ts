/** What instruments say of themselves, kept beside the records that came with it. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openTestVault, rawTables, tamper, until } from '../../support/vault.ts';
import { version } from '../../support/versions.ts';

const soil = { id: 'soil', version: 1, title: { en: 'Soil', zz: 'x' }, '10': 'kept', more: [1.5, null] };
const water = { id: 'water', version: 1, title: { en: 'Water' } };

const rowsOf = async (id: string) => (await rawTables(id))['definitions'] ?? [];

test('each is kept once, whole, in the order they came, and shown in every window', async () => {
  const phone = await openTestVault();
  await phone.vault.apply([version(1)], [water, soil]);
  phone.environment.time += 5;
  await phone.vault.apply([], [soil, { title: water.title, version: 1, id: 'water' }]);
  await phone.vault.apply([], [{ ...soil, version: 2 }]);
  const tab = await phone.openTab();
  const kept = [water, soil, { ...soil, version: 2 }];
  expect((await tab.definitions()).map((one) => JSON.stringify(one))).toEqual(
    kept.map((one) => JSON.stringify(one)),
  );
  expect(await until(tab.watchDefinitions(), (all) => all.length === 3)).toEqual(kept);
  const seen = until(tab.watchDefinitions(), (all) => all.length === 4);
  await phone.vault.apply([], [{ ...soil, version: 3 }]);
  expect(await seen).toHaveLength(4);
});

test('a damaged one hides no other, and is mended by the same file', async () => {
  const phone = await openTestVault();
  await phone.vault.apply([], [soil, water]);
  const [row] = await rowsOf(phone.id);
  const name = String(Reflect.get(Object(row), 'name'));
  await tamper(phone.id, 'definitions', name, { sealed: new ArrayBuffer(40) });
  expect(await phone.vault.definitions()).toHaveLength(1);
  await phone.vault.apply([], [soil, water]);
  expect(await phone.vault.definitions()).toHaveLength(2);
  expect(await rowsOf(phone.id)).toHaveLength(2);
});
