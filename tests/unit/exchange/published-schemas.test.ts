/** The published JSON Schema is the one the app checks with, and a real export keeps to it. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { exportJson } from '../../../src/exchange/export.ts';
import { publishedSchemas } from '../../../src/exchange/published-schemas.ts';
import { instrumentBody } from '../../../src/features/instruments/model/instrument.ts';
import { records } from '../../../src/records.ts';
import { emptyVault, fillVault, options } from './sample.ts';

const schemas = publishedSchemas(records, instrumentBody);
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
    const published = readFileSync(new URL(`../../../public/schemas/${name}`, import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(schema);
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
