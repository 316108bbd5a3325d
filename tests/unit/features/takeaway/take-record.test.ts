/** One record as a file: exactly what was written, with what it takes to read it, and fit to be brought in again. */
import { expect, test } from 'vitest';
import { applyImport } from '../../../../src/exchange/apply-import.ts';
import { readImport } from '../../../../src/exchange/read-import.ts';
import { reading } from '../../../../src/features/readings/model/reading.ts';
import { takeRecord } from '../../../../src/features/takeaway/data/take-record.ts';
import { records } from '../../../../src/records.ts';
import { soilReading, soilSkills } from '../../../support/foreign-instrument.ts';
import { contentsOf, emptyVault, fillVault, looking, newId, saved } from '../../exchange/sample.ts';

const taking = { records, now: new Date('2026-07-01T22:30:00.000Z'), appVersion: '0.1.0' };

test('a record of an older shape goes as it was written, and is the same where it comes back', async () => {
  const vault = await emptyVault();
  const { owed } = await fillVault(vault);
  const old = {
    ...owed,
    id: newId(),
    schema: 1,
    body: { ...(owed.body as object), seen: 'by an older app' },
  };
  await vault.apply([old]);
  const file = await takeRecord(vault, old.id, taking);
  const { versions } = JSON.parse((await file?.text()) ?? '{}') as { versions: unknown[] };
  expect(versions).toEqual([old]);
  const check = await readImport(file ?? new Blob(), { ...looking, store: vault });
  if (check.status !== 'ready') throw new Error(check.status);
  expect(await applyImport(vault, check)).toMatchObject({ added: 0, known: 1, clashes: [] });
});

test('every version of it goes, and no other record', async () => {
  const vault = await emptyVault();
  const { read } = await fillVault(vault);
  const file = await takeRecord(vault, read.id, taking);
  const { versions } = JSON.parse((await file?.text()) ?? '{}') as { versions: unknown[] };
  expect(versions).toEqual((await contentsOf(vault)).filter(({ id }) => id === read.id));
  expect(versions).toHaveLength(2);
});

test('what it was made with comes along; of what is not here there is no file', async () => {
  const vault = await emptyVault();
  await vault.apply([], [soilSkills]);
  const subject = vault.owner.personId;
  const change = { do: 'create', id: newId(), kind: reading, subject, body: soilReading } as const;
  const { id } = saved(await vault.write([change]));
  const file = await takeRecord(vault, id, taking);
  const { instruments } = JSON.parse((await file?.text()) ?? '{}') as { instruments: unknown[] };
  expect(instruments).toEqual([soilSkills]);
  expect(await takeRecord(vault, newId(), taking)).toBeNull();
});
