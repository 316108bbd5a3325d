/** Reading and writing of records: what the first screen does without, and is fetched after it. */
import { createClock, createNode } from '../core/clock.ts';
import type { ClockOffset } from '../core/clock-offset.ts';
import type { RecordKinds } from '../core/define-record.ts';
import type { Environment } from '../core/environment.ts';
import { bytesToHex } from '../core/hex.ts';
import type { DropOutcome, Owner, Store } from '../core/store.ts';
import type { SyncStore } from '../core/sync-store.ts';
import type { Takes } from '../core/takes.ts';
import { createAttachments } from './attachments.ts';
import { createDefinitions } from './definitions.ts';
import { heedOffset, resumeOffset } from './clock-row.ts';
import type { Connection, Ran } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import type { SeenDrafts } from './drafts.ts';
import { dropDraft } from './end-draft.ts';
import { createReading } from './read.ts';
import type { Sealer } from './seal.ts';
import type { Turns } from './turns.ts';
import { createTakes } from './takes.ts';
import { createVersionRows } from './version-rows.ts';
import { createWrite } from './write.ts';

/** Attachments younger than this may belong to something that is being written right now. */
const SWEEP_AFTER_MS = 60 * 60 * 1000;

export type RecordStore = Pick<
  Store,
  | 'write'
  | 'apply'
  | 'get'
  | 'watch'
  | 'list'
  | 'watchList'
  | 'watchSubjects'
  | 'history'
  | 'othersMayHave'
  | 'everything'
  | 'definitions'
  | 'watchDefinitions'
  | 'keepAttachment'
  | 'attachment'
  | 'dropUnused'
> & {
  /** The caller holds the turn of the draft. */
  dropDraft(key: string): Promise<DropOutcome>;
  takes: Takes;
  /** See `Vault` in open-vault.ts. */
  tidy(olderThanMs?: number): Promise<number>;
  sync(): Promise<SyncStore>;
};

export interface RecordStoreParts {
  db: VaultDatabase;
  connection: Connection;
  sealer: Sealer;
  environment: Environment;
  owner: Owner;
  turns: Turns;
  seen: SeenDrafts;
}

export async function createRecordStore(
  parts: RecordStoreParts,
  records: RecordKinds,
): Promise<Ran<RecordStore>> {
  const { db, connection, sealer, environment } = parts;
  const start = await readStart(parts);
  if (start.status !== 'done') return start;
  const { node, offset } = start.value;
  const rows = createVersionRows(sealer, records);
  const clock = createClock({ now: () => environment.now(), node });
  if (offset) clock.correct(offset.offMs, offset.at);
  heedOffset(parts, clock, offset);
  const attachments = createAttachments(db, connection, sealer, environment);
  const { sealMissing, ...definitions } = createDefinitions(db, connection, sealer, environment);
  const takes = createTakes(parts);
  let sync: Promise<SyncStore> | undefined;
  async function createSync(): Promise<SyncStore> {
    const { createSyncStore } = await import('./sync-store.ts');
    return createSyncStore({ ...parts, rows, clock, attachment: attachments.attachment });
  }
  const store: RecordStore = {
    write: createWrite({ ...parts, rows, clock }),
    // Taking in a file is rare: its code is fetched with the first one.
    async apply(versions, along) {
      const part = await import('./apply.ts').catch((error: unknown) => String(error));
      if (typeof part === 'string') return { status: 'unavailable', why: part };
      return part.createApply({ ...parts, rows, clock, sealMissing })(versions, along);
    },
    ...createReading(db, connection, rows, records),
    ...attachments,
    ...definitions,
    dropDraft: (key) => dropDraft(db, connection, parts.seen, key),
    takes,
    async tidy(olderThanMs = SWEEP_AFTER_MS) {
      return (await takes.sweep()) + (await attachments.sweepAttachments(olderThanMs));
    },
    // One for all who ask; asked anew after its code could not be fetched.
    sync: () =>
      (sync ??= createSync().catch((error: unknown) => {
        sync = undefined;
        throw error;
      })),
  };
  return { status: 'done', value: store };
}

/** This device's name in this vault, made once, with a name of this start that no other tab has; and how its clock is off. */
function readStart({
  db,
  connection,
  environment,
}: RecordStoreParts): Promise<Ran<{ node: string; offset: ClockOffset | null }>> {
  const fresh = bytesToHex(environment.randomBytes(6));
  return connection.run(async () => {
    const device = await db.meta.get('device');
    if (!device) await db.meta.put({ name: 'device', value: fresh });
    const node = createNode(device?.value ?? fresh, environment);
    return { node, offset: await resumeOffset(db, environment) };
  });
}
