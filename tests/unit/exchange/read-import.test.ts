/** Looking through a file: what is refused, what is said, and what is still taken. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { exportJson } from '../../../src/exchange/export.ts';
import { importLimits, personIn, type ImportProblem } from '../../../src/exchange/import-check.ts';
import { readImport } from '../../../src/exchange/read-import.ts';
import type { Version } from '../../../src/core/version.ts';
import { emptyVault, fillVault, looking, options, photo, zipOf } from './sample.ts';

type File = { version: number; person: unknown; versions: (Version | Record<string, unknown>)[] };

let zip: Blob;
let files: Record<string, Uint8Array>;
let jsonText: string;
let sample: Awaited<ReturnType<typeof fillVault>>;

beforeAll(async () => {
  const vault = await emptyVault();
  sample = await fillVault(vault);
  zip = await zipOf(vault);
  files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const json = await exportJson(vault, options);
  if (json.status !== 'done') throw new Error(json.status);
  jsonText = await json.file.text();
});

const pack = (changed: Zippable) => new Blob([Uint8Array.from(zipSync({ ...files, ...changed }))]);
const read = (file: Blob, limits = importLimits) => readImport(file, { ...looking, limits });
const refusal = async (file: Blob, limits = importLimits) => {
  const check = await read(file, limits);
  return check.status === 'refused' ? check.code : check.status;
};

/** The records with something changed, as bare JSON. */
function changed(change: (file: File) => void): Blob {
  const file = JSON.parse(jsonText) as File;
  change(file);
  return new Blob([JSON.stringify(file)]);
}

async function ready(file: Blob) {
  const check = await read(file);
  if (check.status !== 'ready') throw new Error(JSON.stringify(check));
  return check;
}

/** Problems but for the photos that bare JSON never has. */
async function problemsOf(file: Blob): Promise<ImportProblem[]> {
  return (await ready(file)).preview.problems.filter(({ code }) => code !== 'attachment-missing');
}

test('a preview says what would come', async () => {
  const { preview } = await ready(zip);
  expect(preview).toMatchObject({
    person: { id: sample.me, role: 'participant', name: 'Sam', languages: ['lb', 'fr'] },
    exportedAt: '2026-07-01T22:30:00.000Z',
    records: { new: 5, known: 0 },
    versions: { new: 8, known: 0 },
    attachments: { found: 2 },
    problems: [],
  });
  // Two were made, one of them is erased: nobody would find it.
  expect(preview.kinds).toContainEqual({ kind: 'reflection', records: 1 });
});

test('packed anew by hand, in a folder, with a Mac’s shadows, it is still read', async () => {
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [`plotline/${name}`, bytes]),
  );
  const shadows = { '__MACOSX/plotline/records.json': strToU8('shadow'), '../../etc/passwd': strToU8('x') };
  const { preview } = await ready(new Blob([Uint8Array.from(zipSync({ ...inFolder, ...shadows }))]));
  expect(preview).toMatchObject({ attachments: { found: 2 }, problems: [] });
});

test('bare JSON is read too, and says which photos it does not have', async () => {
  const { preview } = await ready(new Blob(['\ufeff', jsonText]));
  expect(preview.problems).toEqual(
    expect.arrayContaining([
      { code: 'attachment-missing', sha256: sample.photoRef.sha256, records: [sample.able.id] },
    ]),
  );
});

test('what is not from Plotline is refused as such', async () => {
  expect(await refusal(new Blob(['hello']))).toBe('not-plotline');
  expect(await refusal(new Blob(['{"format":"other","version":1}']))).toBe('not-plotline');
  expect(await refusal(new Blob(['[]']))).toBe('not-plotline');
  expect(await refusal(new Blob([photo]))).toBe('not-plotline');
  expect(await refusal(new Blob([Uint8Array.from(zipSync({ 'a.txt': strToU8('a') }))]))).toBe('not-plotline');
  expect(await refusal(new Blob([]))).toBe('empty');
});

test('a file of a newer Plotline is refused as newer, whatever else is in it', async () => {
  const newer = JSON.stringify({ format: 'plotline-records', version: 2, everything: 'is different' });
  expect(await refusal(new Blob([newer]))).toBe('newer');
  expect(await refusal(pack({ 'records.json': strToU8(newer) }))).toBe('newer');
});

