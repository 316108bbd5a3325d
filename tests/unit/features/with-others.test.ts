/** With the records of others in the store: what is called mine is only mine, and nothing of theirs sways it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordKind } from '../../../src/core/define-record.ts';
import type { Store } from '../../../src/core/store.ts';
import { usableOne } from '../../../src/core/usable.ts';
import {
  reopenAction,
  usualAudience as forActions,
  watchActions,
} from '../../../src/features/actions/data.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { watchAssets } from '../../../src/features/assets/data.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { usualAudience as forTalks } from '../../../src/features/conversations/data.ts';
import { conversation } from '../../../src/features/conversations/model/conversation.ts';
import { usualAudience as forReadings, watchReadings } from '../../../src/features/readings/data.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import { createStorySearch, watchLatest, watchStory } from '../../../src/features/story/data.ts';
import { lookAtAll, takeAway } from '../../../src/features/takeaway/data.ts';
import { records } from '../../../src/records.ts';
import { arrive, meet } from '../../support/others.ts';
import { openRealVault, type RealVault } from '../../support/real-vault.ts';
import { saved, tamper, until } from '../../support/vault.ts';

let phone: RealVault;
let store: Store;
let me: string;
/** A participant whose records are here, and the worker who wrote some of them. */
let amira: string;
let worker: { id: string; role: 'worker' };

beforeEach(async () => {
  phone = await openRealVault();
  ({ store } = phone);
  me = phone.owner.personId;
  amira = await meet(phone, 'Amira');
  worker = { id: await meet(phone, 'Wim', 'worker'), role: 'worker' };
});
afterEach(() => phone.store.close());

const instrument = { id: 'engagement', version: 1 };
const answers = [{ statement: 'voice', score: 3 }];
const bodies = {
  asset: { what: 'Grafting', part: 'hand', photos: [], priorLearning: false, competences: [] },
  reflection: { words: 'The frost came', photos: [], talk: false },
  reading: { instrument, relation: 'self', answers },
  action: { what: 'Buy gloves', owner: 'me', causes: [] },
  conversation: { instrument, reading: '', statement: 'voice', score: 3, opened: 'low', causes: [] },
};
const kinds: [keyof typeof bodies, RecordKind][] = [
  ['asset', asset],
  ['reflection', reflection],
  ['reading', reading],
  ['action', action],
  ['conversation', conversation],
];

/** One of each kind, by one person about another. */
async function allKinds(subject: string, author: { id: string; role: 'worker' | 'participant' }) {
  for (const [name, kind] of kinds) {
    await arrive(phone, { kind, subject, author, body: { ...bodies[name], reading: amira } });
  }
}

test('nothing about others is in my assets, actions, star, story, latest moments or search', async () => {
  await allKinds(amira, { id: amira, role: 'participant' });
  await allKinds(amira, worker);
  const query = { subject: me, kinds: [], withdrawn: true };
  expect(await until(watchAssets(store, me), () => true)).toEqual([]);
  expect(await until(watchActions(store, me), () => true)).toEqual([]);
  expect(await until(watchReadings(store, me), () => true)).toEqual([]);
  expect(await until(watchStory(store, records, query, 30), () => true)).toMatchObject({ entries: [] });
  expect(await until(watchLatest(store, records, 3), () => true)).toMatchObject({ entries: [] });
  const say = { words: JSON.stringify, kind: String, day: String };
  const search = createStorySearch(store, records, query, say);
  const found = [];
  for await (const part of search.find('frost', new AbortController().signal)) found.push(...part.entries);
  expect(found).toEqual([]);
});

test('what others wrote about me is in my story, and says who said it', async () => {
  await allKinds(me, worker);
  const query = { subject: me, kinds: [], withdrawn: false };
  const { entries } = await until(watchStory(store, records, query, 30), () => true);
  expect(entries).toHaveLength(kinds.length);
  for (const entry of entries) expect(entry).toMatchObject({ said: { author: worker, subject: me } });
});

test('that others share what they write about me does not share what I write', async () => {
  await allKinds(me, worker);
  expect(await Promise.all([forActions(store), forTalks(store), forReadings(store)])).toEqual([
    'me',
    'me',
    'me',
  ]);
});

test('an action of somebody else is not opened again by me', async () => {
  const body = { ...bodies.action, outcome: { state: 'done', on: '2026-05-01' } };
  const version = await arrive(phone, { kind: action, subject: amira, author: worker, body });
  const theirs = usableOne(action, await store.get(version.id));
  if (!theirs) throw new Error('not here');
  expect(await reopenAction(store, theirs)).toMatchObject({ status: 'invalid' });
});

const looking = { records, timeZone: 'Europe/Brussels' };
const taking = { ...looking, now: new Date(0), appVersion: '0.2.0', readme: () => [] };

test('taking my records away leaves those that others wrote about others, and says how many', async () => {
  await allKinds(amira, { id: amira, role: 'participant' });
  await allKinds(me, worker);
  const write = { do: 'create', id: phone.newId(), kind: reflection, body: bodies.reflection } as const;
  const mine = saved(await store.write([{ ...write, subject: amira }]));
  expect(await lookAtAll(store, looking)).toMatchObject({
    status: 'looked',
    // Amira's five, and who she and the worker are.
    what: { records: kinds.length + 1, others: kinds.length + 2 },
  });
  const made = await takeAway(store, 'records', taking);
  if (made.status !== 'done') throw new Error(made.status);
  const text = (await made.files[0]?.text()) ?? '';
  const { versions }: { versions: { id: string; subject: string; author: { id: string } }[] } =
    JSON.parse(text);
  expect(versions.map(({ id }) => id)).toContain(mine.id);
  expect(versions.every(({ subject, author }) => subject === me || author.id === me)).toBe(true);
  expect(versions).toHaveLength(kinds.length + 1);
  expect(text).not.toContain('Amira');
});

test('of what is damaged, only what is about me is named in my file', async () => {
  const theirs = await arrive(phone, {
    kind: asset,
    subject: amira,
    author: { id: amira, role: 'participant' },
    body: bodies.asset,
  });
  const aboutMe = await arrive(phone, { kind: asset, subject: me, author: worker, body: bodies.asset });
  for (const { id } of [theirs, aboutMe])
    await tamper(phone.id, 'records', id, { sealed: new ArrayBuffer(3) });
  const made = await takeAway(await phone.again(), 'records', taking);
  if (made.status !== 'done') throw new Error(made.status);
  expect(made.report.damaged).toMatchObject([{ id: aboutMe.id }]);
});
