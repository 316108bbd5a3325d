/** How far this phone's clock is off, as an endpoint told: kept, so that it holds in every window and after a restart. */
import * as z from 'zod/mini';
import { offsetNow, type ClockOffset } from '../core/clock-offset.ts';
import type { Clock } from '../core/clock.ts';
import type { Environment } from '../core/environment.ts';
import type { Connection } from './connection.ts';
import type { VaultDatabase } from './database.ts';
import { watchRows } from './live.ts';

const offsetSchema = z.object({ offMs: z.number(), at: z.number() });

interface Kept {
  db: VaultDatabase;
  connection: Connection;
  environment: Environment;
}

/** Null where nothing is known to be wrong. */
async function readOffset(db: VaultDatabase): Promise<ClockOffset | null> {
  const row = await db.meta.get('clock');
  if (!row) return null;
  try {
    return offsetSchema.parse(JSON.parse(row.value));
  } catch {
    return null;
  }
}

function writeOffset(db: VaultDatabase, offset: ClockOffset | null): PromiseLike<unknown> {
  if (offset === null || offset.offMs === 0) return db.meta.delete('clock');
  return db.meta.put({ name: 'clock', value: JSON.stringify(offset) });
}

/**
 * What is known at the start of the app, in the caller's run. Noted anew as of now: from the time that passed since, a clock
 * that was set right is told.
 */
export async function resumeOffset(db: VaultDatabase, environment: Environment): Promise<ClockOffset | null> {
  const kept = await readOffset(db);
  if (!kept) return null;
  const now = environment.now();
  const offset = { offMs: offsetNow(kept, now), at: now };
  await writeOffset(db, offset);
  return offset.offMs === 0 ? null : offset;
}

/** Corrects the clock of this window by what any window hears, from now on. `known`: what was resumed. */
export function heedOffset({ db, connection }: Kept, clock: Clock, known: ClockOffset | null): void {
  let corrected = known !== null;
  const watched = watchRows(
    connection,
    () => readOffset(db),
    async (offset) => offset,
  );
  watched.subscribe(
    (offset) => {
      if (offset || corrected) clock.correct(offset?.offMs ?? null, offset?.at);
      corrected = offset !== null;
    },
    // It holds in this window as far as it was heard of.
    () => undefined,
  );
}

/** Keeps what an endpoint told. */
export async function noteOffset({ db, connection, environment }: Kept, offMs: number | null): Promise<void> {
  await connection.run(() =>
    db.dexie.transaction('rw', db.meta, async () => {
      // Nothing is written at each start of a phone whose clock is right.
      if (offMs === null && !(await db.meta.get('clock'))) return;
      await writeOffset(db, offMs === null ? null : { offMs, at: environment.now() });
    }),
  );
}
