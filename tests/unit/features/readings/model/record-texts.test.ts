/** Has every word that a record says of itself a text in every language? */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RecordKind, Words } from '../../../../../src/core/define-record.ts';
import {
  action,
  outcomes,
  owners,
  type ActionBody,
  type ActionOwner,
} from '../../../../../src/features/actions/model/action.ts';
import {
  asset,
  origins,
  parts,
  type AssetBody,
  type Origin,
  type Part,
} from '../../../../../src/features/assets/model/asset.ts';
import {
  causes,
  conversation,
  type ConversationBody,
} from '../../../../../src/features/conversations/model/conversation.ts';
import { engagement } from '../../../../../src/features/instruments/model/engagement/engagement.ts';
import { person } from '../../../../../src/features/people/model/person.ts';
import {
  reading,
  relations,
  type Answer,
  type ReadingBody,
  type Relation,
} from '../../../../../src/features/readings/model/reading.ts';
import {
  prompts,
  reflection,
  type Prompt,
  type ReflectionBody,
} from '../../../../../src/features/reflections/model/reflection.ts';
import { languages, type Language } from '../../../../../src/ui/text/languages.ts';
import { poFiles, readPo } from '../../../../../src/ui/text/po.ts';
import { bodyWith } from './made-readings.ts';

const src = join(import.meta.dirname, '../../../../../src');
const voice = { sha256: 'a'.repeat(64), type: 'audio/webm', bytes: 1 };
const id = '018f0000-0000-7000-8000-000000000000';
const on = '2026-03-01';

function keysOf(words: Words | undefined): string[] {
  if (!words || 'said' in words || 'day' in words) return [];
  if ('together' in words) return words.together.flatMap(keysOf);
  return 'list' in words ? words.list.flatMap(keysOf) : [words.key];
}

/** Every key a kind can say, from bodies that between them fill in everything. */
function keysSaid<Body>(kind: RecordKind<Body>, bodies: Body[]): string[] {
  return bodies.flatMap((body) => {
    kind.body.parse(body);
    const { title, detail } = kind.summary(body);
    const lines = kind.lines(body);
    const inLines = [...lines.map(({ label }) => label), ...lines.flatMap(({ words }) => keysOf(words))];
    return [...keysOf(title), ...keysOf(detail), ...inLines];
  });
}

const photos = [{ ...voice, type: 'image/jpeg' }];
const answers: Answer[] = [
  { statement: 'assets', score: null, note: 'a', voice },
  ...bodyWith([1, null, 3, 4, 5, 6]).answers,
];
const viewOf = (relation: Relation): ReadingBody => ({ ...bodyWith([]), relation, answers });
const talkAfter = (opened: 'low' | 'high'): ConversationBody => ({
  reading: id,
  instrument: { id: 'engagement', version: 1 },
  statement: 'voice',
  score: 3,
  opened,
  causes: [...causes],
  words: 'a',
  voice,
  with: 'a',
});
const ownedBy = (owner: ActionOwner): ActionBody => ({
  what: 'a',
  owner,
  ownerName: 'a',
  by: on,
  statement: 'voice',
  causes: [...causes],
});
const answeredBy = (owner: ActionOwner): ActionBody => ({
  ...ownedBy(owner),
  answer: { words: 'a', who: 'a', on },
});
const endedAs = (state: (typeof outcomes)[number]): ActionBody => ({
  ...ownedBy('me'),
  outcome: { state, words: 'a', on },
});
const strength = (part: Part, origin: Origin): AssetBody => ({
  what: 'a',
  part,
  more: 'a',
  origin,
  originWords: 'a',
  photos,
  voice,
  usedIn: 'a',
  priorLearning: true,
  priorLearningWords: 'a',
  competences: ['a'],
  broughtUpBy: 'a',
});
const spokenOnly = (ms?: number): [ActionBody, AssetBody] => [
  { voice: { ...voice, ms }, owner: 'me', causes: [] },
  { whatVoice: { ...voice, ms }, part: 'head', photos: [], priorLearning: false, competences: [] },
];
const spoken = [spokenOnly(), spokenOnly(2000), spokenOnly(90_000)];
const startedFrom = (prompt: Prompt): ReflectionBody => ({ words: 'a', photos: [], prompt, talk: false });

const said = new Set([
  ...keysSaid(reading, relations.map(viewOf)),
  ...keysSaid(conversation, [talkAfter('low'), talkAfter('high')]),
  ...keysSaid(action, [...owners.map(ownedBy), ...owners.map(answeredBy), ...outcomes.map(endedAs)]),
  ...keysSaid(
    action,
    spoken.map(([body]) => body),
  ),
  ...keysSaid(asset, [
    ...parts.flatMap((part) => origins.map((origin) => strength(part, origin))),
    ...spoken.map(([, body]) => body),
  ]),
  ...keysSaid(reflection, [{ words: 'a', voice, photos, talk: true }, ...prompts.map(startedFrom)]),
  ...keysSaid(person, [{ name: 'a', pronouns: 'a', roles: [], languages: ['en'], reach: 'a' }]),
]);

/** The texts of all features in a language; English is its own translation. */
function textsIn(language: Language): Map<string, string> {
  const found = poFiles(src, language).flatMap((path) => readPo(readFileSync(path, 'utf8')).texts);
  return new Map(
    found.map(({ key, english, translated }) => [
      key,
      (language === 'en' ? english[0] : translated[0]) ?? '',
    ]),
  );
}

describe.each(languages)('in %s', (language) => {
  const texts = textsIn(language);

  test('every word that a record says of itself is there', () => {
    expect(said.size).toBeGreaterThan(75);
    expect([...said].filter((key) => !/\S/.test(texts.get(key) ?? ''))).toEqual([]);
  });

  test('a statement has the same name in a record and on the star', () => {
    for (const { id: statement, short } of engagement.statements) {
      expect(texts.get(`readings.statement.${statement}`)).toBe(short[language]);
    }
  });

  test('a score is said with its number', () => {
    expect(texts.get('readings.score')).toContain('{score}');
  });
});
