/** An instrument that no Plotline has built in, and a reading made with it. */
import type { Instrument } from '../../src/features/instruments/model/instrument.ts';
import type { ReadingBody } from '../../src/features/readings/model/reading.ts';

/** What it says of itself, with members that this app does not know, and a language that is not complete. */
export const soilSkills: Instrument & { licence: string } = {
  id: 'soil-skills',
  version: 3,
  title: { en: 'Soil skills', de: 'Bodenwissen' },
  purpose: { en: 'To see what somebody knows about soil.' },
  authors: ['Hillside garden'],
  languages: ['en', 'de'],
  checked: [],
  scale: { min: 1, max: 6 },
  bands: [
    { id: 'new', from: 1, to: 3, name: { en: 'New to it', de: 'Neu darin' } },
    { id: 'used', from: 4, to: 6, name: { en: 'Used to it', de: 'Geübt' } },
  ],
  statements: [
    statement('digging', 'Digging', 'Graben'),
    // The engagement tool has one of this id, which is about something else.
    statement('voice', 'Telling by the sound', 'Am Klang erkennen'),
    statement('compost', 'Making compost', 'Kompost machen'),
  ],
  licence: 'CC0',
};

function statement(id: string, en: string, de: string): Instrument['statements'][number] {
  return {
    id,
    short: { en, de },
    name: { en: `${en} in the garden`, de: `${de} im Garten` },
    about: { en: `What ${id} is about.` },
    principles: [],
    levels: { new: { en: `${id}: a beginning` }, used: { en: `${id}: often done` } },
    talk: { low: { en: `What would help with ${id}?` }, high: { en: `What works with ${id}?` } },
  };
}

export const soilReading: ReadingBody = {
  instrument: { id: soilSkills.id, version: soilSkills.version },
  relation: 'self',
  answers: [
    { statement: 'digging', score: 5 },
    { statement: 'voice', score: null },
    { statement: 'compost', score: 2, note: 'It smells' },
  ],
};
