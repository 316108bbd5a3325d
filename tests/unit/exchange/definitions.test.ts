/** What an instrument says of itself comes in with the records made with it, and goes out again as it came. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { Store } from '../../../src/core/store.ts';
import { applyImport } from '../../../src/exchange/apply-import.ts';
import { exportCsvFiles, exportJson } from '../../../src/exchange/export.ts';
import type { ReadyImport } from '../../../src/exchange/import-check.ts';
import { readImport } from '../../../src/exchange/read-import.ts';
import { engagement } from '../../../src/features/instruments/model/engagement/engagement.ts';
import type { Instrument } from '../../../src/features/instruments/model/instrument.ts';
import { instrumentOfReading } from '../../../src/features/readings/data.ts';
import { reading, type ReadingBody } from '../../../src/features/readings/model/reading.ts';
import { soilReading, soilSkills } from '../../support/foreign-instrument.ts';
import { fillPhone } from '../../support/own-vault.ts';
import { readTable } from './read-csv.ts';
import { contentsOf, emptyVault, looking, newId, options, saved } from './sample.ts';

afterEach(() => vi.restoreAllMocks());

async function write(store: Store, body: ReadingBody) {
  const subject = store.owner.personId;
  return saved(await store.write([{ do: 'create', id: newId(), kind: reading, subject, body }]));
}

/** A file with a reading of each of these bodies, and whatever is given as definitions. */
async function fileWith(definitions: readonly unknown[], bodies = [soilReading]): Promise<Blob> {
  const vault = await emptyVault();
  for (const body of bodies) await write(vault, body);
  const file = JSON.parse(await textOf(vault)) as { instruments: unknown[] };
  return new Blob([JSON.stringify({ ...file, instruments: definitions })]);
}

async function textOf(store: Store): Promise<string> {
  const made = await exportJson(store, options);
  if (made.status !== 'done') throw new Error(made.status);
  return made.file.text();
}

/** The definitions in an export, each as its text stands there. */
async function definitionsIn(store: Store): Promise<string[]> {
  const [, list = ''] = /"instruments": \[\n([^]*?)\n {2}\]/.exec(await textOf(store)) ?? [];
  return list === '' ? [] : list.split(',\n').map((line) => line.trim());
}

async function look(file: Blob, store?: Store): Promise<ReadyImport> {
  const check = await readImport(file, { ...looking, ...(store && { store }) });
  if (check.status !== 'ready') throw new Error(JSON.stringify(check));
  return check;
}

async function bringIn(file: Blob) {
  const vault = await emptyVault();
  const check = await look(file, vault);
  expect(await applyImport(vault, check)).toMatchObject({ status: 'imported' });
  return { vault, check };
}

const otherPerson = { code: 'other-person', id: expect.any(String) };

test('an instrument this Plotline does not have comes along, is read by its words, and leaves as it came', async () => {
  const { vault, check } = await bringIn(await fileWith([soilSkills]));
  expect(check.preview.problems).toEqual([otherPerson]);
  expect(check.preview.instruments).toEqual([{ en: 'Soil skills', de: 'Bodenwissen' }]);
  const found = await instrumentOfReading(vault, soilReading);
  expect(found?.statements.map(({ short }) => short.en)).toEqual([
    'Digging',
    'Telling by the sound',
    'Making compost',
  ]);
  // Also what this app does not know of it.
  expect(await definitionsIn(vault)).toEqual([JSON.stringify(soilSkills)]);

  const again = await bringIn(new Blob([await textOf(vault)]));
  expect(await definitionsIn(again.vault)).toEqual([JSON.stringify(soilSkills)]);
  expect(await contentsOf(again.vault)).toEqual(await contentsOf(vault));
});

test('tables name what they refer to: every statement in the words of its instrument', async () => {
  const { vault } = await bringIn(await fileWith([soilSkills]));
  await write(vault, { ...soilReading, instrument: { id: 'engagement', version: 1 } });
  const made = await exportCsvFiles(vault, options);
  if (made.status !== 'done') throw new Error(made.status);
  const file = made.files.find(({ name }) => name === 'instruments.csv');
  const rows = readTable((await file?.file.text()) ?? '').filter(({ language }) => language === 'de');
  expect(rows.filter(({ indicator }) => indicator === 'voice')).toMatchObject([
    { instrument: 'engagement', instrument_version: '1', indicator_short: 'Gleiche Stimme', definition: '1' },
    {
      instrument: 'soil-skills',
      instrument_version: '3',
      instrument_title: 'Bodenwissen',
      indicator_short: 'Am Klang erkennen',
      indicator_name: 'Am Klang erkennen im Garten',
      indicator_about: '',
      definition: '1',
    },
  ]);
});

test('one that came with a file brought in before its words were kept is fetched with the same file', async () => {
  const file = await fileWith([soilSkills]);
  const { vault } = await bringIn(await fileWith([]));
  await applyImport(vault, await look(await fileWith([], []), vault));
  const without = await look(file, vault);
  await applyImport(vault, { ...without, content: { ...without.content, definitions: [] } });
  const second = await look(file, vault);
  expect(second.preview).toMatchObject({ versions: { new: 0 }, instruments: [{ en: 'Soil skills' }] });
  await applyImport(vault, second);
  expect(await instrumentOfReading(vault, soilReading)).not.toBeNull();
  expect((await look(file, vault)).preview.instruments).toEqual([]);
});

