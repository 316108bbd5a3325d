/** Writes public/schemas/*.json anew: `node src/exchange/tools/write-schemas.mjs`. A unit test says when it is due. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '../../..');
const load = async (path) => (await runnerImport(join(root, 'src', path))).module;
const { publishedSchemas } = await load('exchange/published-schemas.ts');
const { records } = await load('records.ts');
const { instrumentBody } = await load('features/instruments/model/instrument.ts');

/** Where the schema of a kind is raised, what was published of it goes in here. */
const earlier = JSON.parse(readFileSync(join(import.meta.dirname, 'earlier-bodies.json'), 'utf8'));

const folder = join(root, 'public/schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(publishedSchemas(records, instrumentBody, earlier))) {
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
  writeFileSync(join(folder, name), text);
}
