/** What a person asks of taking away and bringing in: is it all there, can I open it, is nothing half done. */
import { expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { Store } from '../../../../src/core/store.ts';
import {
  bringIn,
  lookAtAll,
  lookInto,
  takeAway,
  type ExportReport,
} from '../../../../src/features/takeaway/data.ts';
import { reflection } from '../../../../src/features/reflections/model/reflection.ts';
import { records } from '../../../../src/records.ts';
import { contentsOf, emptyVault, fillVault, newId, saved } from '../../exchange/sample.ts';

const looking = { records, timeZone: 'Europe/Brussels' };
const taking = {
  ...looking,
  now: new Date('2026-07-01T22:30:00.000Z'),
  appVersion: '0.1.0',
  readme: ({ records: count }: ExportReport) => [`${count} of them`],
};

async function filled() {
  const vault = await emptyVault();
  return { vault, ...(await fillVault(vault)) };
}

async function taken(store: Store, form: Parameters<typeof takeAway>[1]) {
  const made = await takeAway(store, form, taking);
  if (made.status !== 'done') throw new Error(JSON.stringify(made));
  return made;
}

/** A store that breaks as soon as all of it is read. */
function brokenStore(store: Store): Store {
  return {
    ...store,
    everything() {
      throw new Error('the database is gone');
    },
  };
}

test('what goes is counted by kind, private and withdrawn ones too, erased ones not', async () => {
  const { vault } = await filled();
  const looked = await lookAtAll(vault, looking);
  expect(looked).toMatchObject({
    status: 'looked',
    what: {
      records: 5,
      kinds: [
        { kind: 'asset', records: 1 },
        { kind: 'reflection', records: 1 },
        { kind: 'reading', records: 1 },
        { kind: 'action', records: 1 },
        { kind: 'person', records: 1 },
      ],
      alone: 2,
      withdrawn: 1,
      photos: 1,
      recordings: 1,
      damaged: 0,
    },
  });
});

test('the preview shows the very rows of the files, five at most, and says whether there are more', async () => {
  const { vault, me } = await filled();
  for (let at = 0; at < 6; at++) {
    const body = { words: `=${at}+1`, photos: [], talk: false };
    saved(await vault.write([{ do: 'create', id: newId(), kind: reflection, subject: me, body }]));
  }
  const looked = await lookAtAll(vault, looking);
  if (looked.status !== 'looked') throw new Error(looked.why);
  const table = looked.what.tables.find(({ file }) => file === 'reflections.csv');
  expect(table?.rows.length).toBe(5);
  expect(table?.more).toBe(true);
  const words = table?.columns.indexOf('words') ?? -1;
  expect(table?.rows.map((row) => row[words])).toContain("'=0+1");

  const file = (await taken(vault, 'tables')).files.find(({ name }) => name === 'reflections.csv');
  const lines = (await file?.text())?.split('\r\n') ?? [];
  expect(table?.rows.map((row) => row.join(','))).toEqual(lines.slice(1, 6));
  expect(looked.what.tables.map(({ file: name }) => name)).not.toContain('conversations.csv');
  expect(looked.what.tables.find(({ file: name }) => name === 'people.csv')?.more).toBe(false);
});

test('tables begin with the mark by which a spreadsheet knows UTF-8; their dictionary does not', async () => {
  const { vault } = await filled();
  const { files } = await taken(vault, 'tables');
  for (const file of files) {
    const start = [...new Uint8Array(await file.arrayBuffer()).slice(0, 3)];
    const marked = start.join() === [0xef, 0xbb, 0xbf].join();
    expect([file.name, marked]).toEqual([file.name, file.name.endsWith('.csv')]);
  }
});

test('everything is one zip with the words of its README; records are one JSON', async () => {
  const { vault } = await filled();
  const all = await taken(vault, 'everything');
  expect(all.files.map(({ name, type }) => [name, type])).toEqual([
    ['plotline-2026-07-02.zip', 'application/zip'],
  ]);
  const [zip] = all.files;
  const entries = unzipSync(new Uint8Array((await zip?.arrayBuffer()) ?? new ArrayBuffer()));
  expect(strFromU8(entries['README.txt'] ?? new Uint8Array())).toBe('5 of them\r\n');
  const words = await taken(vault, 'records');
  expect(words.files.map(({ name }) => name)).toEqual(['plotline-records-2026-07-02.json']);
});

test('a photo that is gone is reported, and the rest still comes', async () => {
  const { vault, photoRef } = await filled();
  const without: Store = {
    ...vault,
    attachment: async (sha256) => (sha256 === photoRef.sha256 ? null : vault.attachment(sha256)),
  };
  const { report } = await taken(without, 'everything');
  expect(report.missingAttachments).toEqual([{ sha256: photoRef.sha256, type: 'image/jpeg' }]);
  expect(report.attachments).toBe(1);
});

test('what cannot be read is said, never thrown', async () => {
  const { vault } = await filled();
  const store = brokenStore(vault);
  const file = (await taken(vault, 'records')).files[0] ?? new Blob();
  expect((await lookAtAll(store, looking)).status).toBe('unavailable');
  for (const form of ['everything', 'records', 'tables'] as const) {
    expect((await takeAway(store, form, taking)).status).toBe('unavailable');
  }
  expect((await lookInto(file, { records, store })).status).toBe('unavailable');
});

test('stopped in the middle, no file is made', async () => {
  const { vault } = await filled();
  const work = new AbortController();
  const made = await takeAway(vault, 'everything', {
    ...taking,
    signal: work.signal,
    onProgress: () => work.abort(),
  });
  expect(made).toEqual({ status: 'stopped' });
});

test('what was taken away comes in again as it was, and the second time nothing is new', async () => {
  const { vault } = await filled();
  const [zip] = (await taken(vault, 'everything')).files;
  const check = await lookInto(zip ?? new Blob(), { records });
  if (check.status !== 'ready') throw new Error(check.status);
  expect(check.preview.attachments).toMatchObject({ found: 2, new: 2 });
  const empty = await emptyVault(vault.owner.personId);
  expect((await bringIn(empty, check, {})).status).toBe('imported');
  expect(await contentsOf(empty)).toEqual(await contentsOf(vault));
  const again = await lookInto(zip ?? new Blob(), { records, store: empty });
  expect(again).toMatchObject({
    preview: { versions: { new: 0 }, records: { new: 0, known: 5 }, attachments: { found: 2, new: 0 } },
  });
});

test('photos that the first file did not have are new in the second', async () => {
  const { vault } = await filled();
  const [json] = (await taken(vault, 'records')).files;
  const [zip] = (await taken(vault, 'everything')).files;
  const empty = await emptyVault(vault.owner.personId);
  const first = await lookInto(json ?? new Blob(), { records, store: empty });
  if (first.status !== 'ready') throw new Error(first.status);
  expect(first.preview.problems.map(({ code }) => code)).toEqual([
    'attachment-missing',
    'attachment-missing',
  ]);
  await bringIn(empty, first, {});
  const second = await lookInto(zip ?? new Blob(), { records, store: empty });
  expect(second).toMatchObject({ preview: { versions: { new: 0 }, attachments: { new: 2 }, problems: [] } });
});
