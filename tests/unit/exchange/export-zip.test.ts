/** The zip: what lies in it, and that nothing is left out without a word. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Found, Store } from '../../../src/core/store.ts';
import { exportJson, exportZip } from '../../../src/exchange/export.ts';
import { contentsOf, emptyVault, fillVault, options, photo, voice, zipOf } from './sample.ts';

const open = async (file: Blob) => unzipSync(new Uint8Array(await file.arrayBuffer()));
const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(strFromU8(bytes ?? new Uint8Array()));

test('another program opens it and finds everything, photos and recordings to the byte', async () => {
  const vault = await emptyVault();
  const { photoRef, voiceRef } = await fillVault(vault);
  const files = await open(await zipOf(vault));
  expect(Object.keys(files).sort()).toEqual(
    [
      'README.txt',
      'actions.csv',
      'assets.csv',
      `attachments/${photoRef.sha256}.jpg`,
      `attachments/${voiceRef.sha256}.webm`,
      'conversations.csv',
      'datapackage.json',
      'instruments.csv',
      'people.csv',
      'readings.csv',
      'records.json',
      'reflections.csv',
      'report.json',
    ].sort(),
  );
  expect(files[`attachments/${photoRef.sha256}.jpg`]).toEqual(photo);
  expect(files[`attachments/${voiceRef.sha256}.webm`]).toEqual(voice);
  expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toBe('Hallo Sam\r\n\r\n5 Einträge\r\n');
  expect(json(files['records.json'])).toMatchObject({
    format: 'plotline-records',
    version: 1,
    exportedAt: '2026-07-01T22:30:00.000Z',
    instruments: [{ id: 'engagement', version: 1, statements: expect.any(Array) as unknown }],
    versions: await contentsOf(vault),
    attachments: expect.arrayContaining([
      { ...photoRef, file: `attachments/${photoRef.sha256}.jpg` },
    ]) as unknown,
    leftOut: [],
  });
});

test('it is named for the day it is where the person is', async () => {
  const vault = await emptyVault();
  expect(await exportZip(vault, options)).toMatchObject({ status: 'done', name: 'plotline-2026-07-02.zip' });
  expect(await exportJson(vault, options)).toMatchObject({ name: 'plotline-records-2026-07-02.json' });
});

test('a damaged row and a lost photo are named, and do not stop the rest', async () => {
  const vault = await emptyVault();
  const { photoRef } = await fillVault(vault);
  const torn = { id: 'x', rev: 'y', kind: 'reflection', occurredAt: '2026-05-01', why: 'cannot be opened' };
  const store: Store = {
    ...vault,
    async *everything() {
      yield { status: 'damaged', ...torn, subject: vault.owner.personId } satisfies Found;
      yield* vault.everything();
    },
    attachment: async (sha256) => (sha256 === photoRef.sha256 ? null : vault.attachment(sha256)),
  };
  const made = await exportZip(store, options);
  const missing = [{ sha256: photoRef.sha256, type: 'image/jpeg' }];
  if (made.status !== 'done') throw new Error(made.status);
  expect(made.report).toMatchObject({ attachments: 1, damaged: [torn], missingAttachments: missing });
  const files = await open(made.file);
  expect(json(files['report.json'])).toEqual(made.report);
  expect(json(files['records.json'])).toMatchObject({
    leftOut: [torn],
    versions: await contentsOf(vault),
    attachments: expect.arrayContaining([{ ...photoRef, file: null }]) as unknown,
  });
});

test('a record whose newest version is damaged is not shown in a table as it once was', async () => {
  const vault = await emptyVault();
  const { able } = await fillVault(vault);
  const torn = { ...able, rev: 'ffffffffffff-0000-zzzzzzzz', why: 'cannot be opened' };
  const store: Store = {
    ...vault,
    async *everything() {
      yield* vault.everything();
      yield { status: 'damaged', ...torn } satisfies Found;
    },
  };
  const files = await open(await zipOf(store));
  expect(strFromU8(files['assets.csv'] ?? new Uint8Array())).not.toContain(able.id);
});

test('kinds without a table are counted, so that nobody takes the tables for everything', async () => {
  const vault = await emptyVault();
  const { able } = await fillVault(vault);
  await vault.apply([{ ...able, id: able.id.replace(/^./, 'f'), kind: 'star-sign', body: {} }]);
  expect(await exportZip(vault, options)).toMatchObject({
    report: { notInTables: [{ kind: 'star-sign', count: 1 }] },
  });
});

test('stopped, out of reach and too large are said, without a file', async () => {
  const vault = await emptyVault();
  const { able } = await fillVault(vault);
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  expect(await exportZip(vault, { ...options, onProgress, signal: stop.signal })).toEqual({
    status: 'stopped',
  });
  const broken: Store = {
    ...vault,
    // oxlint-disable-next-line require-yield -- it fails before it gives anything
    async *everything() {
      throw new Error('the database is gone');
    },
  };
  expect(await exportZip(broken, options)).toEqual({ status: 'unavailable', why: 'the database is gone' });
  const photos = [{ sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 5_000_000_000 }];
  const body = { what: 'big', part: 'head', photos, priorLearning: false, competences: [] };
  await vault.apply([{ ...able, id: able.id.replace(/^./, 'f'), body }]);
  expect(await exportZip(vault, options)).toEqual({ status: 'too-large' });
});

test('progress goes up to the last photo', async () => {
  const vault = await emptyVault();
  await fillVault(vault);
  const seen: string[] = [];
  await zipOf(vault, { onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done}/${total}`) });
  expect(seen[0]).toBe('records 1/null');
  expect(seen.at(-1)).toBe('attachments 2/2');
});
