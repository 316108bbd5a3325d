/** A vault with something of everything, on the real storage, for tests of what goes out and comes in. */
import 'fake-indexeddb/auto';
import { openDirectory, type VaultEntry } from '../../../src/storage/directory.ts';
import { openVault, type Vault } from '../../../src/storage/open-vault.ts';
import { createId } from '../../../src/core/ids.ts';
import type { RecordKind } from '../../../src/core/define-record.ts';
import type { Environment } from '../../../src/core/environment.ts';
import type { Found, Store, WriteOutcome } from '../../../src/core/store.ts';
import type { Version } from '../../../src/core/version.ts';
import type { ZipOptions } from '../../../src/exchange/export.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { person } from '../../../src/features/people/model/person.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import { instrumentRules as instruments } from '../../../src/features/takeaway/data/instrument-rules.ts';
import { records } from '../../../src/records.ts';

/** Time that moves a second at every look, and bytes that never repeat. */
function steadyEnvironment(start = Date.parse('2026-06-01T09:30:00.000Z')): Environment {
  let now = start;
  let count = 0;
  return {
    now: () => (now += 1000),
    randomBytes(length) {
      count += 1;
      return Uint8Array.from({ length }, (_, at) => (count >> (8 * (at % 3))) ^ (at * 37));
    },
  };
}

const environment = steadyEnvironment();
const directory = await openDirectory(environment);

export async function emptyVault(personId?: string): Promise<Vault> {
  const entry = await directory.create({ label: 'Sam', ownPhone: true, personId });
  return open(entry);
}

/** The same vault as a next start of the app finds it. */
export async function reopen(vault: Vault): Promise<Vault> {
  vault.close();
  const entry = (await directory.list()).find(({ personId }) => personId === vault.owner.personId);
  if (!entry) throw new Error('no such vault');
  return open(entry);
}

function open(entry: VaultEntry): Promise<Vault> {
  const owner = { personId: entry.personId, role: 'participant' as const };
  return openVault(entry, { environment, records, owner });
}

export const newId = () => createId(environment);

/** Everything of the store, in an order that does not depend on the store's. */
export async function contentsOf(store: Store): Promise<Version[]> {
  const versions: Version[] = [];
  for await (const found of store.everything()) versions.push(okay(found));
  return versions.sort((a, b) => (a.id + a.rev < b.id + b.rev ? -1 : 1));
}

function okay(found: Found): Version {
  if (found.status === 'damaged') throw new Error(found.why);
  return found.version;
}

export function saved(outcome: WriteOutcome): Version {
  const version = outcome.status === 'saved' ? outcome.versions[0] : undefined;
  if (!version) throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return version;
}

/** What looking through a file needs. */
export const looking = { records, instruments };

export const options: ZipOptions = {
  records,
  instruments,
  now: new Date('2026-07-01T22:30:00.000Z'),
  timeZone: 'Europe/Brussels',
  appVersion: '0.1.0',
  words: { readme: ({ records: count }) => ['Hallo Sam', `${count} Einträge`] },
};

export const photo = Uint8Array.from({ length: 3000 }, (_, at) => (at * at) % 251);
export const voice = new TextEncoder().encode(
  'PK\u0003\u0004 looks like the start of a zip entry PK\u0005\u0006',
);

/** A person with a reading edited once, a withdrawn reflection, an erased one, an asset with media, an action. */
export async function fillVault(store: Vault) {
  const me = store.owner.personId;
  const keep = async (bytes: Uint8Array, type: string) => {
    const kept = await store.keepAttachment(Uint8Array.from(bytes).buffer, { type, width: 30, height: 20 });
    if (kept.status !== 'kept') throw new Error(kept.status);
    return kept.ref;
  };
  const photoRef = await keep(photo, 'image/jpeg');
  const voiceRef = await keep(voice, 'audio/webm;codecs=opus');
  const create = async (kind: RecordKind, body: unknown) =>
    saved(await store.write([{ do: 'create', id: newId(), kind, subject: me, body, audience: 'team' }]));

  await store.write([
    {
      do: 'create',
      id: me,
      kind: person,
      subject: me,
      audience: 'me',
      body: { name: 'Sam', roles: ['participant'], languages: ['lb', 'fr'] },
    },
  ]);
  const statements = ['assets', 'voice', 'responsibility'];
  const answers = statements.map((statement, at) => ({ statement, score: at === 1 ? null : 2 + at }));
  const read = await create(reading, {
    instrument: { id: 'engagement', version: 1 },
    relation: 'self',
    answers,
  });
  const better = answers.map(({ statement, score }) => ({
    statement,
    score,
    note: '=HYPERLINK("http://x"), "gutt"\nan zwou Zeilen',
  }));
  await store.write([
    {
      do: 'edit',
      id: read.id,
      kind: reading,
      base: read.rev,
      body: { instrument: { id: 'engagement', version: 1 }, relation: 'self', answers: better },
      audience: 'me',
    },
  ]);
  const hidden = await create(reflection, { words: 'taken out of sight', photos: [], talk: false });
  await store.write([{ do: 'withdraw', id: hidden.id, base: hidden.rev }]);
  const gone = await create(reflection, { words: 'a secret that is erased', photos: [], talk: false });
  await store.write([{ do: 'erase', id: gone.id }]);
  const able = await create(asset, {
    what: 'Grafting apple trees',
    part: 'hand',
    photos: [photoRef],
    voice: voiceRef,
    priorLearning: true,
    competences: ['pruning', '-budding'],
  });
  const owed = await create(action, {
    what: '+352 call the town hall',
    owner: 'project',
    causes: ['project'],
  });
  return { me, read, hidden, gone, able, owed, photoRef, voiceRef };
}

export async function zipOf(store: Store, changed: Partial<ZipOptions> = {}): Promise<Blob> {
  const { exportZip } = await import('../../../src/exchange/export.ts');
  const made = await exportZip(store, { ...options, ...changed });
  if (made.status !== 'done') throw new Error(JSON.stringify(made));
  return made.file;
}
