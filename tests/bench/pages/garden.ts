/** Made-up records of a gardener, the same at every run: what a year or ten at the garden leave on a phone. */
import type { Environment } from '../../../src/core/environment.ts';
import { createId } from '../../../src/core/ids.ts';
import type { Change } from '../../../src/core/store.ts';
import type { ReadingDraft } from '../../../src/features/readings/model/reading-draft.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';

export const environment: Environment = {
  now: () => Date.now(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

const statements = ['assets', 'voice', 'responsibility', 'celebrating', 'support', 'benefits'];
const instrument = { id: 'engagement', version: 1 };
const words =
  'We dug over the bed by the fence and put in the last of the beans. It rained, nobody minded, and the soup was good.';

/** The `at`th of `count` records, one every few hours up to midsummer 2026; all are shared, so that all wait to be sent. */
export function recordAt(at: number, count: number, subject: string): Change {
  const moment = Date.UTC(2026, 5, 21) - (count - at) * 5 * 3_600_000;
  return {
    do: 'create',
    id: createId(environment),
    subject,
    occurredAt: new Date(moment).toISOString(),
    audience: 'team',
    ...contentAt(at),
  };
}

function contentAt(at: number): { kind: Extract<Change, { do: 'create' }>['kind']; body: unknown } {
  switch (at % 10) {
    case 0:
      return { kind: reading, body: { instrument, relation: 'self', answers: answersAt(at) } };
    case 1:
    case 2:
      return {
        kind: asset,
        body: {
          // One that only a search through everything finds.
          what: `Grafting ${at === 1 ? 'quince' : 'apple'} trees, row ${at}`,
          part: at % 20 < 10 ? 'hand' : 'head',
          photos: [],
          priorLearning: false,
          competences: [],
        },
      };
    case 3:
      return { kind: action, body: { what: 'Ask for a key to the shed', owner: 'me', causes: [] } };
    default:
      return { kind: reflection, body: { words: `${at}: ${words}`, photos: [], talk: false } };
  }
}

function answersAt(at: number) {
  return statements.map((statement, place) => ({ statement, score: ((at + place * 2) % 6) + 1 }));
}

/** A self-assessment that is filled in, with two notes, and waits for "finish". */
export function finishedDraft(): ReadingDraft {
  const answers = answersAt(3).map((answer, place) => (place < 2 ? { ...answer, note: words } : answer));
  return { id: createId(environment), instrument, answers, day: null, audience: 'team' };
}
