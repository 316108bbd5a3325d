/** Does a talk keep what was said, and does what comes of it stay tied to it? */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { owesAnswer } from '../../../../src/features/actions/model/action.ts';
import {
  changeTalk,
  changeTalkKey,
  finishTalk,
  loadTalk,
  loadTalkChange,
  saveTalk,
  talkKey,
  watchActionsOf,
  type TalkAbout,
} from '../../../../src/features/conversations/data.ts';
import { blankTalk, type TalkDraft } from '../../../../src/features/conversations/model/talk-draft.ts';
import {
  conversation,
  type ConversationBody,
} from '../../../../src/features/conversations/model/conversation.ts';
import { talkChangeOf } from '../../../../src/features/conversations/model/talk-change.ts';
import { finishReading, newAssessment, watchReading } from '../../../../src/features/readings/data.ts';
import { withAnswer } from '../../../../src/features/readings/model/reading-draft.ts';
import { usableOne } from '../../../../src/core/usable.ts';
import type { Version } from '../../../../src/core/version.ts';
import { fillPhone } from '../../../support/full-phone.ts';
import { openRealVault, type RealVault } from '../../../support/real-vault.ts';
import { saved, until } from '../../../support/vault.ts';

let phone: RealVault;
let about: TalkAbout;
beforeEach(async () => {
  phone = await openRealVault();
  const draft = withAnswer(await newAssessment(phone.store, phone.environment), 'voice', { score: 2 });
  const { id } = saved(await finishReading(phone.store, draft));
  const reading = await until(watchReading(phone.store, id), (found) => found !== null);
  if (!reading) throw new Error('it was just saved');
  about = { reading, statement: 'voice', score: 2, opened: 'low' };
});
afterEach(() => {
  vi.restoreAllMocks();
  phone.store.close();
});

const talk = (said: Partial<TalkDraft>): TalkDraft => ({
  ...blankTalk({ id: phone.newId(), actionId: phone.newId() }, 'me'),
  ...said,
});
const toDo = { what: 'Plan the beds together', ownerName: 'Maria', by: '2026-05-08' };

test('an action that the project owns comes of the talk, with its causes, and the project owes an answer', async () => {
  const draft = talk({
    causes: ['project', 'chances'],
    words: ' They plan alone. ',
    leads: 'action',
    action: { ...toDo, owner: 'project' },
  });
  await saveTalk(phone.store, talkKey(about.reading.id, 'voice'), draft);
  const conversation = saved(await finishTalk(phone.store, about, draft));
  expect(conversation.body).toMatchObject({
    statement: 'voice',
    score: 2,
    opened: 'low',
    causes: ['project', 'chances'],
    words: 'They plan alone.',
  });
  const [action, ...others] = await until(watchActionsOf(phone.store, conversation), (all) => all.length > 0);
  expect(others).toEqual([]);
  expect(action?.body).toMatchObject({
    ...toDo,
    owner: 'project',
    causes: ['project', 'chances'],
    reading: about.reading.id,
    statement: 'voice',
  });
  expect(action && owesAnswer(action.body)).toBe(true);
  expect((await loadTalk(phone.store, talkKey(about.reading.id, 'voice'))).status).toBe('none');
});

test('held on Tuesday and written down on Friday, the talk and what comes of it stand under Tuesday', async () => {
  const draft = talk({ causes: ['project'], leads: 'action', action: toDo, day: '2026-04-28' });
  const held = saved(await finishTalk(phone.store, about, draft));
  expect(held.occurredAt).toBe('2026-04-28');
  const [action] = await until(watchActionsOf(phone.store, held), (all) => all.length > 0);
  expect(action?.occurredAt).toBe('2026-04-28');

  const found = usableOne(conversation, await phone.store.get(held.id));
  if (!found) throw new Error('no talk');
  saved(await changeTalk(phone.store, found, { ...talkChangeOf(found), day: '2026-04-21' }));
  expect(usableOne(conversation, await phone.store.get(held.id))?.occurredAt).toBe('2026-04-21');
});

test('where one cause points to who does it, that is taken until somebody else is chosen', async () => {
  const draft = talk({ causes: ['project'], leads: 'action', action: toDo });
  const conversation = saved(await finishTalk(phone.store, about, draft));
  const [action] = await until(watchActionsOf(phone.store, conversation), (all) => all.length > 0);
  expect(action?.body.owner).toBe('project');
});

test('"not now" keeps the talk and makes nothing to do', async () => {
  const draft = talk({ causes: ['me'], leads: 'nothing-now', action: { ...toDo, owner: 'me' } });
  saved(await finishTalk(phone.store, about, draft));
  expect((await phone.store.list({ kinds: ['action'] })).items).toEqual([]);
});

test('after a high score no cause is kept', async () => {
  const draft = talk({ causes: ['me'], words: 'We asked everybody.' });
  const conversation = saved(await finishTalk(phone.store, { ...about, score: 5, opened: 'high' }, draft));
  expect(conversation.body).toMatchObject({ opened: 'high', causes: [] });
});

