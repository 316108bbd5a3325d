/** What changed between two versions, as a person would tell it. */
import { expect, test } from 'vitest';
import { changedLines, sameLine } from '../../../src/core/changed-lines.ts';
import type { Line } from '../../../src/core/define-record.ts';

const said = (label: string, text: string): Line => ({ label, words: { said: text } });
const photo = (name: string) => ({ sha256: name, type: 'image/jpeg', bytes: 1 });

test('nothing changed, nothing told', () => {
  const lines = [said('what', 'Beans'), { label: 'photos', media: [photo('a')] }];
  expect(changedLines(lines, structuredClone(lines))).toEqual([]);
});

test('changed, new and taken out, each once', () => {
  const before = [said('what', 'Beans'), said('where', 'Shed')];
  const after = [said('what', 'Peas'), said('who', 'Sam')];
  expect(changedLines(before, after)).toEqual([
    { label: 'what', before: said('what', 'Beans'), after: said('what', 'Peas') },
    { label: 'who', after: said('who', 'Sam') },
    { label: 'where', before: said('where', 'Shed') },
  ]);
});

test('a note put on one statement does not look like a change of the notes on others', () => {
  const before = [said('voice', '3'), said('support', '4'), said('r.note', 'on support')];
  const after = [
    said('voice', '3'),
    said('r.note', 'on voice'),
    said('support', '4'),
    said('r.note', 'on support'),
  ];
  expect(changedLines(before, after)).toEqual([
    { label: 'r.note', under: 'voice', after: said('r.note', 'on voice') },
  ]);
});

test('a note and a recording under one statement are told apart', () => {
  const recording: Line = { label: 'r.note', media: [photo('sound')] };
  const before = [said('voice', '3'), said('r.note', 'words')];
  expect(changedLines(before, [...before, recording])).toEqual([
    { label: 'r.note', under: 'voice', after: recording },
  ]);
});

test('photos are the same by what they show, in the same order', () => {
  const line = (...names: string[]): Line => ({ label: 'photos', media: names.map(photo) });
  expect(sameLine(line('a', 'b'), line('a', 'b'))).toBe(true);
  expect(sameLine(line('a', 'b'), line('b', 'a'))).toBe(false);
  expect(sameLine(line('a'), { label: 'photos' })).toBe(false);
});
