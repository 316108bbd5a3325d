/** The built-in engagement tool (seed 000), put together from its words in `../../text/engagement/`. Import it lazily. */
import words from 'virtual:instrument-words/engagement';
import type { Instrument } from '../instrument.ts';
import { sayFrom } from '../instrument-words.ts';

const statementIds = ['assets', 'voice', 'responsibility', 'celebrating', 'support', 'benefits'] as const;
type StatementId = (typeof statementIds)[number];

const bandIds = ['basic', 'getting-there', 'excellent'] as const;
type BandId = (typeof bandIds)[number];

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

const say = sayFrom(words);

export const engagement: Instrument = {
  id: 'engagement',
  version: 1,
  title: say('title'),
  purpose: say('purpose'),
  authors: ['The partners of the IMAGINE project', 'The Plotline team (words)'],
  languages: words.languages,
  checked: words.checked,
  scale: { min: 1, max: 6 },
  bands: bandIds.map((id) => ({ id, ...bandEnds[id], name: say(`bands.${id}`) })),
  statements: statementIds.map((id) => ({
    id,
    short: say(`statements.${id}.short`),
    name: say(`statements.${id}.name`),
    about: say(`statements.${id}.about`),
    principles: principles[id],
    levels: Object.fromEntries(bandIds.map((level) => [level, say(`statements.${id}.levels.${level}`)])),
    talk: { low: say(`statements.${id}.talk.low`), high: say(`statements.${id}.talk.high`) },
  })),
};
