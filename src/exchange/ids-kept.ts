/** Which records a set of versions holds, for telling a person how many there are. Pure. */
import type { Version } from '../core/version.ts';

/** Ids of the records that are not erased: of an erased one, nothing is left that a person could see. */
export function idsKept(versions: readonly Version[]): Set<string> {
  const erased = new Set(versions.filter(({ removed }) => removed === 'erased').map(({ id }) => id));
  return new Set(versions.map(({ id }) => id).filter((id) => !erased.has(id)));
}
