/** What is said where a record names something this app has no words for? */
import { expect, test } from 'vitest';
import { conversation } from '../../../../src/features/conversations/model/conversation.ts';
import { reading } from '../../../../src/features/readings/model/reading.ts';
import { plainStatementKey, statementKey } from '../../../../src/features/instruments/model/statement-key.ts';
import { statementWords } from '../../../../src/features/instruments/model/statement-words.ts';
import { sayMadeKey, sayWords, translator } from '../../../../src/ui/text/catalog.ts';
import { soilSkills } from '../../../support/foreign-instrument.ts';

const t = translator({
  language: 'en',
  checked: true,
  texts: { 'readings.statement.voice': 'Equal voice', 'readings.gap': 'no answer' },
});
const instrument = { id: 'orchard', version: 2 };
const answers = [
  { statement: 'voice', score: 4 },
  { statement: 'soil-care', score: 3 },
  { statement: 'trees.old_ones', score: null },
];

test('a statement nobody here knows is told by its id, readable, never in the words of another instrument', () => {
  const { detail } = reading.summary({ instrument, relation: 'self', answers });
  expect(detail && sayWords(t, 'en', detail)).toBe('Voice 4, Soil care 3, Trees.old ones no answer');
  const said = conversation.summary({
    instrument,
    reading: '018f0000-0000-7000-8000-000000000000',
    statement: 'soil-care',
    score: 3,
    opened: 'low',
    causes: [],
  });
  expect(said.detail && sayWords(t, 'en', said.detail)).toBe('Soil care');
});

test('as the name of a line in the record and its history too', () => {
  const labels = reading
    .lines({ instrument, relation: 'self', answers })
    .map(({ label }) => sayMadeKey(t, label));
  expect(labels).toEqual(['Voice', 'Soil care', 'Trees.old ones']);
});

test('what came along with records is said in the language shown, in English where it lacks that, and last of all', () => {
  const learned = statementWords([soilSkills]);
  const texts = { 'readings.statement.voice': 'Gleiche Stimme' };
  const say = (language: 'de' | 'fr') => translator({ language, checked: true, texts }, learned);
  const { id, version } = soilSkills;
  const key = (statement: string) => statementKey({ id, version }, statement);
  expect(['digging', 'voice'].map((one) => say('de')(key(one)))).toEqual(['Graben', 'Am Klang erkennen']);
  expect(say('fr')(key('digging'))).toBe('Digging');
  // Of another version, nothing came along.
  expect(sayMadeKey(say('de'), statementKey({ id, version: 9 }, 'digging'))).toBe('Digging');
  // Where a record says no instrument: the app's own words first.
  expect(['digging', 'voice'].map((one) => say('de')(plainStatementKey(one)))).toEqual([
    'Graben',
    'Gleiche Stimme',
  ]);
});

test('a text that is missing in the program itself is still seen', () => {
  expect(sayMadeKey(t, 'readings.missing')).toBe('readings.missing');
});