test.each<[string, unknown, RegExp]>([
  ['no object', 'soil', /^not an object$/],
  ['a list', [soilSkills], /Invalid input/],
  ['no name', { ...soilSkills, id: undefined }, /^id/],
  ['another scale', { ...soilSkills, scale: { min: 0, max: 10 } }, /^scale/],
  ['no statements', { ...soilSkills, statements: [] }, /^statements/],
  ['a text without words', { ...soilSkills, title: { en: ' ' } }, /^title\.en/],
  ['far too long', { ...soilSkills, padding: 'x'.repeat(2_000_000) }, /^too long$/],
])(
  'a definition that cannot be used (%s) is named and left out; its readings come in',
  async (_, bad, why) => {
    const { vault, check } = await bringIn(await fileWith([bad, soilSkills]));
    expect(check.preview.problems).toEqual([
      { code: 'bad-definition', at: 0, why: expect.stringMatching(why) },
      otherPerson,
    ]);
    expect(await vault.definitions()).toEqual([soilSkills]);
    expect(await contentsOf(vault)).toHaveLength(1);
  },
);

test('a file without any definition, as by hand, brings its readings', async () => {
  const file = JSON.parse(await (await fileWith([])).text()) as { instruments?: unknown };
  for (const instruments of [undefined, 'soil', 7]) {
    const { vault } = await bringIn(new Blob([JSON.stringify({ ...file, instruments })]));
    expect(await contentsOf(vault)).toHaveLength(1);
  }
});

const engagementReading: ReadingBody = { ...soilReading, instrument: { id: 'engagement', version: 1 } };

test('what is built in is never replaced: other words under its name are kept beside it, and both go along', async () => {
  const reworded: Instrument = { ...engagement, title: { en: 'Engagement, reworded' } };
  const own: ReadingBody = { ...engagementReading, answers: [{ statement: 'voice', score: 3 }] };
  const { vault, check } = await bringIn(await fileWith([engagement, reworded], [own]));
  expect(check.preview.problems).toContainEqual({ code: 'other-definition', id: 'engagement', version: 1 });
  expect(await instrumentOfReading(vault, own)).toEqual(engagement);
  expect(await definitionsIn(vault)).toEqual([JSON.stringify(engagement), JSON.stringify(reworded)]);
  const again = await look(new Blob([await textOf(vault)]), vault);
  expect(again.preview).toMatchObject({ instruments: [], problems: [] });
});

test('answers that fit only the definition they came with are read by that one', async () => {
  const under = { ...soilSkills, id: 'engagement', version: 1 };
  const { vault } = await bringIn(await fileWith([under], [engagementReading]));
  expect((await instrumentOfReading(vault, engagementReading))?.title.en).toBe('Soil skills');
  const own: ReadingBody = { ...engagementReading, answers: [{ statement: 'voice', score: 3 }] };
  expect(await instrumentOfReading(vault, own)).toEqual(engagement);
});

test('of two that came under one name the first counts, and both are kept in their order', async () => {
  const second = { ...soilSkills, title: { en: 'Soil skills, second' } };
  const { vault, check } = await bringIn(await fileWith([soilSkills, second, soilSkills]));
  expect(check.preview.problems).toContainEqual({ code: 'other-definition', id: 'soil-skills', version: 3 });
  expect((await instrumentOfReading(vault, soilReading))?.title.en).toBe('Soil skills');
  expect(await definitionsIn(vault)).toEqual([JSON.stringify(soilSkills), JSON.stringify(second)]);
});

test('what only a record of a newer Plotline names goes along with it', async () => {
  const { vault } = await bringIn(await fileWith([soilSkills]));
  const [made] = await contentsOf(vault);
  if (!made) throw new Error('no reading');
  const novel = { ...made, kind: 'competence', body: { deep: [{ of: soilReading.instrument }] } };
  const { vault: newer } = await bringIn(await fileWith([soilSkills]));
  await newer.write([{ do: 'erase', id: (await contentsOf(newer))[0]?.id ?? '' }]);
  expect(await definitionsIn(newer)).toEqual([]);
  await newer.apply([{ ...novel, id: newId(), subject: newer.owner.personId }]);
  expect(await definitionsIn(newer)).toEqual([JSON.stringify(soilSkills)]);
});

test('on a phone without room for it nothing is written, neither it nor a record', async () => {
  const file = await fileWith([soilSkills]);
  const vault = await emptyVault();
  const check = await look(file, vault);
  fillPhone('definitions');
  expect(await applyImport(vault, check)).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  fillPhone('records');
  expect(await applyImport(vault, check)).toEqual({ status: 'full' });
  vi.restoreAllMocks();
  expect(await vault.definitions()).toEqual([]);
  expect(await contentsOf(vault)).toEqual([]);
  expect(await applyImport(vault, check)).toMatchObject({ status: 'imported', added: 1 });
});
