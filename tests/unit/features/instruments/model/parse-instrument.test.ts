/** Does an instrument that does not hold together say where? */
import { describe, expect, test } from 'vitest';
import { engagement } from '../../../../../src/features/instruments/model/engagement/engagement.ts';
import { comparable, type Instrument } from '../../../../../src/features/instruments/model/instrument.ts';
import { parseInstrument } from '../../../../../src/features/instruments/model/parse-instrument.ts';
import { wrongInLanguages } from '../../../../support/whole-instrument.ts';

const [basic, middle, high] = engagement.bands;
const [first, second] = engagement.statements;
if (!basic || !middle || !high || !first || !second) throw new Error('the engagement tool is not whole');

function changed(change: Partial<Instrument>): Instrument {
  return { ...engagement, ...change };
}

describe('an instrument from a file', () => {
  test.each<[string, unknown, RegExp]>([
    ['no object', 'engagement', /./],
    ['a text without English', changed({ title: JSON.parse('{ "fr": "Titre" }') }), /^title\.en/],
    ['an empty text', changed({ title: { ...engagement.title, de: ' ' } }), /^title\.de/],
    ['another scale', changed({ scale: { min: 0, max: 10 } }), /^scale/],
    ['a gap between bands', changed({ bands: [{ ...basic, to: 1 }, middle, high] }), /^bands\.getting-there/],
    ['bands that overlap', changed({ bands: [{ ...basic, to: 3 }, middle, high] }), /^bands\.getting-there/],
    ['bands that end early', changed({ bands: [basic, middle] }), /^bands/],
    ['bands that go too far', changed({ bands: [basic, middle, { ...high, to: 7 }] }), /^bands/],
    ['the same band twice', changed({ bands: [basic, { ...middle, id: 'basic' }, high] }), /^bands/],
    ['no statement', changed({ statements: [] }), /^statements/],
    ['a statement twice', changed({ statements: [first, second, first] }), /^statements/],
    ['a level missing', changed({ statements: [{ ...first, levels: {} }] }), /^statements\.assets\.levels/],
  ])('%s is refused, and the place is named', (_, given, place) => {
    expect(parseInstrument(given)).toEqual({ status: 'damaged', why: expect.stringMatching(place) });
  });
});

describe('what is asked of a built-in instrument besides', () => {
  test.each<[string, Instrument, RegExp]>([
    ['a text missing in a language', changed({ purpose: { en: 'Why' } }), /^purpose: nothing in fr/],
    ['no English', changed({ languages: ['fr'] }), /^languages/],
    ['a check of a language it lacks', changed({ checked: ['sv'] }), /^checked: sv/],
  ])('%s is found, and no reason to refuse one from a file', (_, given, place) => {
    expect(wrongInLanguages(given)).toMatch(place);
    expect(parseInstrument(given).status).toBe('ok');
  });
});

describe('two versions are comparable', () => {
  const newer = changed({ version: 2 });
  test.each<[string, Instrument, boolean]>([
    ['with the same statements and scale', newer, true],
    ['with the statements in another order', { ...newer, statements: newer.statements.toReversed() }, true],
    ['not with one statement fewer', { ...newer, statements: newer.statements.slice(1) }, false],
    [
      'not with a statement of another id',
      { ...newer, statements: [{ ...first, id: 'new' }, ...newer.statements.slice(1)] },
      false,
    ],
    ['not on another scale', { ...newer, scale: { min: 1, max: 5 } }, false],
    ['not where it is another instrument', { ...newer, id: 'quality' }, false],
  ])('%s', (_, other, expected) => {
    expect(comparable(engagement, other)).toBe(expected);
    expect(comparable(other, engagement)).toBe(expected);
  });
});
