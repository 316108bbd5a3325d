/** What "Try this endpoint" writes: versions that no device takes for a record. */
import { numberToHex } from '../../core/hex.ts';
import type { Role, Version } from '../../core/version.ts';
import { digestOf, type WireVersion } from './wire.ts';

/** The kind of a probe. A listing leaves these out, so that none is ever shown to anybody. */
export const probeKind = 'connection-probe';

/** Who tries it, and the moment, in milliseconds, that the probe is dated. `id`: of the probe's record. */
export interface ProbeOf {
  id: string;
  person: { id: string; role: Role };
  now: number;
}

/** The version of a probe that was made `turn` steps after the first. */
export async function makeProbe(
  { id, person, now }: ProbeOf,
  turn: number,
  body: unknown,
): Promise<WireVersion> {
  const revAt = (at: number) => `${numberToHex(now, 12)}-${numberToHex(at, 4)}-connectionprobe`;
  const moment = new Date(now).toISOString();
  const version: Version = {
    id,
    rev: revAt(turn),
    base: turn === 0 ? null : revAt(turn - 1),
    // Seldom used, so a server that drops what it does not know is found out.
    ...(turn > 0 && { settles: [revAt(turn - 1)] }),
    kind: probeKind,
    schema: 1,
    subject: person.id,
    author: { id: person.id, role: person.role },
    occurredAt: moment.slice(0, 10),
    recordedAt: moment,
    audience: 'team',
    body,
  };
  return { version, digest: await digestOf(version) };
}
