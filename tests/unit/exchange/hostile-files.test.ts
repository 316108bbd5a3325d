/** Thousands of spoilt files: each gives an answer, none a crash, and what is taken is always whole. */
import { beforeAll, expect, test } from 'vitest';
import { versionSchema } from '../../../src/core/version.ts';
import { applyImport } from '../../../src/exchange/apply-import.ts';
import { exportJson } from '../../../src/exchange/export.ts';
import type { ImportCheck } from '../../../src/exchange/import-check.ts';
import { readImport } from '../../../src/exchange/read-import.ts';
import { emptyVault, fillVault, looking, options, zipOf } from './sample.ts';

let zip: Uint8Array;
let json: Uint8Array;

beforeAll(async () => {
  const vault = await emptyVault();
  await fillVault(vault);
  zip = new Uint8Array(await (await zipOf(vault)).arrayBuffer());
  const made = await exportJson(vault, options);
  if (made.status !== 'done') throw new Error(made.status);
  json = new Uint8Array(await made.file.arrayBuffer());
});

/** The same numbers at every run (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const pieces = [
  '"__proto__":{},',
  '1e999',
  '[[[[',
  'null',
  '-',
  '\u0000',
  '{"id":',
  '"removed":"erased",',
  '9'.repeat(400),
];

/** One spoiling: bytes flipped, a stretch cut out, doubled, overwritten or a nasty piece put in. */
function spoil(bytes: Uint8Array, roll: (below: number) => number): Uint8Array<ArrayBuffer> {
  // The list at the end of a zip is small and decides everything; it gets its share.
  const place = () =>
    roll(3) === 0 ? bytes.length - 1 - roll(Math.min(900, bytes.length)) : roll(bytes.length);
  const at = place();
  const length = roll(60);
  const [head, cut, rest] = [bytes.slice(0, at), bytes.slice(at, at + length), bytes.slice(at + length)];
  const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
  switch (roll(6)) {
    case 0:
      return join(head, rest);
    case 1:
      return join(head, cut, cut, rest);
    case 2:
      return join(
        head,
        cut.map(() => roll(256)),
        rest,
      );
    case 3:
      return join(head, new TextEncoder().encode(pieces[roll(pieces.length)]), cut, rest);
    case 4:
      return join(head);
    default: {
      const flipped = Uint8Array.from(bytes);
      for (let times = 1 + roll(4); times > 0; times--) flipped[place()] = roll(256);
      return flipped;
    }
  }
}

function soundness(check: ImportCheck): string {
  if (check.status !== 'ready') return check.status === 'refused' ? check.code : check.status;
  const { versions } = check.content;
  return versions.every((version) => versionSchema.safeParse(version).success) ? 'ready' : 'unsound';
}

test.each(['zip', 'json'])('a thousand spoilt files of %s', async (which) => {
  const bytes = which === 'zip' ? zip : json;
  const roll = dice(which === 'zip' ? 11 : 12);
  const vault = await emptyVault();
  const taken: string[] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at < 1000; at++) {
    const check = await readImport(new Blob([spoil(bytes, roll)]), looking);
    const answer = soundness(check);
    if (check.status === 'ready' && at % 10 === 0) taken.push((await applyImport(vault, check)).status);
    seen.set(answer, (seen.get(answer) ?? 0) + 1);
  }
  // What was found fit to be taken can be taken.
  expect(taken.length).toBeGreaterThan(3);
  expect(new Set(taken)).toEqual(new Set(['imported']));
  // 'unreadable' would mean that something threw inside.
  expect([...seen.keys()]).not.toContain('unreadable');
  expect([...seen.keys()]).not.toContain('unsound');
  expect(seen.size).toBeGreaterThanOrEqual(4);
});
