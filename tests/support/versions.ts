/** Versions of one record for tests of the rules. */
import type { Version } from '../../src/core/version.ts';

export const recordId = '01970000-0000-7000-8000-000000000001';
export const personId = '01970000-0000-7000-8000-000000000002';

/** The rev of the nth version. */
export function revOf(at: number): string {
  return `${at.toString(16).padStart(12, '0')}-0000-testnode`;
}

/** The nth version of the record, with some of its parts otherwise. */
export function version(at: number, parts: Partial<Version> = {}): Version {
  return {
    id: recordId,
    rev: revOf(at),
    base: null,
    kind: 'plan',
    schema: 1,
    subject: personId,
    author: { id: personId, role: 'participant' },
    occurredAt: '2026-05-01',
    recordedAt: '2026-05-01T09:00:00.000Z',
    audience: 'team',
    body: { what: `version ${at}` },
    ...parts,
  };
}
