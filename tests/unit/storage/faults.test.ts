import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { bodies, openTestVault, plan, rawTables, saved, type TestVault } from '../../support/vault.ts';

afterEach(() => {
  vi.restoreAllMocks();
  losing = { times: 0, name: '' };
  connections.clear();
});

const create = (phone: TestVault, what: string) =>
  ({
    do: 'create',
    id: phone.newId(),
    kind: plan,
    subject: phone.owner.personId,
    body: { what },
    audience: 'team',
  }) as const;

// Dexie holds on to `transaction` when it opens, so it is replaced before.
const begin: IDBDatabase['transaction'] = Object.getOwnPropertyDescriptor(
  IDBDatabase.prototype,
  'transaction',
)?.value;
const connections = new Set<IDBDatabase>();
const dead = new WeakSet<IDBDatabase>();
let losing = { times: 0, name: '' };
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...how) {
  connections.add(this);
  if (losing.times-- > 0 || dead.has(this))
    throw new DOMException('Connection to Indexed Database server lost', losing.name);
  return begin.apply(this, how);
};

/** Lets the next `times` transactions fail as a browser's do when it has lost its database. */
function loseConnection(times: number, name: string): void {
  losing = { times, name };
}

/** Does something else where a row is written into one table. */
function onWriting(
  table: string,
  instead: (store: IDBObjectStore, write: () => IDBRequest) => IDBRequest,
): void {
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...how) {
      const asUsual = (): IDBRequest<IDBValidKey> => write.apply(this, how);
      return this.name === table ? instead(this, asUsual) : asUsual();
    });
  }
}