test('a file whose end is missing is refused as cut off, and a changed one as damaged', async () => {
  expect(await refusal(zip.slice(0, zip.size - 40))).toBe('cut-off');
  expect(await refusal(zip.slice(0, 600))).toBe('cut-off');
  expect(await refusal(new Blob([jsonText.slice(0, -200)]))).toBe('cut-off');
  // Just behind a version, inside a text, inside a word: it is the end that is missing.
  const behind = jsonText.indexOf('}},') > 0 ? jsonText.indexOf('}},') + 2 : jsonText.indexOf('},\n') + 1;
  for (const at of [behind, jsonText.indexOf('Grafting') + 3, jsonText.lastIndexOf('null') + 2])
    expect(await refusal(new Blob([jsonText.slice(0, at)]))).toBe('cut-off');
  expect(await refusal(new Blob([jsonText.replace('"versions": [', '"versions": [,')]))).toBe('damaged');
  expect(await refusal(changed((file) => Object.assign(file, { versions: {} })))).toBe('damaged');
  expect(await refusal(changed((file) => Object.assign(file, { version: -1 })))).toBe('damaged');
});

test('one changed letter in a zip does not slip through', async () => {
  const stored = zipSync(files, { level: 0 });
  const at = strFromU8(stored, true).indexOf('Grafting');
  stored[at] = 'D'.charCodeAt(0);
  expect(await refusal(new Blob([Uint8Array.from(stored)]))).toBe('damaged');
});

test('what is larger than a phone can take is refused before it is opened', async () => {
  const bomb = pack({ 'records.json': new Uint8Array(5_000_000) });
  expect(bomb.size).toBeLessThan(200_000);
  expect(await refusal(bomb, { ...importLimits, json: 1_000_000 })).toBe('too-large');
  expect(await refusal(new Blob([jsonText]), { ...importLimits, json: 100 })).toBe('too-large');
  expect(await refusal(new Blob([jsonText]), { ...importLimits, versions: 3 })).toBe('too-large');
  expect(await refusal(zip, { ...importLimits, files: 3 })).toBe('too-large');
});

test('a zip that lies about its size is not opened past it', async () => {
  const bytes = zipSync({ 'records.json': new Uint8Array(5_000_000) });
  const view = new DataView(bytes.buffer);
  const entry = view.getUint32(bytes.length - 6, true);
  view.setUint32(entry + 24, 1000, true);
  expect(await refusal(new Blob([Uint8Array.from(bytes)]))).toBe('damaged');
});

test('a file that the system no longer gives is said', async () => {
  const gone = new Blob(['x']);
  gone.slice = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  expect(await refusal(gone)).toBe('unreadable');
});

test('a bad version is named and left out; its neighbours are not', async () => {
  const file = changed(({ versions }) => {
    const good = versions[0] ?? {};
    versions.splice(
      1,
      0,
      { ...good, id: 'nobody' },
      { ...good, rev: '00000000000a-0000-aaaaaaaa', kind: 'reading', body: { answers: 7 } },
      { ...good, rev: '00000000000b-0000-aaaaaaaa', kind: 'asset', schema: 0 },
      { ...good, rev: '00000000000c-0000-aaaaaaaa', occurredAt: '2026-99-99' },
      { ...good, rev: '00000000000d-0000-aaaaaaaa', removed: 'erased', body: { words: 'left' } },
    );
    (versions as unknown[]).push(null, 'text', [[]]);
  });
  const { preview, content } = await ready(file);
  const bad = preview.problems.filter(({ code }) => code === 'bad-version');
  expect(bad.map((problem) => 'at' in problem && problem.at)).toEqual([1, 2, 3, 4, 5, 13, 14, 15]);
  expect(bad[0]).toMatchObject({ id: 'nobody' });
  expect(bad[1]).toMatchObject({ kind: 'reading', why: expect.stringContaining('instrument') as unknown });
  expect(content.versions).toHaveLength(8);
});

test('twice the same is once; twice different is said, and the first is kept', async () => {
  const file = changed(({ versions }) => {
    const first = versions[0] ?? {};
    versions.push({ ...first }, { ...first, occurredAt: '2001-01-01' });
  });
  const { content } = await ready(file);
  expect(content.versions).toHaveLength(8);
  expect((await problemsOf(file)).map(({ code }) => code)).toEqual(['clash']);
  expect(content.versions.some(({ occurredAt }) => occurredAt === '2001-01-01')).toBe(false);
});

test('kinds and shapes of a newer app are kept whole and said', async () => {
  const file = changed(({ versions }) => {
    const first = versions[0] ?? {};
    versions.push({
      ...first,
      rev: '00000000000a-0000-aaaaaaaa',
      kind: 'hologram',
      schema: 3,
      body: { x: [1] },
    });
    versions.push({ ...first, rev: '00000000000b-0000-aaaaaaaa', kind: 'asset', schema: 99, body: { y: 1 } });
  });
  expect(await problemsOf(file)).toEqual([
    { code: 'unknown-kind', kind: 'hologram', count: 1 },
    { code: 'newer-record', kind: 'asset', count: 1 },
  ]);
  expect((await ready(file)).content.versions).toContainEqual(
    expect.objectContaining({ kind: 'hologram', body: { x: [1] } }),
  );
});

