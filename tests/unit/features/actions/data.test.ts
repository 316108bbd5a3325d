/** Is each step of an action a version of its own, and does the project owe an answer until there is one? */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addAction,
  changeAction,
  draftKeys,
  loadAskedSince,
  reopenAction,
  saveDraft,
  usualAudience,
  watchAction,
  watchActions,
  writeAnswer,
  writeOutcome,
} from '../../../../src/features/actions/data.ts';
import {
  begunFrom,
  fieldsOf,
  type ActionDraft,
  type ActionFields,
} from '../../../../src/features/actions/model/action-draft.ts';
import { action, owesAnswer, type ActionBody } from '../../../../src/features/actions/model/action.ts';
import { readBody } from '../../../../src/core/define-record.ts';
import { changeAudience } from '../../../../src/core/record-commands.ts';
import type { Version } from '../../../../src/core/version.ts';
import { openRealVault, type RealVault } from '../../../support/real-vault.ts';
import { saved, until } from '../../../support/vault.ts';

const day = 86_400_000;

let phone: RealVault;
beforeEach(async () => {
  phone = await openRealVault();
});
afterEach(() => phone.store.close());

const draftWith = (fields: Partial<ActionFields>, audience: ActionDraft['audience'] = 'me'): ActionDraft => ({
  id: phone.newId(),
  fields: { what: 'Buy small gloves', owner: 'project', ownerName: '', by: null, ...fields },
  audience,
});

async function add(draft: ActionDraft): Promise<Version<ActionBody>> {
  const { id } = saved(await addAction(phone.store, draft));
  return now(id);
}

async function now(id: string): Promise<Version<ActionBody>> {
  const found = await until(watchAction(phone.store, id), () => true);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}

test('what is missing keeps it from being saved, and its draft from being ended', async () => {
  await saveDraft(phone.store, draftKeys.add(phone.store), {});
  for (const fields of [{ what: '  ' }, { owner: undefined }, { owner: 'other' as const, ownerName: ' ' }]) {
    expect((await addAction(phone.store, draftWith(fields))).status).toBe('invalid');
  }
  expect(await phone.store.draft(draftKeys.add(phone.store))).not.toBeNull();
  expect(await until(watchActions(phone.store, phone.owner.personId), () => true)).toEqual([]);
});

test('a name is kept for whoever else does it, never for oneself', async () => {
  expect((await add(draftWith({ owner: 'other', ownerName: ' Maria ' }))).body.ownerName).toBe('Maria');
  expect((await add(draftWith({ owner: 'me', ownerName: 'Maria' }))).body.ownerName).toBeUndefined();
});

test('the project owes an answer until it is written down; each step is kept in the history', async () => {
  const asked = await add(draftWith({ ownerName: 'Maria', by: '2026-05-08' }));
  expect(owesAnswer(asked.body)).toBe(true);

  await writeAnswer(phone.store, asked, {
    base: asked.rev,
    words: ' We order them. ',
    who: 'Maria',
    on: '2026-05-02',
  });
  const answered = await now(asked.id);
  expect(answered.body.answer).toEqual({ words: 'We order them.', who: 'Maria', on: '2026-05-02' });
  expect(owesAnswer(answered.body)).toBe(false);

  await writeOutcome(phone.store, answered, {
    base: answered.rev,
    state: 'partly',
    words: '',
    on: '2026-05-09',
  });
  const ended = await now(asked.id);
  expect(ended.body).toMatchObject({
    answer: { who: 'Maria' },
    outcome: { state: 'partly', on: '2026-05-09' },
  });

  await reopenAction(phone.store, ended);
  expect((await now(asked.id)).body.outcome).toBeUndefined();
  expect(await phone.store.history(asked.id)).toHaveLength(4);
});

test('let go of before the project answered, the answer is still owed and can still be written down', async () => {
  const asked = await add(draftWith({}));
  const outcome = { state: 'dropped' as const, words: '', on: '2026-05-09' };
  saved(await writeOutcome(phone.store, asked, { base: asked.rev, ...outcome }));
  const over = await now(asked.id);
  expect(owesAnswer(over.body)).toBe(true);
  expect(action.summary(over.body, 'team').detail).toEqual({
    list: [{ key: 'actions.outcome.dropped' }, { key: 'actions.owes' }],
  });
  // What nobody saw and is over presses no one any more.
  expect(action.summary(over.body, 'me').detail).toEqual({ key: 'actions.outcome.dropped' });
  const answer = { base: over.rev, words: 'No money left.', who: '', on: '2026-05-10' };
  saved(await writeAnswer(phone.store, over, answer));
  const answered = await now(asked.id);
  expect(owesAnswer(answered.body)).toBe(false);
  expect(answered.body).toMatchObject({ outcome: { state: 'dropped' }, answer: { words: 'No money left.' } });
});

