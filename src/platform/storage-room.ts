/** How much room the phone gives, and whether it may clear what is kept. */

/** 'kept' is a promise of the browser; 'may-be-cleared' when it declines; 'unknown' when it cannot be asked. */
export type Keeping = 'kept' | 'may-be-cleared' | 'unknown';

/** Asks the browser not to clear what is kept here when room gets short. Never shows anything in Chrome and Safari. */
export async function askToKeep(storage: StorageManager | undefined = navigator.storage): Promise<Keeping> {
  if (typeof storage?.persist !== 'function') return 'unknown';
  try {
    return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'may-be-cleared';
  } catch {
    return 'unknown';
  }
}

/** Bytes used and still free for this app, as estimated by the browser; null when it does not say. */
export async function roomLeft(
  storage: StorageManager | undefined = navigator.storage,
): Promise<{ usedBytes: number; freeBytes: number } | null> {
  if (typeof storage?.estimate !== 'function') return null;
  try {
    const { usage, quota } = await storage.estimate();
    if (usage === undefined || quota === undefined) return null;
    return { usedBytes: usage, freeBytes: Math.max(0, quota - usage) };
  } catch {
    return null;
  }
}
