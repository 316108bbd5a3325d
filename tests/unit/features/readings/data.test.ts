/** Is what I answered safe, at every tap and at the end, whatever the phone does? */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  assessKey,
  correctKey,
  correctReading,
  finishReading,
  loadReadingDraft,
  newAssessment,
  saveReadingDraft,
  usualAudience,
  watchReading,
  watchReadings,
} from '../../../../src/features/readings/data.ts';
import {
  draftOf,
  withAnswer,
  type ReadingDraft,
} from '../../../../src/features/readings/model/reading-draft.ts';
import { fillPhone } from '../../../support/full-phone.ts';
import { openRealVault, type RealVault } from '../../../support/real-vault.ts';
import { saved, until } from '../../../support/vault.ts';

let phone: RealVault;
beforeEach(async () => {
  phone = await openRealVault();
});
afterEach(() => {
  vi.restoreAllMocks();
  phone.store.close();
});

const begin = () => newAssessment(phone.store, phone.environment);
const key = () => assessKey(phone.store);
const answered = (draft: ReadingDraft) =>
  withAnswer(withAnswer(draft, 'assets', { score: 5, note: ' We built it. ' }), 'voice', {
    score: 'left-out',
  });
const mine = () => until(watchReadings(phone.store, phone.owner.personId), () => true);

describe('while it is being filled in', () => {
  test('the last of many quick taps is what comes back after the app was closed', async () => {
    let draft = await begin();
    const saves = [1, 6, 3, 4].map((score) => {
      draft = withAnswer(draft, 'assets', { score });
      return saveReadingDraft(phone.store, key(), draft);
    });
    await Promise.all(saves);
    phone.store.close();
    const back = await loadReadingDraft(await phone.again(), key());
    expect(back).toMatchObject({
      status: 'here',
      value: { answers: [{ statement: 'assets', score: 4 }, {}, {}, {}, {}, {}] },
    });
  });

  test('one begun with another version of the tool is kept as it is', async () => {
    const draft = { ...answered(await begin()), instrument: { id: 'engagement', version: 9 } };
    await saveReadingDraft(phone.store, key(), draft);
    expect(await loadReadingDraft(phone.store, key())).toMatchObject({ status: 'here', value: draft });
  });

  test('one of a newer app, which this one cannot read, stays untouched', async () => {
    await phone.store.saveDraft(key(), { shape: 'from the future' });
    expect(await loadReadingDraft(phone.store, key())).toEqual({ status: 'strange' });
    expect((await phone.store.draft(key()))?.value).toEqual({ shape: 'from the future' });
  });
});

