/** The whole way of a record in a real browser: sealed, written, watched, read, erased, opened again. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { defineRecord, type RecordKinds } from '../../../src/core/define-record.ts';
import type { Environment } from '../../../src/core/environment.ts';
import { createId } from '../../../src/core/ids.ts';
import { openDirectory, type Directory, type VaultEntry } from '../../../src/storage/directory.ts';
import { openVault, type Vault } from '../../../src/storage/open-vault.ts';

const note = defineRecord({
  kind: 'note',
  schema: 1,
  body: z.object({ text: z.string(), photo: z.optional(z.object({ sha256: z.string() })) }),
  summary: (body) => ({ title: { said: body.text } }),
  lines: () => [],
});
const records: RecordKinds = new Map([note].map((kind) => [kind.kind, kind]));
const environment: Environment = {
  now: () => Date.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

let open: Vault[] = [];
let directory: Directory;
let entry: VaultEntry;

beforeEach(async () => {
  directory = await openDirectory(environment);
  entry = await directory.create({ label: 'Inês', ownPhone: true });
});

afterEach(async () => {
  for (const vault of open) vault.close();
  open = [];
  await directory.remove(entry.id);
  directory.close();
});

/** Another tab, or another start: the entry comes from the database, with its key. */
async function openTab(): Promise<{ vault: Vault; personId: string }> {
  const found = (await directory.list()).find(({ id }) => id === entry.id);
  if (!found) throw new Error('the entry is not listed');
  const { personId } = found;
  const vault = await openVault(found, { environment, records, owner: { personId, role: 'participant' } });
  open.push(vault);
  return { vault, personId };
}

test('a record is sealed, saved, watched in two tabs, edited, found after a restart, and erased', async () => {
  const { vault, personId: subject } = await openTab();
  const { vault: other } = await openTab();
  const seen: string[][] = [];
  const stop = other.watchList({ subject, limit: 10 }).subscribe((page) => {
    seen.push(
      page.items.map((found) =>
        found.status === 'ok' ? note.body.parse(found.version.body).text : found.status,
      ),
    );
  });

  const kept = await vault.keepAttachment(new Uint8Array(200_000).fill(7).buffer, { type: 'image/jpeg' });
  expect(kept.status).toBe('kept');
  const photo = { sha256: kept.status === 'kept' ? kept.ref.sha256 : '' };
  await vault.saveDraft('note:me', { text: 'fir' });
  const id = createId(environment);
  const created = await vault.write(
    [{ do: 'create', id, kind: note, subject, body: { text: 'first light', photo } }],
    { draft: 'note:me' },
  );
  expect(created.status).toBe('saved');
  expect(await vault.draft('note:me')).toBeNull();
  await expect.poll(() => seen.at(-1)).toEqual(['first light']);

  const base = created.status === 'saved' ? (created.versions[0]?.rev ?? '') : '';
  await vault.write([{ do: 'edit', id, kind: note, base, body: { text: 'second thoughts', photo } }]);
  await expect.poll(() => seen.at(-1)).toEqual(['second thoughts']);

  for (const each of open) each.close();
  const { vault: again } = await openTab();
  expect(await again.get(id)).toMatchObject({ status: 'ok', version: { body: { text: 'second thoughts' } } });
  expect(await again.history(id)).toHaveLength(2);
  expect((await again.attachment(photo.sha256))?.byteLength).toBe(200_000);

  expect((await again.write([{ do: 'erase', id }])).status).toBe('saved');
  expect(await again.list({})).toEqual({ items: [], next: null });
  expect(await again.history(id)).toMatchObject([{ version: { removed: 'erased', body: null } }]);
  expect(await again.attachment(photo.sha256)).toBeNull();
  stop();
});

test('two tabs writing at once lose nothing', async () => {
  const { vault, personId: subject } = await openTab();
  const { vault: other } = await openTab();
  const write = (tab: Vault, at: number) =>
    tab.write([{ do: 'create', id: createId(environment), kind: note, subject, body: { text: `${at}` } }]);
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, at) => write(at % 2 ? vault : other, at)),
  );
  expect(outcomes.every((outcome) => outcome.status === 'saved')).toBe(true);
  const { items } = await vault.list({ subject });
  expect(items.filter((found) => found.status === 'ok')).toHaveLength(40);
});

test('writes are asked to be on the disk before they count', async () => {
  const { vault, personId: subject } = await openTab();
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  for (const each of open) each.close();
  const { vault: again } = await openTab();
  await again.write([{ do: 'create', id: createId(environment), kind: note, subject, body: { text: 'x' } }]);
  const writes = begin.mock.results.flatMap(({ value }) => (value instanceof IDBTransaction ? [value] : []));
  const strict = writes.filter((transaction) => transaction.mode === 'readwrite');
  begin.mockRestore();
  expect(strict.length).toBeGreaterThan(0);
  expect(new Set(strict.map((transaction) => transaction.durability))).toEqual(new Set(['strict']));
  vault.close();
});
