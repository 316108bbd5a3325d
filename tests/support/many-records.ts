/** Many records, as they come in pages. */
import type { Version } from '../../src/core/version.ts';
import { version } from './versions.ts';

/** The nth of many records. */
export function idAt(at: number): string {
  return `01970000-0000-7000-8000-0000000${String(at).padStart(5, '0')}`;
}

/** So many records, each with its first version. */
export function manyRecords(
  count: number,
  partsOf: (at: number) => Partial<Version> = () => ({}),
): Version[] {
  return Array.from({ length: count }, (_, at) =>
    version(at + 1, { id: idAt(at), body: { what: `came ${at}` }, ...partsOf(at) }),
  );
}
