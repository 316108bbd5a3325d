/** What is said where a record names something this app has no words for? */
import { expect, test } from 'vitest';
import { conversation } from '../../../../src/features/conversations/model/conversation.ts';
import { reading } from '../../../../src/features/readings/model/reading.ts';
import { sayMadeKey, sayWords, translator } from '../../../../src/ui/text/catalog.ts';

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

test('a statement nobody here knows is told by its id, readable', () => {
  const { detail } = reading.summary({ instrument, relation: 'self', answers });
  expect(detail && sayWords(t, 'en', detail)).toBe('Equal voice 4, Soil care 3, Trees.old ones no answer');
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
  expect(labels).toEqual(['Equal voice', 'Soil care', 'Trees.old ones']);
});

test('a text that is missing in the program itself is still seen', () => {
  expect(sayMadeKey(t, 'readings.missing')).toBe('readings.missing');
});
