/** With many records on the phone: what a screen shows of them decides how many are read, not how many there are. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Live, Store } from '../../../src/core/store.ts';
import type { Audience } from '../../../src/core/version.ts';
import { watchNewestActions } from '../../../src/features/actions/data.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { watchNewestAssets } from '../../../src/features/assets/data.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { usualAudience, watchNewestReading } from '../../../src/features/readings/data.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { countRowsRead } from '../../support/rows-read.ts';
import { arrive } from '../../support/others.ts';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { saved, until } from '../../support/vault.ts';

const read = countRowsRead();
let phone: OwnVault;
let store: Store;
let me: string;
let day = 0;

beforeEach(async () => {
  phone = await openOwnVault();
  store = phone.vault;
  me = phone.owner.personId;
  day = 0;
});

const instrument = { id: 'engagement', version: 1 };
const answers = [{ statement: 'voice', score: 3 }];
const selfReading = { instrument, relation: 'self', answers };
const byPeer = { instrument, relation: 'peer', answers };
const known = { what: 'Grafting', part: 'hand', photos: [], priorLearning: false, competences: [] };
const open = { what: 'Buy gloves', owner: 'me', causes: [] };
const ended = { ...open, outcome: { state: 'done', on: '2026-05-01' } };

/** Each a day later than the one before. */
async function add(
  kind: typeof reading | typeof asset | typeof action,
  count: number,
  body: object,
  audience: Audience = 'me',
) {
  const changes = Array.from({ length: count }, () => {
    day += 1;
    const occurredAt = new Date(Date.UTC(2020, 0, day)).toISOString().slice(0, 10);
    return { do: 'create', id: phone.newId(), kind, subject: me, body, audience, occurredAt } as const;
  });
  return saved(await store.write(changes));
}

/** What is shown, and how many records were read for it. */
async function shown<T>(live: Live<T>): Promise<{ value: T; rows: number }> {
  read.take();
  const value = await until(live, () => true);
  return { value, rows: read.take()['records'] ?? 0 };
}

test('my star is found among many readings without reading them', async () => {
  const isOwn = () => watchNewestReading(store, me, ({ body }) => body.relation === 'self');
  expect((await shown(isOwn())).value).toBeUndefined();
  await add(reading, 100, selfReading);
  const few = await shown(isOwn());
  await add(reading, 200, selfReading);
  const many = await shown(isOwn());
  expect(many.rows).toBe(few.rows);
  expect(many.value?.occurredAt).toBe(new Date(Date.UTC(2020, 0, 300)).toISOString().slice(0, 10));
});

test('my star is found behind however many readings that others made', async () => {
  const own = await add(reading, 1, selfReading);
  for (const count of [9, 150]) {
    await add(reading, count, byPeer);
    const { value } = await shown(watchNewestReading(store, me, ({ body }) => body.relation === 'self'));
    expect(value?.id).toBe(own.id);
  }
});

test('who may see a new reading is found without reading those there are, and behind those of others', async () => {
  const usual = async () => {
    read.take();
    return { audience: await usualAudience(store), rows: read.take()['records'] ?? 0 };
  };
  expect((await usual()).audience).toBe('me');
  await add(reading, 100, selfReading, 'team');
  const few = await usual();
  expect(few.audience).toBe('team');
  await add(reading, 200, selfReading, 'team');
  expect((await usual()).rows).toBe(few.rows);
  expect(few.rows).toBeLessThan(20);
});

test('who may see a new reading is found behind however many readings that others made', async () => {
  const id = phone.newId();
  const own = { do: 'create', id, kind: reading, subject: me, body: selfReading, audience: 'team' } as const;
  saved(await store.write([{ ...own, occurredAt: '2019-01-01' }]));
  const others = { id: phone.newId(), role: 'participant' } as const;
  for (let at = 0; at < 60; at++) {
    await arrive(
      { store, environment: phone.environment },
      { kind: reading, subject: me, author: others, body: byPeer, occurredAt: '2020-01-01' },
    );
  }
  expect(await usualAudience(store)).toBe('team');
});

test('of what I can do the newest of each part are there, and reading ends where one part has none', async () => {
  const heart = await add(asset, 1, { ...known, part: 'heart' });
  await add(asset, 40, known);
  const few = await shown(watchNewestAssets(store, me, 2));
  expect(few.value.map(({ id }) => id)).toContain(heart.id);
  await add(asset, 300, known);
  const many = await shown(watchNewestAssets(store, me, 2));
  await add(asset, 300, known);
  expect((await shown(watchNewestAssets(store, me, 2))).rows).toBe(many.rows);
  await add(asset, 2, { ...known, part: 'head' });
  await add(asset, 2, { ...known, part: 'heart' });
  expect((await shown(watchNewestAssets(store, me, 2))).rows).toBeLessThan(many.rows / 2);
});

test('open actions are found without reading many, and however old the only ones are', async () => {
  const oldest = await add(action, 1, open);
  await add(action, 300, ended);
  const { value } = await shown(watchNewestActions(store, me, 3));
  expect(value.map(({ id }) => id)).toContain(oldest.id);
  await add(action, 3, open);
  const few = await shown(watchNewestActions(store, me, 3));
  await add(action, 300, open);
  expect((await shown(watchNewestActions(store, me, 3))).rows).toBe(few.rows);
});

test('what is shown follows what is written, also where further was looked', async () => {
  await add(action, 130, ended);
  const seen: number[] = [];
  const live = watchNewestActions(store, me, 1);
  const opened = until(live, (found) => {
    seen.push(found.length);
    return found.some(({ body }) => !body.outcome);
  });
  await expect.poll(() => seen).toEqual([130]);
  await add(action, 1, open);
  expect((await opened).length).toBe(131);
});
