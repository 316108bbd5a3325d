/** Zips with several files of one name, which some programs make and others hide. */
import { beforeAll, expect, test } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { exportJson } from '../../../src/exchange/export.ts';
import { readImport } from '../../../src/exchange/read-import.ts';
import { emptyVault, fillVault, looking, options, photo } from './sample.ts';

let jsonText: string;
let sample: Awaited<ReturnType<typeof fillVault>>;

beforeAll(async () => {
  const vault = await emptyVault();
  sample = await fillVault(vault);
  const made = await exportJson(vault, options);
  if (made.status !== 'done') throw new Error(made.status);
  jsonText = await made.file.text();
});

/** A zip that has several files of one name, which `zipSync` cannot make: the last letter of each name is put right after. */
function withTwins(pairs: [string, Uint8Array][]): Blob {
  const apart = Object.fromEntries(pairs.map(([name, bytes], at) => [`${name.slice(0, -1)}${at}`, bytes]));
  const bytes = zipSync(apart, { level: 0 });
  for (const [at, [name]] of pairs.entries()) {
    const [made, wanted] = [strToU8(`${name.slice(0, -1)}${at}`), strToU8(name)];
    for (let from = 0; from < bytes.length; from += 1) {
      if (made.every((byte, step) => bytes[from + step] === byte)) bytes.set(wanted, from);
    }
  }
  return new Blob([Uint8Array.from(bytes)]);
}

test('two records.json that say different things are refused: a person may have looked at the other one', async () => {
  const text = strToU8(jsonText);
  const other = strToU8(jsonText.replace('Grafting', 'Drafting'));
  expect(
    await readImport(
      withTwins([
        ['records.json', text],
        ['records.json', other],
      ]),
      looking,
    ),
  ).toEqual({ status: 'refused', code: 'damaged' });
  const twice = withTwins([
    ['records.json', text],
    ['records.json', text],
  ]);
  expect(await readImport(twice, looking)).toMatchObject({ status: 'ready' });
});

test('of two photos of one name the right one is taken, whichever comes first', async () => {
  const name = `attachments/${sample.photoRef.sha256}.jpg`;
  const [text, wrong] = [strToU8(jsonText), strToU8('another photo')];
  for (const twins of [
    [wrong, photo],
    [photo, wrong],
  ]) {
    const pairs = twins.map((bytes): [string, Uint8Array] => [name, bytes]);
    const file = withTwins([['records.json', text], ...pairs]);
    const check = await readImport(file, looking);
    if (check.status !== 'ready') throw new Error(check.status);
    expect(check.preview.attachments.found).toBe(1);
    expect(check.preview.problems.map(({ code }) => code)).toEqual(['attachment-missing']);
  }
});