describe('finishing', () => {
  test('makes a reading with its version of the tool, gaps as gaps, and ends the draft', async () => {
    const draft = answered(await begin());
    await saveReadingDraft(phone.store, key(), draft);
    const version = saved(await finishReading(phone.store, draft));
    expect(version).toMatchObject({
      kind: 'reading',
      subject: phone.owner.personId,
      audience: 'me',
      body: {
        instrument: { id: 'engagement', version: 1 },
        relation: 'self',
        answers: [
          { statement: 'assets', score: 5, note: 'We built it.' },
          { statement: 'voice', score: null },
          { statement: 'responsibility', score: null },
          { statement: 'celebrating', score: null },
          { statement: 'support', score: null },
          { statement: 'benefits', score: null },
        ],
      },
    });
    expect(await phone.store.draft(key())).toBeNull();
  });

  test('twice, by a double tap, makes one reading', async () => {
    const draft = answered(await begin());
    await saveReadingDraft(phone.store, key(), draft);
    const outcomes = await Promise.all([
      finishReading(phone.store, draft),
      finishReading(phone.store, draft),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['saved', 'saved']);
    expect(await mine()).toHaveLength(1);
  });

  test('in two windows makes one reading and leaves no draft behind', async () => {
    const other = await phone.again();
    const draft = answered(await begin());
    await finishReading(phone.store, draft);
    await saveReadingDraft(other, key(), draft);
    expect((await finishReading(other, draft)).status).toBe('saved');
    expect(await mine()).toHaveLength(1);
    expect(await other.draft(key())).toBeNull();
    other.close();
  });

  test('in a second window with other answers keeps those as its next version', async () => {
    const draft = answered(await begin());
    await finishReading(phone.store, draft);
    const other = withAnswer(draft, 'voice', { score: 6 });
    expect((await finishReading(phone.store, other)).status).toBe('saved');
    const [reading, ...more] = await mine();
    expect(more).toEqual([]);
    expect(reading?.body.answers).toContainEqual({ statement: 'voice', score: 6 });
    expect(await phone.store.history(draft.id)).toHaveLength(2);
  });

  test('on a full phone says so, makes nothing, and the draft is still there', async () => {
    const draft = answered(await begin());
    await saveReadingDraft(phone.store, key(), draft);
    fillPhone('records');
    expect(await finishReading(phone.store, draft)).toEqual({ status: 'full' });
    vi.restoreAllMocks();
    expect(await mine()).toEqual([]);
    expect(await loadReadingDraft(phone.store, key())).toMatchObject({ status: 'here', value: draft });
    expect((await finishReading(phone.store, draft)).status).toBe('saved');
  });

  test('what does not fit a reading is refused and the draft stays', async () => {
    const draft = { ...answered(await begin()), answers: [] };
    await saveReadingDraft(phone.store, key(), draft);
    expect((await finishReading(phone.store, draft)).status).toBe('invalid');
    expect((await loadReadingDraft(phone.store, key())).status).toBe('here');
  });

  test('about an earlier day stands on that day, behind a newer one', async () => {
    const earlier = { ...answered(await begin()), day: '2026-03-01' };
    const now = answered(await begin());
    await finishReading(phone.store, now);
    await finishReading(phone.store, earlier);
    expect((await mine()).map(({ id }) => id)).toEqual([now.id, earlier.id]);
  });
});

describe('who may see it', () => {
  test('only me the first time, then as it was the last time, whatever day it is about', async () => {
    expect(await usualAudience(phone.store)).toBe('me');
    await finishReading(phone.store, { ...(await begin()), audience: 'team', day: '2026-01-05' });
    expect(await usualAudience(phone.store)).toBe('team');
    phone.environment.time += 60_000;
    await finishReading(phone.store, { ...(await begin()), audience: 'me', day: '2026-01-01' });
    expect((await begin()).audience).toBe('me');
  });
});

describe('correcting', () => {
  test('makes a new version, keeps the old one, and the day and who may see it', async () => {
    const first = saved(await finishReading(phone.store, { ...answered(await begin()), day: '2026-03-01' }));
    const before = await until(watchReading(phone.store, first.id), (found) => found !== null);
    if (!before) throw new Error('it was just saved');
    const draft = withAnswer(draftOf(before), 'voice', { score: 2 });
    await saveReadingDraft(phone.store, correctKey(first.id), draft);
    saved(await correctReading(phone.store, before, draft));
    const after = await until(watchReading(phone.store, first.id), (found) => found?.rev !== first.rev);
    expect(after).toMatchObject({ occurredAt: '2026-03-01', audience: 'me', base: first.rev });
    expect(after?.body.answers.slice(0, 2)).toEqual([
      { statement: 'assets', score: 5, note: 'We built it.' },
      { statement: 'voice', score: 2 },
    ]);
    expect(await phone.store.history(first.id)).toHaveLength(2);
    expect(await phone.store.draft(correctKey(first.id))).toBeNull();
  });
});

test('what was taken out of the story is no star any more', async () => {
  const [one, two] = [answered(await begin()), answered(await begin())];
  const first = saved(await finishReading(phone.store, one));
  await finishReading(phone.store, two);
  await phone.store.write([{ do: 'withdraw', id: first.id, base: first.rev }]);
  expect((await mine()).map(({ id }) => id)).toEqual([two.id]);
});
