/** A profile as the app ships it: what the suite proves is the very file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../../src/sync/protocol/profile.ts';
import { readProfileText } from '../../src/sync/protocol/read-profile.ts';

const folder = join(import.meta.dirname, '../../src/sync/protocol/profiles');

/** `name`: that of its file, without `.json`. Throws where it is not a profile. */
export function readyProfile(name: string): Profile {
  const read = readProfileText(readFileSync(join(folder, `${name}.json`), 'utf8'));
  if (read.status === 'bad') throw new Error(`${name}: ${JSON.stringify(read.faults)}`);
  return read.profile;
}