test('that an answer is owed is said only of what the project sees', async () => {
  const { body } = await add(draftWith({}));
  expect(action.summary(body, 'team').detail).toEqual({ key: 'actions.owes' });
  expect(action.summary(body, 'me').detail).toEqual({ key: 'actions.unseen' });
  expect(action.summary(body).detail).toEqual({ key: 'actions.owner.project' });
});

test('the project owes its answer since it was shared, whatever day it stands under', async () => {
  const asked = await add({ ...draftWith({}), day: '2026-04-20' });
  expect(await loadAskedSince(phone.store, asked)).toBeNull();
  phone.environment.time += 3 * day;
  saved(await changeAudience(phone.store, asked, 'team', action));
  const shared = await now(asked.id);
  phone.environment.time += 3 * day;
  const fields = { ...fieldsOf(shared.body), what: 'Buy small gloves, ten pairs' };
  const draft = { id: asked.id, ...begunFrom(shared), fields, audience: shared.audience };
  saved(await changeAction(phone.store, shared, draft));
  expect(await loadAskedSince(phone.store, await now(asked.id))).toBe(shared.recordedAt);
});

test('changing what is to be done keeps the answer and what it came from', async () => {
  const asked = await add(draftWith({}));
  await writeAnswer(phone.store, asked, { base: asked.rev, words: 'Yes', who: '', on: '2026-05-02' });
  const answered = await now(asked.id);
  const fields = { ...fieldsOf(answered.body), what: 'Buy gloves in all sizes', by: '2026-06-01' };
  saved(
    await changeAction(phone.store, answered, { id: asked.id, base: answered.rev, fields, audience: 'me' }),
  );
  expect((await now(asked.id)).body).toMatchObject({
    what: 'Buy gloves in all sizes',
    by: '2026-06-01',
    answer: { words: 'Yes' },
  });
});

test('it stands under the day that was said, and under another once that is said', async () => {
  const asked = await add({ ...draftWith({}), day: '2026-04-28' });
  expect(asked.occurredAt).toBe('2026-04-28');
  const draft = { id: asked.id, ...begunFrom(asked), fields: fieldsOf(asked.body), audience: asked.audience };
  saved(await changeAction(phone.store, asked, { ...draft, day: '2026-04-21' }));
  const earlier = await now(asked.id);
  expect(earlier.occurredAt).toBe('2026-04-21');
  // No other day is said: it stays.
  const words = { ...fieldsOf(earlier.body), what: 'Buy gloves' };
  saved(await changeAction(phone.store, earlier, { ...draft, ...begunFrom(earlier), fields: words }));
  expect(await now(asked.id)).toMatchObject({ occurredAt: '2026-04-21', body: { what: 'Buy gloves' } });
});

test('an outcome without a choice is not saved', async () => {
  const asked = await add(draftWith({}));
  const draft = { base: asked.rev, words: 'all fine', on: '2026-05-09' };
  expect((await writeOutcome(phone.store, asked, draft)).status).toBe('invalid');
});

test('who may see a new one is as it was the last time', async () => {
  expect(await usualAudience(phone.store)).toBe('me');
  await add(draftWith({}, 'team'));
  expect(await usualAudience(phone.store)).toBe('team');
});

test('saved twice by a double tap there is one', async () => {
  const draft = draftWith({});
  await Promise.all([addAction(phone.store, draft), addAction(phone.store, draft)]);
  expect(await until(watchActions(phone.store, phone.owner.personId), () => true)).toHaveLength(1);
});

test('saved in a second window with other words, those are its next version', async () => {
  const draft = draftWith({});
  await add(draft);
  const fields = { ...draft.fields, what: 'Buy gloves in all sizes' };
  expect((await addAction(phone.store, { ...draft, fields })).status).toBe('saved');
  expect((await now(draft.id)).body.what).toBe('Buy gloves in all sizes');
  expect(await phone.store.history(draft.id)).toHaveLength(2);
});

