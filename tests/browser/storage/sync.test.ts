/** What sync asks of the vault, in a real browser: transactions end there when they have nothing to do. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { defineRecord } from '../../../src/core/define-record.ts';
import type { Environment } from '../../../src/core/environment.ts';
import { createId } from '../../../src/core/ids.ts';
import type { SyncStore } from '../../../src/core/sync-store.ts';
import type { Version } from '../../../src/core/version.ts';
import { openDirectory, type Directory, type VaultEntry } from '../../../src/storage/directory.ts';
import { openVault, type Vault } from '../../../src/storage/open-vault.ts';

const note = defineRecord({
  kind: 'note',
  schema: 1,
  body: z.object({ text: z.string() }),
  summary: (body) => ({ title: { said: body.text } }),
  lines: () => [],
});
const environment: Environment = {
  now: () => Date.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

let directory: Directory;
let entry: VaultEntry;
let vault: Vault;
let sync: SyncStore;
const hub = createId(environment);

beforeEach(async () => {
  directory = await openDirectory(environment);
  entry = await directory.create({ label: 'Inês', ownPhone: true });
  const owner = { personId: entry.personId, role: 'worker' } as const;
  vault = await openVault(entry, { environment, records: new Map([[note.kind, note]]), owner });
  sync = await vault.sync();
  await sync.saveConnection({ id: hub, carries: 'everything', settings: { token: 'xyz' } });
});

afterEach(async () => {
  vault.close();
  await directory.remove(entry.id);
  directory.close();
});

function versionAt(at: number, parts: Partial<Version> = {}): Version {
  return {
    id: createId(environment),
    rev: `${(1_700_000_000_000 + at).toString(16).padStart(12, '0')}-0000-othernode`,
    base: null,
    kind: 'note',
    schema: 1,
    subject: entry.personId,
    author: { id: entry.personId, role: 'worker' },
    occurredAt: '2026-05-01',
    recordedAt: '2026-05-01T09:00:00.000Z',
    audience: 'team',
    body: { text: `note ${at}` },
    ...parts,
  };
}

const page = (versions: Version[], cursor: string) => ({ versions, setAside: [], cursor });

test('big and small pages, doubles, edits, the end of a share and an erasure are taken in', async () => {
  const many = Array.from({ length: 300 }, (_, at) => versionAt(at));
  const [first, second, third] = many;
  if (!first || !second || !third) throw new Error('too few');
  expect(await sync.takeIn(hub, page(many, '1'))).toMatchObject({ added: 300, known: 0 });
  expect(await sync.takeIn(hub, page(many, '2'))).toMatchObject({ added: 0, known: 300 });
  expect(await sync.takeIn(hub, page([], '3'))).toMatchObject({ added: 0 });
  const { id, rev } = first;
  const later = [
    versionAt(400, { id, base: rev, body: { text: 'edited' } }),
    versionAt(401, { id: second.id, base: second.rev, audience: 'me', body: null }),
    versionAt(402, { id: third.id, base: third.rev, removed: 'erased', body: null }),
  ];
  expect(await sync.takeIn(hub, page(later, '4'))).toMatchObject({ added: 3, clashes: [] });
  expect(await sync.takeIn(hub, page(later, '5'))).toMatchObject({ added: 0, known: 3 });
  expect((await vault.list({ limit: 400 })).items).toHaveLength(298);
  expect(await vault.get(id)).toMatchObject({ version: { body: { text: 'edited' } } });
  expect([await vault.get(second.id), await sync.cursor(hub)]).toEqual([null, '5']);
});

test('what is written is sent in batches until every one is received', async () => {
  const { personId: subject } = entry;
  const texts = Array.from({ length: 250 }, (_, at) => `${at}`);
  const outcome = await vault.write(
    texts.map((text) => {
      const parts = { id: createId(environment), kind: note, subject, body: { text } };
      return { do: 'create', ...parts, audience: 'team' } as const;
    }),
  );
  expect(outcome.status).toBe('saved');
  const sent: string[] = [];
  for (;;) {
    const { items } = await sync.outgoing(hub, { limit: 100 });
    if (items.length === 0) break;
    const keys = items.map(({ version: { id, rev } }) => ({ id, rev }));
    expect(await sync.markSending(hub, keys)).toEqual({ status: 'kept' });
    expect(
      await sync.settle(
        hub,
        keys.map((key) => ({ ...key, to: 'received' })),
      ),
    ).toEqual({
      status: 'kept',
    });
    sent.push(...keys.map(({ id }) => id));
  }
  expect(new Set(sent).size).toBe(250);
  expect(await sync.endSending(hub)).toEqual({ status: 'kept' });
  expect(await sync.retry(hub)).toEqual({ status: 'kept' });
  expect((await vault.list({ limit: 1 })).items).toMatchObject([{ delivery: 'received' }]);
  expect(await sync.queueAgain(hub)).toEqual({ status: 'kept' });
  expect((await sync.outgoing(hub, { limit: 500 })).items).toHaveLength(250);
});
