/** Two versions of one record, side by side: which they are, and what can be put together of them. */
import { describe, expect, test } from 'vitest';
import { keepBothWords, rivalHeads } from '../../../src/core/rival-heads.ts';
import type { Found } from '../../../src/core/store.ts';
import type { Version } from '../../../src/core/version.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import { revOf, version } from '../../support/versions.ts';

const body = { what: 'Hoes', part: 'hand', photos: [], priorLearning: false, competences: [] };
const root = version(1, { kind: 'asset', body });
const side = (at: number, fields: object, parts: Partial<Version> = {}) =>
  version(at, { kind: 'asset', base: revOf(1), body: { ...body, ...fields }, ...parts });
const ok = (made: Version): Found => ({ status: 'ok', version: made, rivals: 0, delivery: 'here' });

describe('which versions stand side by side', () => {
  test('those nobody built on, newest first', () => {
    const { heads, unread } = rivalHeads([side(3, {}), side(2, {}), root].map(ok));
    expect(heads.map(({ rev }) => rev)).toEqual([revOf(3), revOf(2)]);
    expect(unread).toEqual([]);
  });

  test('one from a newer app or damaged is named, not shown', () => {
    const newer: Found = {
      status: 'newer',
      version: side(3, {}, { schema: 9 }),
      rivals: 1,
      delivery: 'here',
    };
    const damaged: Found = {
      status: 'damaged',
      id: root.id,
      rev: revOf(4),
      kind: 'asset',
      subject: 's',
      occurredAt: '',
      why: '',
    };
    const { heads, unread } = rivalHeads([damaged, newer, ok(side(2, {})), ok(root)]);
    expect(heads.map(({ rev }) => rev)).toEqual([revOf(2)]);
    expect(unread).toEqual([revOf(3), revOf(4)]);
  });

  test('a damaged one that others were built on is history, not a rival', () => {
    const damaged: Found = {
      status: 'damaged',
      id: root.id,
      rev: revOf(1),
      kind: 'asset',
      subject: 's',
      occurredAt: '',
      why: '',
    };
    expect(rivalHeads([ok(side(2, {})), damaged]).unread).toEqual([]);
  });
});

describe('putting together', () => {
  const together = (...heads: Version[]) => keepBothWords(asset, [root, ...heads], heads);

  test('words written on both sides are both kept, the earlier ones first', () => {
    expect(together(side(3, { more: 'from Mona' }), side(2, { more: 'from home' }))?.body).toEqual({
      ...body,
      more: 'from home\n\nfrom Mona',
    });
  });

  test('what changed on one side only is taken from it', () => {
    expect(together(side(3, { usedIn: 'the shed' }), side(2, { more: 'from home' }))?.body).toEqual({
      ...body,
      usedIn: 'the shed',
      more: 'from home',
    });
  });

  test('two recordings of one thing are not put together: neither may be lost', () => {
    const spoken = (digit: string) => ({ sha256: digit.repeat(64), type: 'audio/webm', bytes: 9, ms: 1000 });
    const [one, other] = [spoken('a'), spoken('b')];
    expect(together(side(3, { voice: one }), side(2, { voice: other }))).toBeNull();
    expect(together(side(3, { voice: one }), side(2, { more: 'from home' }))?.body).toMatchObject({
      voice: one,
      more: 'from home',
    });
    const owed = { what: 'Gloves', owner: 'project', causes: [] };
    const of = (at: number, fields: object) =>
      version(at, { kind: 'action', base: at === 1 ? null : revOf(1), body: { ...owed, ...fields } });
    const answers = [one, other].map((voice) => ({ answer: { voice, on: '2026-05-02' } }));
    const heads = answers.map((answer, at) => of(3 - at, answer));
    expect(keepBothWords(action, [of(1, {}), ...heads], heads)).toBeNull();
  });

  test('a choice cannot be two things: the newest counts', () => {
    expect(together(side(3, { part: 'head' }), side(2, { part: 'heart' }))?.body).toMatchObject({
      part: 'head',
    });
  });

  test('shared on one side only stays private', () => {
    expect(together(side(3, {}, { audience: 'me' }), side(2, {}))?.audience).toBe('me');
    expect(together(side(3, {}), side(2, {}))?.audience).toBe('team');
  });

  test('never what somebody said, and nothing without a common beginning', () => {
    const heads = [3, 2].map((at) =>
      version(at, { base: revOf(1), body: { words: `${at}`, photos: [], talk: false } }),
    );
    expect(keepBothWords(reflection, [root, ...heads], heads)).toBeNull();
    expect(keepBothWords(asset, heads, [side(3, {}), side(2, {})])).toBeNull();
  });
});
