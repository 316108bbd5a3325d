/** A young gardener's first months, as their story would hold them: forty entries of every kind. */
import type { RecordKind } from '../../src/core/define-record.ts';
import type { AttachmentRef } from '../../src/core/define-record.ts';
import type { Change } from '../../src/core/store.ts';
import { action } from '../../src/features/actions/model/action.ts';
import { asset } from '../../src/features/assets/model/asset.ts';
import { conversation } from '../../src/features/conversations/model/conversation.ts';
import { reading } from '../../src/features/readings/model/reading.ts';
import { reflection } from '../../src/features/reflections/model/reflection.ts';
import type { Vault } from '../../src/storage/open-vault.ts';
import { saved, type TestVault } from './vault.ts';

const statements = ['assets', 'voice', 'responsibility', 'celebrating', 'support', 'benefits'];
const instrument = { id: 'engagement', version: 1 };

const thoughts = [
  'The beans came up overnight. Nobody believed me until they saw them.',
  'Rain all day. We sorted seeds in the shed and I taught Amira the card game.',
  'I did not want to come today. Stayed in the end.',
  'Grün everywhere. Le compost est chaud, on voit la vapeur.',
  'Spoke in the meeting for the first time. My hands were shaking but they wrote it down.',
  'Back to being quiet this week. That is fine too.',
  'Somebody took our tools. Angry.',
  'First tomatoes. Gave half of them to Mrs Weber next door.',
];
const strengths: [string, 'head' | 'hand' | 'heart'][] = [
  ['Sharpening hoes and spades', 'hand'],
  ['I know which weeds you can eat', 'head'],
  ['Looking after my little cousins', 'heart'],
  ['Fixing bicycles', 'hand'],
];
const steps = ['Ask for a key to the shed', 'Build a bench from pallets', 'Show the new ones the compost'];

/** Fills a vault with `count` entries, one every few days up to June 2026. Gives their ids, oldest first. */
export async function growStory(
  { test, vault }: { test: TestVault; vault: Vault },
  count = 40,
): Promise<string[]> {
  const photos = [await keepPhoto(vault, '#7aa35a'), await keepPhoto(vault, '#b3804d')];
  const first = Date.UTC(2026, 5, 12, 9, 30) - (count - 1) * 2.4 * 86_400_000;
  const subject = test.owner.personId;
  const ids: string[] = [];
  let readingId = test.newId();
  for (let at = 0; at < count; at++) {
    test.environment.time = Math.round(first + at * 2.4 * 86_400_000);
    const id = test.newId();
    const { kind, body } = moment(at, readingId, photos);
    if (kind.kind === 'reading') readingId = id;
    const change: Change = { do: 'create', id, kind, subject, body, audience: at % 3 === 0 ? 'team' : 'me' };
    saved(await vault.write([change]));
    ids.push(id);
  }
  return ids;
}

function moment(at: number, readingId: string, photos: AttachmentRef[]): { kind: RecordKind; body: unknown } {
  const score = (at % 6) + 1;
  const statement = statements[at % 6] ?? 'voice';
  switch (at % 8) {
    case 0:
      return { kind: reading, body: { instrument, relation: 'self', answers: answers(at) } };
    case 1: {
      const opened = score > 3 ? 'high' : 'low';
      const causes = opened === 'low' ? ['project', 'chances'] : [];
      const words = 'We agreed that whoever waters also decides what is planted there.';
      return {
        kind: conversation,
        body: { reading: readingId, instrument, statement, score, opened, causes, words, with: 'Sam' },
      };
    }
    case 2: {
      const owner = at % 16 === 2 ? 'project' : 'me';
      return { kind: action, body: { what: steps[at % 3], owner, by: '2026-07-01', causes: [] } };
    }
    case 4: {
      const [what, part] = strengths[(at >> 3) % 4] ?? ['Watering', 'hand'];
      return {
        kind: asset,
        body: { what, part, photos: photos.slice(0, at % 3), priorLearning: false, competences: [] },
      };
    }
    default: {
      const shown = at % 5 === 0 ? photos : [];
      return {
        kind: reflection,
        body: {
          words: thoughts[at % thoughts.length],
          photos: shown,
          talk: at % 7 === 3,
          ...(at % 3 === 0 && { prompt: 'today' }),
        },
      };
    }
  }
}

function answers(at: number) {
  return statements.map((statement, place) => {
    const score = (at + place * 2) % 7;
    return { statement, score: score === 0 ? null : score };
  });
}

/** A plain picture, as a phone would have kept it. */
export async function keepPhoto(vault: Vault, colour: string): Promise<AttachmentRef> {
  const canvas = new OffscreenCanvas(320, 320);
  const draw = canvas.getContext('2d');
  if (!draw) throw new Error('no canvas');
  draw.fillStyle = colour;
  draw.fillRect(0, 0, 320, 320);
  draw.fillStyle = '#f7b928';
  draw.arc(210, 110, 60, 0, 7);
  draw.fill();
  const bytes = await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer();
  const outcome = await vault.keepAttachment(bytes, { type: 'image/jpeg', width: 320, height: 320 });
  if (outcome.status !== 'kept') throw new Error(outcome.status);
  return outcome.ref;
}
