/** Changed on two phones: the CSV files say what the screens say, and records.json every version as it was written. */
import { expect, test } from 'vitest';
import type { RecordKind } from '../../../src/core/define-record.ts';
import type { Version } from '../../../src/core/version.ts';
import { exportCsvFiles, exportJson } from '../../../src/exchange/export.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import { readTable } from './read-csv.ts';
import { emptyVault, newId, options } from './sample.ts';

/** A record of the person's, and what two phones made of it without knowing of each other. */
async function twoPhones(kind: RecordKind, first: object, one: object, other: object) {
  const vault = await emptyVault();
  const id = newId();
  const bodies = [first, one, other];
  const versions = bodies.map((body, at): Version => {
    const rev = (n: number) => `00000000000${n}-0000-twophone`;
    return {
      id,
      rev: rev(at + 1),
      base: at === 0 ? null : rev(1),
      kind: kind.kind,
      schema: kind.schema,
      subject: vault.owner.personId,
      author: { id: vault.owner.personId, role: 'participant' },
      occurredAt: '2026-05-01',
      recordedAt: `2026-05-0${at + 1}T09:00:00.000Z`,
      audience: 'team',
      body,
    };
  });
  await vault.apply(versions);
  const shown = await vault.get(id);
  if (shown?.status !== 'ok') throw new Error('not shown');
  return { vault, versions, shown };
}

async function rowsOf(vault: Awaited<ReturnType<typeof emptyVault>>, name: string) {
  const made = await exportCsvFiles(vault, options);
  if (made.status !== 'done') throw new Error(made.status);
  const table = made.files.find((file) => file.name === name);
  return readTable((await table?.file.text()) ?? '');
}

const dig = { what: 'dig', owner: 'me', causes: [] };

test('what each phone changed alone stands in one row, as on the screen', async () => {
  const { vault, versions, shown } = await twoPhones(
    action,
    dig,
    { ...dig, what: 'dig the pond' },
    { ...dig, by: '2026-06-01' },
  );
  expect(shown).toMatchObject({ rivals: 0, version: { body: { what: 'dig the pond', by: '2026-06-01' } } });
  expect(await rowsOf(vault, 'actions.csv')).toMatchObject([{ what: 'dig the pond', due: '2026-06-01' }]);

  const json = await exportJson(vault, options);
  if (json.status !== 'done') throw new Error(json.status);
  const file = JSON.parse(await json.file.text()) as { versions: Version[] };
  expect(file.versions).toEqual(versions);
});

test.each([
  ['of one field', action, dig, { ...dig, what: 'dig deep' }, { ...dig, what: 'dig slow' }, 'actions.csv'],
  ['that are wrong together', action, ...wrongTogether(), 'actions.csv'],
  [
    'of what somebody said',
    reflection,
    { words: 'a', photos: [], talk: false },
    { words: 'b', photos: [], talk: false },
    { words: 'a', photos: [], talk: true },
    'reflections.csv',
  ],
] as const)(
  'of changes %s the later one stands, as on the screen',
  async (_, kind, first, one, other, name) => {
    const { vault, shown } = await twoPhones(kind, first, one, other);
    expect(shown).toMatchObject({ rivals: 1, version: { body: other } });
    const [row] = await rowsOf(vault, name);
    expect(row?.['recorded_at']).toBe('2026-05-03T09:00:00.000Z');
    const said = 'what' in other ? { what: other.what } : { words: 'a' };
    expect(row).toMatchObject(said);
  },
);

/** The words are taken out on one phone, the recording of them on the other: put together, nothing would be said. */
function wrongTogether() {
  const voice = { sha256: 'a'.repeat(64), type: 'audio/webm', bytes: 9 };
  const first = { ...dig, voice };
  const { what: _, ...spoken } = first;
  return [first, spoken, dig] as const;
}
