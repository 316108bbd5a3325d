/** What is taken away can be brought back: the same story, to the byte. */
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Version } from '../../../src/core/version.ts';
import { applyImport } from '../../../src/exchange/apply-import.ts';
import { exportJson } from '../../../src/exchange/export.ts';
import { personIn } from '../../../src/exchange/import-check.ts';
import { readImport } from '../../../src/exchange/read-import.ts';
import { anyHistory } from './any-history.ts';
import { contentsOf, emptyVault, fillVault, looking, options, photo, voice, zipOf } from './sample.ts';

async function bringBack(file: Blob) {
  const check = await readImport(file, looking);
  if (check.status !== 'ready') throw new Error(JSON.stringify(check));
  const vault = await emptyVault(personIn(check)?.id);
  return { check, vault, outcome: await applyImport(vault, check) };
}

test('an empty Plotline goes on as the same person, with the whole story and its history', async () => {
  const vault = await emptyVault();
  const { photoRef, voiceRef, gone, hidden, read } = await fillVault(vault);
  const back = await bringBack(await zipOf(vault));

  expect(back.check.preview.problems).toEqual([]);
  expect(back.outcome).toMatchObject({ status: 'imported', attachments: 2, clashes: [] });
  expect(personIn(back.check)).toEqual({
    id: vault.owner.personId,
    role: 'participant',
    name: 'Sam',
    languages: ['lb', 'fr'],
  });
  expect(back.vault.owner).toEqual(vault.owner);
  expect(await contentsOf(back.vault)).toEqual(await contentsOf(vault));
  expect((await back.vault.list({ withdrawn: true })).items.map(stripDelivery)).toEqual(
    (await vault.list({ withdrawn: true })).items.map(stripDelivery),
  );
  expect((await back.vault.history(read.id)).length).toBe(2);
  expect(await back.vault.get(hidden.id)).toMatchObject({ version: { removed: 'withdrawn' } });
  expect((await contentsOf(back.vault)).filter(({ id }) => id === gone.id)).toMatchObject([
    { removed: 'erased', body: null },
  ]);
  expect(new Uint8Array((await back.vault.attachment(photoRef.sha256)) ?? new ArrayBuffer())).toEqual(photo);
  expect(new Uint8Array((await back.vault.attachment(voiceRef.sha256)) ?? new ArrayBuffer())).toEqual(voice);
});

test('a second export of what was brought back is the same file, word for word', async () => {
  const vault = await emptyVault();
  await fillVault(vault);
  const first = await exportJson(vault, options);
  if (first.status !== 'done') throw new Error(first.status);
  const second = await exportJson((await bringBack(await zipOf(vault))).vault, options);
  if (second.status !== 'done') throw new Error(second.status);
  expect(await second.file.text()).toBe(await first.file.text());
});

test('brought in twice, it is there once', async () => {
  const vault = await emptyVault();
  await fillVault(vault);
  const file = await zipOf(vault);
  const back = await bringBack(file);
  const again = await readImport(file, { ...looking, store: back.vault });
  if (again.status !== 'ready') throw new Error(again.status);
  const before = await contentsOf(back.vault);
  expect(again.preview.versions).toEqual({ new: 0, known: before.length });
  expect(again.preview.records.new).toBe(0);
  expect(await applyImport(back.vault, again)).toMatchObject({ added: 0, known: before.length, clashes: [] });
  expect(await contentsOf(back.vault)).toEqual(before);
});

test('records that a newer app made come through whole, with their photos', async () => {
  const vault = await emptyVault();
  const { able, photoRef } = await fillVault(vault);
  const like = (await contentsOf(vault)).find(({ id }) => id === able.id);
  if (!like) throw new Error('no asset');
  const novel: Version = {
    ...like,
    id: like.id.replace(/^./, 'f'),
    kind: 'star-sign',
    body: { deep: [{ photoRef }] },
  };
  await vault.apply([novel, { ...novel, id: like.id.replace(/^./, 'e'), kind: 'asset', schema: 9 }]);
  await vault.write([{ do: 'erase', id: able.id }]);

  const back = await bringBack(await zipOf(vault));
  expect(back.check.preview.problems).toEqual([
    { code: 'unknown-kind', kind: 'star-sign', count: 1 },
    { code: 'newer-record', kind: 'asset', count: 1 },
  ]);
  expect(await contentsOf(back.vault)).toEqual(await contentsOf(vault));
  expect(await back.vault.attachment(photoRef.sha256)).not.toBeNull();
});

test('a photo in a field that a newer app has added to a kind known here comes along', async () => {
  const vault = await emptyVault();
  const { read, able, photoRef } = await fillVault(vault);
  const like = (await contentsOf(vault)).find(({ id }) => id === read.id);
  await vault.apply([
    {
      ...read,
      id: read.id.replace(/^./, 'f'),
      body: { ...(like?.body as object), sketch: { of: photoRef } },
    },
  ]);
  await vault.write([{ do: 'erase', id: able.id }]);
  const back = await bringBack(await zipOf(vault));
  expect(back.check.preview.attachments.found).toBe(1);
  expect(await back.vault.attachment(photoRef.sha256)).not.toBeNull();
});

test('what a newer app says of a version or its author besides comes back too, in files of either form', async () => {
  const vault = await emptyVault();
  const { able } = await fillVault(vault);
  const like = (await contentsOf(vault)).find(({ id }) => id === able.id);
  if (!like) throw new Error('no asset');
  const author = { ...like.author, via: { device: 'a watch' } };
  const novel = {
    ...like,
    id: like.id.replace(/^./, 'f'),
    author,
    mood: 'calm',
    weather: [1, { wind: null }],
  };
  await vault.apply([novel]);
  const json = await exportJson(vault, options);
  if (json.status !== 'done') throw new Error(json.status);
  for (const file of [json.file, await zipOf(vault)]) {
    const back = await bringBack(file);
    expect(await contentsOf(back.vault)).toContainEqual(novel);
    const again = await exportJson(back.vault, options);
    expect(again.status === 'done' && (await again.file.text())).toBe(await json.file.text());
  }
});

test('any history at all comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (versions) => {
      const vault = await emptyVault();
      await vault.apply(versions);
      const made = await exportJson(vault, options);
      if (made.status !== 'done') throw new Error(JSON.stringify(made));
      const back = await bringBack(made.file);
      const amiss = back.check.preview.problems.filter(({ code }) => code !== 'unknown-kind');
      expect(amiss).toEqual([]);
      expect(await contentsOf(back.vault)).toEqual(await contentsOf(vault));
    }),
    { numRuns: 40, seed: 8 },
  );
});

/** What is waiting to be sent is this phone's own; the rest of the story must be the same. */
function stripDelivery(found: object) {
  return { ...found, delivery: undefined };
}