/** Lets every write into one table fail for want of room. */
function fillDisk(table: string): void {
  onWriting(table, () => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
}

test.each(['InvalidStateError', 'UnknownError', 'DatabaseClosedError', 'AbortError'])(
  'the connection died (%s): the record is there, once',
  async (name) => {
    const phone = await openTestVault();
    const change = create(phone, 'dig');
    loseConnection(1, name);
    const version = saved(await phone.vault.write([change]));
    expect(losing.times).toBeLessThan(0);
    expect(await phone.vault.history(change.id)).toMatchObject([{ status: 'ok', version }]);
    expect(phone.broken).toEqual([]);
  },
);

test('a connection that stays dead is replaced by a new one, once for all who found it dead', async () => {
  const phone = await openTestVault();
  const changes = ['a', 'b', 'c', 'd', 'e'].map((what) => create(phone, what));
  for (const connection of connections) dead.add(connection);
  losing.name = 'UnknownError';
  const open = vi.spyOn(indexedDB, 'open');
  const outcomes = await Promise.all(changes.map((change) => phone.vault.write([change])));
  expect(outcomes.map((outcome) => outcome.status)).toEqual(changes.map(() => 'saved'));
  expect(open).toHaveBeenCalledTimes(1);
  expect((await phone.vault.list({})).items).toHaveLength(5);
});

test('the connection was closed under the app: reading, drafts and live queries go on', async () => {
  const phone = await openTestVault();
  const id = create(phone, 'dig').id;
  saved(await phone.vault.write([{ ...create(phone, 'dig'), id }]));
  const seen: unknown[][] = [];
  const stop = phone.vault.watchList({}).subscribe((page) => seen.push(bodies(page.items)));
  await expect.poll(() => seen).toEqual([[{ what: 'dig' }]]);
  for (const connection of connections) connection.close();
  const [found, draft] = await Promise.all([phone.vault.get(id), phone.vault.saveDraft('plan:x', { a: 1 })]);
  expect([found?.status, draft.status]).toEqual(['ok', 'saved']);
  loseConnection(2, 'UnknownError');
  expect((await phone.vault.get(id))?.status).toBe('ok');
  saved(await phone.vault.write([create(phone, 'plant')]));
  await expect.poll(() => seen.at(-1)).toHaveLength(2);
  stop();
});

test('the database cannot be reached: that is said, and the draft is still there after', async () => {
  const phone = await openTestVault();
  await phone.vault.saveDraft('plan:x', { what: 'half' });
  const change = create(phone, 'dig');
  loseConnection(1000, 'UnknownError');
  expect(await phone.vault.write([change], { draft: 'plan:x' })).toMatchObject({
    status: 'unavailable',
    why: expect.stringContaining('Indexed Database'),
  });
  expect(await phone.vault.saveDraft('plan:x', 1)).toMatchObject({ status: 'unavailable' });
  await expect(phone.vault.get(change.id)).rejects.toThrow(/database/);
  expect(phone.broken).toContain('unreachable');
  loseConnection(0, '');
  expect(await phone.vault.draft('plan:x')).toMatchObject({ value: { what: 'half' } });
  expect(await phone.vault.get(change.id)).toBeNull();
});

test.each(['records', 'outbox'])(
  'the disk is full (%s): that is said, and nothing is half-written',
  async (table) => {
    const phone = await openTestVault();
    await phone.vault.saveDraft('plan:x', { what: 'half' });
    const change = create(phone, 'dig');
    fillDisk(table);
    expect(await phone.vault.write([change], { draft: 'plan:x' })).toEqual({ status: 'full' });
    vi.restoreAllMocks();
    expect(await rawTables(phone.id)).toMatchObject({ records: [], history: [], outbox: [] });
    expect(await phone.vault.draft('plan:x')).toMatchObject({ value: { what: 'half' } });
    saved(await phone.vault.write([change], { draft: 'plan:x' }));
    expect(await phone.vault.draft('plan:x')).toBeNull();
  },
);

test('the disk is found to be full only when the transaction ends', async () => {
  const phone = await openTestVault();
  onWriting('outbox', ({ transaction }, write) => {
    const request = write();
    // What browsers do when the commit fails: the transaction aborts with the reason.
    request.addEventListener('success', () => {
      Reflect.apply(Reflect.get(transaction, '_abort'), transaction, ['QuotaExceededError']);
    });
    return request;
  });
  expect(await phone.vault.write([create(phone, 'dig')])).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  expect(await rawTables(phone.id)).toMatchObject({ records: [], outbox: [] });
});

test('drafts and photos say so too when there is no room', async () => {
  const phone = await openTestVault();
  await phone.vault.saveDraft('plan:x', { what: 'before' });
  fillDisk('drafts');
  expect(await phone.vault.saveDraft('plan:x', { what: 'after' })).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  fillDisk('attachments');
  expect(await phone.vault.keepAttachment(new ArrayBuffer(9), { type: 'audio/webm' })).toEqual({
    status: 'full',
  });
  vi.restoreAllMocks();
  expect(await phone.vault.draft('plan:x')).toMatchObject({ value: { what: 'before' } });
});

test('the answer to a save was lost with the connection: it is saved once all the same', async () => {
  const phone = await openTestVault();
  const change = create(phone, 'dig');
  // The transaction completes, then the connection dies before the app hears of it.
  const prototype: { transaction(...how: unknown[]): unknown } = Dexie.prototype;
  const { transaction } = prototype;
  let lost = 0;
  vi.spyOn(prototype, 'transaction').mockImplementation(function (this: Dexie, ...how) {
    const running: unknown = Reflect.apply(transaction, this, how);
    const done = Dexie.Promise.resolve(running);
    if (lost > 0) return done;
    lost += 1;
    return done.then(() => {
      throw new DOMException('Connection to server lost', 'UnknownError');
    });
  });
  const version = saved(await phone.vault.write([change]));
  expect(lost).toBe(1);
  expect(await rawTables(phone.id)).toMatchObject({
    records: [{ rev: version.rev }],
    history: [],
    outbox: [{}],
  });
});

test('a defect is no dead connection: it is thrown, not tried again', async () => {
  const phone = await openTestVault();
  const notAKey = JSON.parse('{}');
  await expect(phone.vault.get(notAKey)).rejects.toThrow(/key/i);
  expect(phone.broken).toEqual([]);
});

test('after closing nothing opens the database again', async () => {
  const phone = await openTestVault();
  phone.vault.close();
  expect(await phone.vault.write([create(phone, 'dig')])).toEqual({ status: 'unavailable', why: 'closed' });
  expect(phone.broken).toEqual([]);
});
