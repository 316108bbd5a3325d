/** Opens one person's vault and gives the store that features stand on. */
import type { RecordKinds } from '../core/define-record.ts';
import { createClock, createNode } from '../core/clock.ts';
import type { Environment } from '../core/environment.ts';
import { bytesToHex } from '../core/hex.ts';
import type { Owner, Store } from '../core/store.ts';
import { createAttachments, type Attachments } from './attachments.ts';
import { createConnection, type BrokenReason, type Connection } from './connection.ts';
import { describeVault, type VaultDatabase } from './database.ts';
import { createDrafts } from './drafts.ts';
import { unlock, type KeyHolder } from './keys.ts';
import { createReading } from './read.ts';
import { createSealer } from './seal.ts';
import { createTurns } from './turns.ts';
import { createVersionRows } from './version-rows.ts';
import { createWrite } from './write.ts';

/** Attachments younger than this may belong to something that is being written right now. */
const SWEEP_AFTER_MS = 60 * 60 * 1000;

export interface Vault extends Store, Pick<Attachments, 'sweepAttachments'> {
  /** Ends every live query and lets go of the database. */
  close(): void;
}

interface Opening {
  environment: Environment;
  records: RecordKinds;
  owner: Owner;
  /** Tidying begins when this is over; at once when left out. */
  tidyAfter?: Promise<unknown>;
  /** Told when this store will not work any more and why. */
  onBroken?: (reason: BrokenReason) => void;
}

/** Rejects where the browser gives no database at all. */
export async function openVault(
  entry: { id: string; holder: KeyHolder },
  { environment, records, owner, onBroken, tidyAfter = Promise.resolve() }: Opening,
): Promise<Vault> {
  const db = describeVault(entry.id);
  const connection = createConnection(db.dexie, onBroken);
  const [key, start] = await Promise.all([unlock(entry.holder), readStart(db, connection, environment)]);

  const sealer = createSealer(key, environment);
  const rows = createVersionRows(sealer, records);
  const clock = createClock({ now: () => environment.now(), ...start });
  const turns = createTurns();
  const attachments = createAttachments(db, connection, sealer, environment);
  // Not awaited: nobody waits for tidying, and its failing harms nothing.
  tidyAfter.then(() => attachments.sweepAttachments(SWEEP_AFTER_MS)).catch(() => undefined);

  return {
    owner,
    write: createWrite({ db, connection, rows, clock, environment, owner, turns }),
    // Taking in a file is rare: its code is fetched with the first one.
    async apply(versions) {
      const part = await import('./apply.ts').catch((error: unknown) => String(error));
      if (typeof part === 'string') return { status: 'unavailable', why: part };
      return part.createApply(db, connection, rows, clock, environment)(versions);
    },
    ...createReading(db, connection, rows, records),
    ...createDrafts(db, connection, sealer, environment, turns),
    ...attachments,
    close: connection.close,
  };
}

/** What the clock needs: this device's name in this vault, made once, and the greatest rev that is here. */
async function readStart(
  db: VaultDatabase,
  connection: Connection,
  environment: Environment,
): Promise<{ node: string; last: string | undefined }> {
  const fresh = bytesToHex(environment.randomBytes(6));
  return connection.read(async () => {
    const [device, lastRow] = await Promise.all([db.meta.get('device'), db.records.orderBy('rev').last()]);
    if (!device) await db.meta.put({ name: 'device', value: fresh });
    return { node: createNode(device?.value ?? fresh, environment), last: lastRow?.rev };
  });
}