test('on a full phone neither the talk nor the action is there, and the draft is', async () => {
  const key = talkKey(about.reading.id, 'voice');
  const draft = talk({ causes: ['project'], leads: 'action', action: { ...toDo, owner: 'other' } });
  await saveTalk(phone.store, key, draft);
  fillPhone('records');
  expect(await finishTalk(phone.store, about, draft)).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  expect((await phone.store.list({ kinds: ['conversation', 'action'] })).items).toEqual([]);
  expect(await loadTalk(phone.store, key)).toMatchObject({ status: 'here', value: draft });
});

test('saved twice by a double tap, there is one talk and one action', async () => {
  const draft = talk({ causes: ['project'], leads: 'action', action: { ...toDo, owner: 'project' } });
  const outcomes = await Promise.all([
    finishTalk(phone.store, about, draft),
    finishTalk(phone.store, about, draft),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['saved', 'saved']);
  expect((await phone.store.list({ kinds: ['conversation', 'action'] })).items).toHaveLength(2);
});

test('erasing the reading ends the talk that was begun about it', async () => {
  const key = talkKey(about.reading.id, 'voice');
  await saveTalk(phone.store, key, talk({ words: 'a secret' }));
  saved(await phone.store.write([{ do: 'erase', id: about.reading.id }]));
  expect((await loadTalk(phone.store, key)).status).toBe('none');
});

/** A talk as it stands in the store, with the words it begins with. */
async function keptTalk(words: string): Promise<Version<ConversationBody>> {
  const { id } = saved(await finishTalk(phone.store, about, talk({ causes: ['me'], words, with: 'Sam' })));
  const kept = usableOne(conversation, await phone.store.get(id));
  if (!kept) throw new Error('it was just saved');
  return kept;
}

test('a changed talk says the new, keeps what it was about, and what it said before is its history', async () => {
  const before = await keptTalk('They plan alone.');
  const key = changeTalkKey(before.id);
  const change = {
    ...talkChangeOf(before),
    causes: ['project' as const],
    words: ' They asked me. ',
    with: ' ',
  };
  await saveTalk(phone.store, key, change);
  const after = saved(await changeTalk(phone.store, before, change));
  const { with: _whom, ...rest } = before.body;
  expect(after).toMatchObject({ id: before.id, base: before.rev, audience: before.audience });
  expect(after.body).toEqual({ ...rest, causes: ['project'], words: 'They asked me.' });
  expect(await phone.store.history(before.id)).toMatchObject([
    { version: { rev: after.rev } },
    { version: { rev: before.rev, body: { words: 'They plan alone.', with: 'Sam' } } },
  ]);
  expect((await loadTalkChange(phone.store, key)).status).toBe('none');
});

test('saved without a change, a talk gets no new version', async () => {
  const before = await keptTalk('They plan alone.');
  const outcome = await changeTalk(phone.store, before, talkChangeOf(before));
  expect(outcome).toEqual({ status: 'saved', versions: [] });
  expect(await phone.store.history(before.id)).toHaveLength(1);
});

test('changed in two windows, both words are kept beside each other', async () => {
  const before = await keptTalk('They plan alone.');
  const begun = { ...talkChangeOf(before), words: 'They asked me.' };
  saved(await changeTalk(phone.store, before, { ...talkChangeOf(before), words: 'We plan together.' }));
  const meanwhile = usableOne(conversation, await phone.store.get(before.id));
  if (!meanwhile) throw new Error('it was just changed');
  saved(await changeTalk(phone.store, meanwhile, begun));
  expect(await phone.store.get(before.id)).toMatchObject({ status: 'ok', rivals: 1 });
});

test('what was put together of rivals and then changed settles them', async () => {
  const before = await keptTalk('They plan alone.');
  const one = saved(await changeTalk(phone.store, before, { ...talkChangeOf(before), words: 'One.' }));
  const other = { ...talkChangeOf(before), words: 'Other.' };
  const now = usableOne(conversation, await phone.store.get(before.id));
  if (!now) throw new Error('it was just changed');
  const rival = saved(await changeTalk(phone.store, now, other));
  const change = { ...talkChangeOf(now), settles: [rival.rev], words: 'Both.' };
  const together = saved(await changeTalk(phone.store, now, change));
  expect(together).toMatchObject({ base: one.rev, settles: [rival.rev] });
  expect(await phone.store.get(before.id)).toMatchObject({
    rivals: 0,
    version: { body: { words: 'Both.' } },
  });
});

test('erasing a talk ends the change that was begun of it', async () => {
  const { id, ...rest } = await keptTalk('They plan alone.');
  await saveTalk(phone.store, changeTalkKey(id), { ...talkChangeOf({ id, ...rest }), words: 'a secret' });
  saved(await phone.store.write([{ do: 'erase', id }]));
  expect((await loadTalkChange(phone.store, changeTalkKey(id))).status).toBe('none');
});
