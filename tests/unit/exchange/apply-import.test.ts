/** Taking a file in: all of it or nothing, whatever comes between. */
import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../src/core/store.ts';
import { applyImport } from '../../../src/exchange/apply-import.ts';
import type { ReadyImport } from '../../../src/exchange/import-check.ts';
import { readImport } from '../../../src/exchange/read-import.ts';
import type { Vault } from '../../../src/storage/open-vault.ts';
import { contentsOf, emptyVault, fillVault, looking, reopen, zipOf } from './sample.ts';

let file: Blob;
let check: ReadyImport;
let vault: Vault;
let before: unknown;

beforeEach(async () => {
  const source = await emptyVault();
  await fillVault(source);
  file = await zipOf(source);
  vault = await emptyVault();
  await fillVault(vault);
  before = await contentsOf(vault);
  const read = await readImport(file, { ...looking, store: vault });
  if (read.status !== 'ready') throw new Error(read.status);
  check = read;
});

/** Nothing has changed, and doing it again gives everything. */
async function unharmed() {
  expect(await contentsOf(vault)).toEqual(before);
  expect(await applyImport(vault, check)).toMatchObject({ status: 'imported', added: 8, attachments: 2 });
  expect(await contentsOf(vault)).toHaveLength(16);
}

test('stopped at the first photo, or just before the records', async () => {
  for (const at of [0, 1, 2]) {
    const stop = new AbortController();
    let kept = 0;
    const store: Pick<Store, 'keepAttachment' | 'apply' | 'dropUnused'> = {
      dropUnused: (names) => vault.dropUnused(names),
      apply: (versions) => vault.apply(versions),
      async keepAttachment(bytes, about) {
        kept += 1;
        if (kept === at) stop.abort();
        return vault.keepAttachment(bytes, about);
      },
    };
    if (at === 0) stop.abort();
    expect(await applyImport(store, check, { signal: stop.signal })).toEqual({ status: 'stopped' });
    expect(kept).toBe(at);
  }
  await unharmed();
});

test('a full phone, at a photo or at the records', async () => {
  const full = async () => ({ status: 'full' as const });
  expect(await applyImport({ ...vault, keepAttachment: full }, check)).toEqual({ status: 'full' });
  expect(await applyImport({ ...vault, apply: full }, check)).toEqual({ status: 'full' });
  await unharmed();
});

test('a database out of reach', async () => {
  const unavailable = async () => ({ status: 'unavailable' as const, why: 'closed' });
  expect(await applyImport({ ...vault, keepAttachment: unavailable }, check)).toEqual(await unavailable());
  expect(await applyImport({ ...vault, apply: unavailable }, check)).toEqual(await unavailable());
  await unharmed();
});

test('a file that is gone, or has become another, after it was looked through', async () => {
  const gone = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const changed = () => Promise.resolve(null);
  for (const read of [gone, changed]) {
    const attachments = check.content.attachments.map((one) => ({ ...one, read }));
    const content = { ...check.content, attachments };
    expect(await applyImport(vault, { ...check, content })).toEqual({ status: 'unreadable' });
  }
  await unharmed();
});

test('the tab closed while the records were written: none of them is there', async () => {
  const apply: Store['apply'] = async (versions) => {
    const writing = vault.apply(versions);
    vault.close();
    return writing;
  };
  const outcome = await applyImport({ ...vault, apply }, check).catch(() => null);
  expect(outcome?.status).not.toBe('imported');
  vault = await reopen(vault);
  await unharmed();
});

test('photos that came for nothing are gone at once: broken off, on a full phone, or of what is erased here', async () => {
  const names = check.content.attachments.map(({ ref }) => ref.sha256);
  const here = async (into: Vault) =>
    Promise.all(names.map(async (name) => (await into.attachment(name)) !== null));
  const empty = await emptyVault();
  const full = { ...empty, apply: async () => ({ status: 'full' as const }) };
  expect(await applyImport(full, check)).toEqual({ status: 'full' });
  expect(await here(empty)).toEqual([false, false]);
  const stop = new AbortController();
  const stopping: Vault = {
    ...empty,
    keepAttachment(bytes, about) {
      stop.abort();
      return empty.keepAttachment(bytes, about);
    },
  };
  expect(await applyImport(stopping, check, { signal: stop.signal })).toEqual({ status: 'stopped' });
  expect(await here(empty)).toEqual([false, false]);

  await applyImport(empty, check);
  expect(await here(empty)).toEqual([true, true]);
  const able = check.content.versions.find(({ kind }) => kind === 'asset');
  await empty.write([{ do: 'erase', id: able?.id ?? '' }]);
  expect(await applyImport(empty, check)).toMatchObject({ status: 'imported', added: 0 });
  expect(await here(empty)).toEqual([false, false]);
});

test('what was erased here stays erased', async () => {
  await applyImport(vault, check);
  const reflection = check.content.versions.find(({ kind, removed }) => kind === 'reflection' && !removed);
  if (!reflection) throw new Error('no reflection');
  await vault.write([{ do: 'erase', id: reflection.id }]);
  expect(await applyImport(vault, check)).toMatchObject({ status: 'imported', added: 0, erased: 2 });
  const left = (await contentsOf(vault)).filter(({ id }) => id === reflection.id);
  expect(left).toMatchObject([{ removed: 'erased', body: null }]);
});

test('looking through a file can be stopped, and says when the store is out of reach', async () => {
  const stop = new AbortController();
  stop.abort();
  expect(await readImport(file, { ...looking, signal: stop.signal })).toEqual({ status: 'stopped' });
  expect(await readImport(file, { ...looking, store: vault, signal: stop.signal })).toEqual({
    status: 'stopped',
  });
  const store: Store = {
    ...vault,
    // oxlint-disable-next-line require-yield -- it fails before it gives anything
    async *everything() {
      throw new Error('closed');
    },
  };
  expect(await readImport(file, { ...looking, store })).toEqual({ status: 'unavailable', why: 'closed' });
});
