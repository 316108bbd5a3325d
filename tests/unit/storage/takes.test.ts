import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { fillPhone } from '../../support/full-phone.ts';
import {
  openTestVault,
  plan,
  rawTables,
  removeRow,
  saved,
  tamper,
  until,
  type TestVault,
} from '../../support/vault.ts';

const draft = 'talk:me';
const place = { draft, take: 'first' };

const piece = (words: string) => ({ bytes: new TextEncoder().encode(words).buffer, about: { words } });

async function keepAll(phone: TestVault, words: string[], { at = place, vault = phone.vault } = {}) {
  const takes = await vault.takes();
  const outcomes = [];
  for (const [n, one] of words.entries()) outcomes.push(await takes.keep(at, n, piece(one)));
  return outcomes.map(({ status }) => status);
}

/** What of a recording can be heard, in order. */
async function heard(phone: TestVault, { at = place, vault = phone.vault } = {}) {
  const pieces = await (await vault.takes()).pieces(at);
  return pieces.map(({ bytes }) => new TextDecoder().decode(bytes));
}

/** How many rows there are besides the drafts themselves. */
async function rowsOfPieces(phone: TestVault): Promise<number> {
  const rows = (await rawTables(phone.id))['drafts'] ?? [];
  return rows.filter((row) => Array.isArray(Reflect.get(Object(row), 'key'))).length;
}

async function begunPhone(): Promise<TestVault> {
  const phone = await openTestVault();
  await phone.vault.saveDraft(draft, { words: 'half' });
  return phone;
}

const newPlan = (phone: TestVault) =>
  ({
    do: 'create',
    id: phone.newId(),
    kind: plan,
    subject: phone.owner.personId,
    body: { what: 'dig' },
  }) as const;

test('what was kept is there in order after the window is gone, with what belongs to it', async () => {
  const phone = await begunPhone();
  const words = Array.from({ length: 12 }, (_, at) => `piece ${at}`);
  expect(new Set(await keepAll(phone, words))).toEqual(new Set(['saved']));
  phone.vault.close();
  const vault = await phone.openTab();
  const takes = await vault.takes();
  expect(await takes.of(draft)).toEqual(['first']);
  expect(await heard(phone, { vault })).toEqual(words);
  expect((await takes.pieces(place)).map(({ about }) => about)).toEqual(words.map((one) => ({ words: one })));
  expect(await takes.of('talk:somebody')).toEqual([]);
  expect(await heard(phone, { vault, at: { draft, take: 'other' } })).toEqual([]);
});

test('who watches the drafts is not told of pieces', async () => {
  const phone = await begunPhone();
  // The first to watch is shown what was there at the start as well.
  await until(phone.vault.watchDrafts(), (all) => all.length === 1);
  const seen: number[] = [];
  const stop = phone.vault.watchDrafts().subscribe((drafts) => void seen.push(drafts.length));
  await expect.poll(() => seen).toEqual([1]);
  await keepAll(phone, ['a', 'b', 'c']);
  await phone.vault.saveDraft('talk:you', 1);
  await expect.poll(() => seen.at(-1)).toBe(2);
  expect(seen).toEqual([1, 2]);
  stop();
});

test('the list of drafts knows nothing of pieces, also when it is read at the start', async () => {
  const phone = await begunPhone();
  await keepAll(phone, ['a', 'b']);
  phone.vault.close();
  const tab = await phone.openTab();
  for (const vault of [tab, tab]) {
    const drafts = await until(vault.watchDrafts(), () => true);
    expect(drafts.map(({ key }) => key)).toEqual([draft]);
  }
});

test('there is no piece without its draft, and none without the piece before', async () => {
  const phone = await openTestVault();
  expect(await keepAll(phone, ['a'])).toEqual(['over']);
  const takes = await phone.vault.takes();
  await phone.vault.saveDraft(draft, 1);
  expect(await takes.keep(place, 3, piece('d'))).toEqual({ status: 'over' });
  expect(await rowsOfPieces(phone)).toBe(0);
});

test('a piece asked for together with the draft it needs waits for it', async () => {
  const phone = await openTestVault();
  const takes = await phone.vault.takes();
  const saving = phone.vault.saveDraft(draft, 1);
  expect(await takes.keep(place, 0, piece('a'))).toEqual({ status: 'saved' });
  expect(await saving).toEqual({ status: 'saved' });
});

test.each([
  ['thrown away', async (phone: TestVault) => void (await phone.vault.dropDraft(draft))],
  ['finished', async (phone: TestVault) => void saved(await phone.vault.write([newPlan(phone)], { draft }))],
  [
    'finished by changing a record',
    async (phone: TestVault) => {
      const { id, rev: base } = saved(await phone.vault.write([newPlan(phone)]));
      const edit = { do: 'edit', id, kind: plan, base, body: { what: 'on' } } as const;
      saved(await phone.vault.write([edit], { draft }));
    },
  ],
  [
    'thrown away elsewhere',
    async (phone: TestVault) => void (await (await phone.openTab()).dropDraft(draft)),
  ],
])('with a draft that is %s its pieces go, and no late one comes back', async (_how, end) => {
  const phone = await begunPhone();
  await keepAll(phone, ['a', 'b']);
  await keepAll(phone, ['x'], { at: { draft, take: 'second' } });
  await phone.vault.saveDraft('talk:you', 1);
  await keepAll(phone, ['y'], { at: { draft: 'talk:you', take: 'theirs' } });
  await end(phone);
  const takes = await phone.vault.takes();
  expect(await takes.keep(place, 2, piece('late'))).toEqual({ status: 'over' });
  expect(await takes.keep(place, 0, piece('late'))).toEqual({ status: 'over' });
  // Nor with the next draft of that name.
  await phone.vault.saveDraft(draft, { words: 'anew' });
  expect(await takes.keep(place, 2, piece('late'))).toEqual({ status: 'over' });
  expect(await takes.of(draft)).toEqual([]);
  expect(await rowsOfPieces(phone)).toBe(1);
  expect(await heard(phone, { at: { draft: 'talk:you', take: 'theirs' } })).toEqual(['y']);
});

