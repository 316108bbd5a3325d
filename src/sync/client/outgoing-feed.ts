/** Reads ahead what is to be sent and counts its digests, so that the line never waits for the phone. */
import type { Outgoing, Settled, SyncStore } from '../../core/sync-store.ts';
import { keyOf, weigh, type WireVersion } from '../protocol/wire.ts';

/** Versions read from the store at a time. */
const PAGE = 500;

/** A version ready to be sent. */
export interface Ready {
  key: string;
  wire: WireVersion;
  /** Of its JSON, roughly as it goes over the line. */
  bytes: number;
  hasAttachments: boolean;
}

export interface OutgoingFeed {
  /** The next ones in order, at least one unless all is read; less than asked where they would be too many bytes. */
  take(most: { versions: number; bytes: number }): Promise<Ready[]>;
  /** What cannot be sent at all, and why. Empties the list. */
  unsendable(): Settled[];
}

/** `skip` tells which were seen already; nothing is read further once the store fails, which rejects `take`. */
export function createOutgoingFeed(
  store: Pick<SyncStore, 'outgoing'>,
  connection: string,
  skip: (key: string) => boolean,
): OutgoingFeed {
  let ready: Ready[] = [];
  let broken: Settled[] = [];
  let after: string | null | undefined;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const page = await store.outgoing(connection, { ...(after && { after }), limit: PAGE });
    const fresh = page.items.filter(({ version }) => !skip(keyOf(version)));
    const prepared = await Promise.all(fresh.map(prepare));
    for (const one of prepared) {
      if ('wire' in one) ready.push(one);
      else broken.push(one);
    }
    after = page.next;
  }

  /** One at a time; a failure is met by whoever waits for it. */
  function readAhead(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  return {
    async take({ versions, bytes }) {
      while (ready.length < versions && after !== null) await readAhead();
      let count = 0;
      let sum = 0;
      for (const one of ready.slice(0, versions)) {
        sum += one.bytes;
        if (count > 0 && sum > bytes) break;
        count += 1;
      }
      const taken = ready.slice(0, count);
      ready = ready.slice(count);
      if (ready.length < PAGE && after !== null) readAhead().catch(() => undefined);
      return taken;
    },
    unsendable() {
      const all = broken;
      broken = [];
      return all;
    },
  };
}

async function prepare({ version, attachments }: Outgoing): Promise<Ready | Settled> {
  try {
    const { digest, bytes, json } = await weigh(version);
    return {
      key: keyOf(version),
      wire: { version, digest, json },
      bytes: bytes + digest.length,
      hasAttachments: attachments.length > 0,
    };
  } catch (error) {
    const { id, rev } = version;
    return { id, rev, to: 'refused', why: String(error), reason: 'rejected' };
  }
}