test('keys and values made to trip the app are left out with their version', async () => {
  const [first] = (JSON.parse(jsonText) as File).versions;
  const add = (body: string) => {
    const version = JSON.stringify({
      ...first,
      rev: '00000000000a-0000-aaaaaaaa',
      kind: 'hologram',
      removed: undefined,
      body: 0,
    });
    return new Blob([
      jsonText.replace('"versions": [', `"versions": [${version.replace(/"body":0/, `"body":${body}`)},`),
    ]);
  };
  expect(await problemsOf(add('{"a":1}'))).toMatchObject([{ code: 'unknown-kind' }]);
  for (const body of ['{"__proto__":{"polluted":1}}', '{"n":1e999}', '['.repeat(500) + ']'.repeat(500)]) {
    expect(await problemsOf(add(body))).toMatchObject([{ code: 'bad-version', at: 0 }]);
  }
  expect({}).not.toHaveProperty('polluted');
  expect(await problemsOf(add(`[${'0,'.repeat(300_000)}0]`))).toMatchObject([{ code: 'unknown-kind' }]);
});

test('a photo with other bytes, one that is missing and one too large are said; their records come', async () => {
  const path = `attachments/${sample.photoRef.sha256}.jpg`;
  const about = { sha256: sample.photoRef.sha256, records: [sample.able.id] };

  const wrong = await ready(pack({ [path]: strToU8('not the photo') }));
  expect(wrong.preview).toMatchObject({
    problems: [{ code: 'attachment-wrong', ...about }],
    attachments: { found: 1 },
  });
  expect(wrong.content.versions).toHaveLength(8);

  const { [path]: _photo, ...without } = files;
  const missing = await ready(new Blob([Uint8Array.from(zipSync(without))]));
  expect(missing.preview.problems).toEqual([{ code: 'attachment-missing', ...about }]);

  const large = await read(zip, { ...importLimits, attachment: 1000 });
  expect(large).toMatchObject({ preview: { problems: [{ code: 'attachment-too-large', ...about }] } });
});

test('a photo that is here already is not missed', async () => {
  const vault = await emptyVault(sample.me);
  const bytes = Uint8Array.from(photo).buffer;
  await vault.keepAttachment(bytes, { type: 'image/jpeg' });
  const check = await readImport(new Blob([jsonText]), { ...looking, store: vault });
  expect(check).toMatchObject({ preview: { problems: [{ sha256: sample.voiceRef.sha256 }] } });
});

test('what a file would erase here is counted, also where it holds nothing else', async () => {
  const vault = await emptyVault(sample.me);
  const here = await fillVault(vault);
  const tombstones = changed((file) => {
    const [first] = file.versions;
    const end = { ...first, base: null, kind: 'reflection', schema: 1, removed: 'erased', body: null };
    file.versions = [here.able, here.gone, sample.able].map(({ id }) => ({
      ...end,
      id,
      rev: '00000000000a-0000-aaaaaaaa',
    }));
  });
  // One is alive here, one was erased here before, one was never here.
  expect(await readImport(tombstones, { ...looking, store: vault })).toMatchObject({
    preview: { erases: 1, records: { new: 0, known: 0 } },
  });
  expect((await ready(tombstones)).preview.erases).toBe(0);
});

test('whose file it is counts also where their role is none that this app knows', async () => {
  const file = changed((made) => Object.assign(made, { person: { id: sample.me, role: 'sorcerer' } }));
  const check = await readImport(file, { ...looking, store: await emptyVault() });
  if (check.status !== 'ready') throw new Error(check.status);
  expect(personIn(check)).toMatchObject({ id: sample.me, role: 'participant' });
  expect(check.preview.problems).toContainEqual({ code: 'other-person', id: sample.me });
});

test('the records of somebody else are said to be that', async () => {
  const check = await readImport(zip, { ...looking, store: await emptyVault() });
  expect(check).toMatchObject({ preview: { problems: [{ code: 'other-person', id: sample.me }] } });
});

test('what could not be taken along when the file was made is said again', async () => {
  const leftOut = [{ id: 'x', rev: 'y', kind: 'asset', occurredAt: '2026-01-01', why: 'torn' }];
  const file = changed((all) => Object.assign(all, { leftOut }));
  expect(await problemsOf(file)).toEqual([{ code: 'damaged-before', id: 'x', kind: 'asset', why: 'torn' }]);
});

test('a file that does not say whose it is can be read, and nobody is made up', async () => {
  const check = await ready(
    changed((file) => Object.assign(file, { person: { id: 'me' }, leftOut: 'none' })),
  );
  expect(personIn(check)).toBeNull();
  expect(personIn({ status: 'stopped' })).toBeNull();
});
