/** The built-in engagement tool (seed 000), put together from its words in each language. Import it lazily. */
import type { Instrument, Localized } from '../instrument.ts';
import { german } from './engagement-de.ts';
import { english } from './engagement-en.ts';
import { french } from './engagement-fr.ts';
import { luxembourgish } from './engagement-lb.ts';
import { dutch } from './engagement-nl.ts';
import {
  bandIds,
  statementIds,
  type BandId,
  type EngagementWords,
  type StatementId,
} from './engagement-words.ts';

/** The table of seed 000 prints the subtitle of `responsibility` again under `benefits`; its part 3 F has the right one. */
const principles: Record<StatementId, string[]> = {
  assets: ['P1', 'P6'],
  voice: ['P2', 'P4'],
  responsibility: ['P2', 'P4'],
  celebrating: ['P6'],
  support: ['P3', 'P5'],
  benefits: ['P5'],
};

const bandEnds: Record<BandId, { from: number; to: number }> = {
  basic: { from: 1, to: 2 },
  'getting-there': { from: 3, to: 4 },
  excellent: { from: 5, to: 6 },
};

/** The same text in every language. */
function inEach(pick: (words: EngagementWords) => string): Localized {
  return {
    en: pick(english),
    fr: pick(french),
    nl: pick(dutch),
    de: pick(german),
    lb: pick(luxembourgish),
  };
}

export const engagement: Instrument = {
  id: 'engagement',
  version: 1,
  title: inEach((words) => words.title),
  purpose: inEach((words) => words.purpose),
  authors: ['The partners of the IMAGINE project', 'The Plotline team (words)'],
  languages: ['en', 'fr', 'nl', 'de', 'lb'],
  checked: ['en'],
  scale: { min: 1, max: 6 },
  bands: bandIds.map((id) => ({ id, ...bandEnds[id], name: inEach((words) => words.bands[id]) })),
  statements: statementIds.map((id) => ({
    id,
    short: inEach((words) => words.statements[id].short),
    name: inEach((words) => words.statements[id].name),
    about: inEach((words) => words.statements[id].about),
    principles: principles[id],
    levels: Object.fromEntries(
      bandIds.map((level) => [level, inEach((words) => words.statements[id].levels[level])]),
    ),
    talk: {
      low: inEach((words) => words.statements[id].talk.low),
      high: inEach((words) => words.statements[id].talk.high),
    },
  })),
};
