/** The CSV files say what the records say, and never more: no sums, no ranks, no zeros for what was left out. */
import { beforeAll, expect, test } from 'vitest';
import { exportCsvFiles } from '../../../src/exchange/export.ts';
import { dayIn, tablesOf } from '../../../src/exchange/tables.ts';
import { records } from '../../../src/records.ts';
import { readCsv, readTable } from './read-csv.ts';
import { emptyVault, fillVault, options } from './sample.ts';

const files = new Map<string, string>();
let sample: Awaited<ReturnType<typeof fillVault>>;
const file = (name: string) => files.get(name) ?? '';

beforeAll(async () => {
  const vault = await emptyVault();
  sample = await fillVault(vault);
  const made = await exportCsvFiles(vault, options);
  if (made.status !== 'done') throw new Error(made.status);
  for (const { name, file } of made.files) files.set(name, await file.text());
});

test('what people can do comes first, and a table without rows is not made', () => {
  expect([...files.keys()]).toEqual([
    'assets.csv',
    'reflections.csv',
    'readings.csv',
    'actions.csv',
    'people.csv',
    'instruments.csv',
    'datapackage.json',
  ]);
});

test('a reading is one row a statement, in its newest version, with a gap where it was left out', () => {
  const rows = readTable(file('readings.csv'));
  expect(rows.map(({ indicator, score, answered }) => [indicator, score, answered])).toEqual([
    ['assets', '2', 'true'],
    ['voice', '', 'false'],
    ['responsibility', '4', 'true'],
  ]);
  expect(rows[0]).toMatchObject({
    reading_id: sample.read.id,
    person_id: sample.me,
    date: '2026-06-01',
    rater_relation: 'self',
    author_role: 'participant',
    instrument: 'engagement',
    instrument_version: '1',
    note: '\'=HYPERLINK("http://x"), "gutt"\nan zwou Zeilen',
    audience: 'me',
    withdrawn: 'false',
  });
});

test('an asset keeps its files by name, and no text in it can be run', () => {
  expect(readTable(file('assets.csv'))).toMatchObject([
    {
      what: 'Grafting apple trees',
      prior_learning: 'true',
      competences: "pruning;' -budding",
      photos: `attachments/${sample.photoRef.sha256}.jpg`,
      recording: `attachments/${sample.voiceRef.sha256}.webm`,
    },
  ]);
  expect(readTable(file('actions.csv'))).toMatchObject([
    { what: "'+352 call the town hall", causes: 'project' },
  ]);
});

test('withdrawn is marked, erased is not there', () => {
  expect(readTable(file('reflections.csv'))).toMatchObject([
    { reflection_id: sample.hidden.id, withdrawn: 'true' },
  ]);
  expect([...files.values()].join('')).not.toContain(sample.gone.id);
});

test('every kind has a table, every column is described, and none adds up or ranks', () => {
  const tables = tablesOf(records);
  expect(tables).toHaveLength(records.size);
  for (const { columns } of tables) {
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, about } of columns) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
      expect(name).not.toMatch(/total|average|avg|sum|mean|rank|percent|level/);
      expect(about.length).toBeGreaterThan(3);
    }
  }
});

test('the dictionary describes the very columns of the files', () => {
  const dictionary = JSON.parse(file('datapackage.json')) as {
    profile: string;
    resources: {
      path: string;
      encoding: string;
      schema: { fields: { name: string; description: string }[] };
    }[];
  };
  expect(dictionary.profile).toBe('tabular-data-package');
  expect(dictionary.resources.map(({ path }) => path)).toEqual([...files.keys()].slice(0, -1));
  for (const { path, encoding, schema } of dictionary.resources) {
    expect(encoding).toBe('utf-8');
    expect(schema.fields.map(({ name }) => name)).toEqual(readCsv(file(path))[0]);
    expect(schema.fields.every(({ description }) => description.length > 3)).toBe(true);
  }
});

test('files are UTF-8 without a mark, every line ended by CRLF', () => {
  for (const [name, text] of files) {
    if (!name.endsWith('.csv')) continue;
    expect(text.startsWith('\ufeff')).toBe(false);
    expect(text.endsWith('\r\n')).toBe(true);
  }
});

test('a moment is put on the day it was where the export is made', () => {
  expect(dayIn('Europe/Brussels')('2026-06-30T22:30:00.000Z')).toBe('2026-07-01');
  expect(dayIn('America/New_York')('2026-07-01T02:30:00.000Z')).toBe('2026-06-30');
  expect(dayIn('Europe/Brussels')('2026-06-30')).toBe('2026-06-30');
});