test('a change to what was put together of two phones answers both', async () => {
  const asked = await add(draftWith({}));
  const { id, rev: base, body } = asked;
  const alsoSaid = [{ by: '2026-06-01' }, { ownerName: 'Maria' }];
  for (const said of alsoSaid) {
    await phone.store.write([{ do: 'edit', id, kind: action, base, body: { ...body, ...said } }]);
  }
  const together = await now(id);
  expect(together.body).toMatchObject({ by: '2026-06-01', ownerName: 'Maria' });
  const fields = { ...fieldsOf(together.body), by: '2026-07-01', ownerName: 'Ahmed' };
  saved(await changeAction(phone.store, together, { id, ...begunFrom(together), fields, audience: 'me' }));
  expect(await phone.store.get(id)).toMatchObject({
    rivals: 0,
    version: { body: { by: '2026-07-01', ownerName: 'Ahmed' } },
  });
});

test('erasing it ends the forms that were begun about it', async () => {
  const { id } = await add(draftWith({}));
  const keys = [draftKeys.edit(id), draftKeys.answer(id), draftKeys.outcome(id)];
  for (const key of keys) await saveDraft(phone.store, key, { words: 'a secret' });
  saved(await phone.store.write([{ do: 'erase', id }]));
  expect(await Promise.all(keys.map((key) => phone.store.draft(key)))).toEqual([null, null, null]);
});

const spoken = (digit: string) => ({ sha256: digit.repeat(64), type: 'audio/webm', bytes: 9, ms: 12_400 });

test('all of it can be spoken: what is to be done, the answer, how it went', async () => {
  const [what, yes, done] = [spoken('a'), spoken('b'), spoken('c')];
  const asked = await add(draftWith({ what: ' ', voice: what }));
  expect(asked.body).toEqual({ voice: what, owner: 'project', causes: [] });
  expect(action.summary(asked.body)).toMatchObject({
    title: { key: 'capture.spoken.seconds', values: { count: 12 } },
    voice: what,
  });

  const on = '2026-05-02';
  saved(await writeAnswer(phone.store, asked, { base: asked.rev, words: '', voice: yes, who: '', on }));
  const answered = await now(asked.id);
  const outcome = { base: answered.rev, state: 'done' as const, words: '', voice: done, on };
  saved(await writeOutcome(phone.store, answered, outcome));
  const { body } = await now(asked.id);
  expect(body).toMatchObject({ answer: { voice: yes, on }, outcome: { state: 'done', voice: done, on } });
  expect(action.attachments(body)).toEqual([what, yes, done]);
  expect(action.lines(body).flatMap(({ media = [] }) => media)).toEqual([what, yes, done]);
});

test('an answer that says nothing is not saved', async () => {
  const asked = await add(draftWith({}));
  const draft = { base: asked.rev, words: ' ', who: 'Maria', on: '2026-05-02' };
  expect((await writeAnswer(phone.store, asked, draft)).status).toBe('invalid');
});

test('what was spoken can be changed into words, and then the recording is gone from it', async () => {
  const asked = await add(draftWith({ what: '', voice: spoken('a') }));
  const fields = { ...fieldsOf(asked.body), what: 'Small gloves', voice: undefined };
  const draft = { id: asked.id, ...begunFrom(asked), fields, audience: 'me' as const };
  saved(await changeAction(phone.store, asked, draft));
  expect((await now(asked.id)).body).toEqual({ what: 'Small gloves', owner: 'project', causes: [] });
});

test('one phone takes out the words, the other the recording of them: two versions, none of them damaged', async () => {
  const asked = await add(draftWith({ what: 'Gloves', voice: spoken('a') }));
  const { what, voice, ...rest } = asked.body;
  for (const body of [
    { ...rest, what },
    { ...rest, voice },
  ])
    await phone.store.write([{ do: 'edit', id: asked.id, kind: action, base: asked.rev, body }]);
  expect(await phone.store.get(asked.id)).toMatchObject({ status: 'ok', rivals: 1 });
});

test('what 0.3.0 wrote reads as it was', () => {
  const body = {
    what: 'Buy gloves',
    owner: 'project',
    causes: ['project'],
    answer: { words: 'We order them.', on: '2026-05-02' },
    outcome: { state: 'done', on: '2026-05-09' },
  };
  expect(readBody(action, 1, body)).toEqual({ status: 'ok', body });
});