test('a draft that another window has changed keeps its pieces when the earlier one becomes a record', async () => {
  const phone = await begunPhone();
  await keepAll(phone, ['a']);
  const other = await phone.openTab();
  await other.draft(draft);
  await other.saveDraft(draft, 'gone on there');
  saved(await phone.vault.write([newPlan(phone)], { draft }));
  expect(await heard(phone)).toEqual(['a']);
});

test('erasing a record takes along what was being recorded in a change of it', async () => {
  const phone = await openTestVault();
  const { id } = saved(await phone.vault.write([newPlan(phone)]));
  const edit = `edit-plan:${id}`;
  for (const key of [edit, 'plan:me']) {
    await phone.vault.saveDraft(key, 1);
    await keepAll(phone, ['a', 'b'], { at: { draft: key, take: 'first' } });
  }
  saved(await phone.vault.write([{ do: 'erase', id }]));
  const takes = await phone.vault.takes();
  expect(await takes.of(edit)).toEqual([]);
  expect(await takes.of('plan:me')).toEqual(['first']);
  expect(await rowsOfPieces(phone)).toBe(2);
});

test('a recording thrown away does not come back with a piece that was still under way', async () => {
  const phone = await begunPhone();
  await keepAll(phone, ['a']);
  const takes = await phone.vault.takes();
  const seal = crypto.subtle.encrypt.bind(crypto.subtle);
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  vi.spyOn(crypto.subtle, 'encrypt').mockImplementationOnce(async (...how) => {
    await held;
    return seal(...how);
  });
  const underWay = takes.keep(place, 1, piece('b'));
  const dropping = takes.drop(place);
  const late = takes.keep(place, 2, piece('c'));
  goOn();
  expect(await Promise.all([underWay, dropping, late])).toEqual([
    { status: 'saved' },
    { status: 'saved' },
    { status: 'over' },
  ]);
  expect(await rowsOfPieces(phone)).toBe(0);
  expect(await phone.vault.draft(draft)).not.toBeNull();
});

test('the pieces stay until the draft refers to what became of them', async () => {
  const phone = await begunPhone();
  await keepAll(phone, ['a', 'b']);
  const takes = await phone.vault.takes();
  const kept = await phone.vault.keepAttachment(piece('ab').bytes, { type: 'audio/webm' });
  if (kept.status !== 'kept') throw new Error(kept.status);
  await takes.drop(place, kept.ref.sha256);
  expect(await heard(phone)).toEqual(['a', 'b']);
  const saving = phone.vault.saveDraft(draft, { voice: kept.ref });
  await Promise.all([saving, takes.drop(place, kept.ref.sha256)]);
  expect(await takes.of(draft)).toEqual([]);
});

test('after a piece that cannot be opened nothing is given, and what was moved elsewhere does not open', async () => {
  const phone = await begunPhone();
  await keepAll(phone, ['a', 'b', 'c', 'd']);
  const [, second] = (await rawTables(phone.id))['drafts']?.slice(1) ?? [];
  const sealed: unknown = Reflect.get(Object(second), 'sealed');
  await tamper(phone.id, 'drafts', [draft, 'first', 2], { sealed });
  expect(await heard(phone)).toEqual(['a', 'b']);
  await tamper(phone.id, 'drafts', [draft, 'first', 0], { about: new ArrayBuffer(30) });
  expect(await heard(phone)).toEqual([]);
});

test('without room it says so, and the same piece can be kept later', async () => {
  const phone = await begunPhone();
  await keepAll(phone, ['a']);
  const takes = await phone.vault.takes();
  fillPhone('drafts');
  expect(await takes.keep(place, 1, piece('b'))).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  expect(await takes.keep(place, 1, piece('b'))).toEqual({ status: 'saved' });
  expect(await heard(phone)).toEqual(['a', 'b']);
});

test('pieces whose draft an older app took away are swept; those of a draft that is there stay', async () => {
  const phone = await begunPhone();
  await keepAll(phone, ['a', 'b']);
  await phone.vault.saveDraft('talk:you', 1);
  await keepAll(phone, ['y', 'z'], { at: { draft: 'talk:you', take: 'theirs' } });
  expect(await phone.vault.tidy()).toBe(0);
  await removeRow(phone.id, 'drafts', 'talk:you');
  expect(await phone.vault.tidy()).toBe(2);
  expect(await heard(phone)).toEqual(['a', 'b']);
  expect(await rowsOfPieces(phone)).toBe(2);
});
