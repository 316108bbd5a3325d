/** The published JSON Schema is the one the app checks with, and a real export keeps to it. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { exportJson } from '../../../src/exchange/export.ts';
import { publishedSchemas } from '../../../src/exchange/published-schemas.ts';
import { instrumentBody } from '../../../src/features/instruments/model/instrument.ts';
import { records } from '../../../src/records.ts';
import { emptyVault, fillVault, options } from './sample.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as Record<string, object>;
const earlier = read('src/exchange/tools/earlier-bodies.json');
const schemas = publishedSchemas(records, instrumentBody, earlier);
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schemas['records-1.json'] ?? {});

async function exported(): Promise<{ versions: Record<string, unknown>[] }> {
  const vault = await emptyVault();
  await fillVault(vault);
  const made = await exportJson(vault, options);
  if (made.status !== 'done') throw new Error(made.status);
  return JSON.parse(await made.file.text()) as { versions: Record<string, unknown>[] };
}

test('what is published is what holds now (else: node src/exchange/tools/write-schemas.mjs)', () => {
  for (const [name, schema] of Object.entries(schemas)) {
    expect(read(`public/schemas/${name}`)).toEqual(schema);
  }
});

test('a real export keeps to it', async () => {
  validate(await exported());
  expect(validate.errors ?? []).toEqual([]);
});

test('it sees a body that does not fit its kind, and something left of what was erased', async () => {
  const bad = await exported();
  const reading = bad.versions.find(({ kind }) => kind === 'reading');
  if (reading) reading['body'] = { instrument: 'engagement' };
  expect(validate(bad)).toBe(false);

  const left = await exported();
  const erased = left.versions.find(({ removed }) => removed === 'erased');
  if (erased) erased['body'] = { words: 'still here' };
  expect(validate(left)).toBe(false);
});

test('of a kind whose shape has changed, every shape there was is still published', () => {
  for (const { kind, schema } of records.values()) {
    for (let before = 1; before < schema; before++) expect(earlier).toHaveProperty(`${kind}-${before}`);
  }
});

test('what 0.3.0 wrote, and what is only spoken, keep to it; the old shape knows nothing of voice', async () => {
  const file = await exported();
  const typed = file.versions.find(({ kind }) => kind === 'action');
  const spoken = { sha256: 'a'.repeat(64), type: 'audio/webm', bytes: 9, ms: 1000 };
  const body = { owner: 'project', causes: [], voice: spoken };
  file.versions.push({ ...typed, schema: 1 }, { ...typed, schema: 2, body });
  validate(file);
  expect(validate.errors ?? []).toEqual([]);
  file.versions.push({ ...typed, schema: 1, body });
  expect(validate(file)).toBe(false);
});
