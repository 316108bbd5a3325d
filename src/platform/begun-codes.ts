/**
 * Codes that somebody is beginning with on this phone, before there is a vault to keep them in: under which person and attempt,
 * so that an answer lost on the way can be asked for again, also after the app was closed. The codes themselves are not kept.
 */
import { bytesToHex } from '../core/hex.ts';
import { keptText, type KeptText } from './kept-text.ts';

export interface BegunCode {
  personId: string;
  /** Same for all tries with one code. */
  attempt: string;
}

export interface CodeKeeper {
  /** Null where nothing was begun with this code. */
  read(): Promise<BegunCode | null>;
  keep(begun: BegunCode): Promise<void>;
  /** Nothing is to be asked for again. */
  drop(): Promise<void>;
}

const onDisk = keptText('begun-codes');

/** The most that are kept, the newest; nobody begins with more at once. */
const MOST = 8;

/** Where this phone lets nothing be kept, it holds as long as this keeper does. */
export function keepCode(
  { address, code }: { address: string; code: string },
  text: KeptText = onDisk,
): CodeKeeper {
  let now: BegunCode | null = null;
  const named = digest(`${address} ${code}`);
  return {
    async read() {
      return (await readAll(text))[await named] ?? now;
    },
    async keep(begun) {
      now = begun;
      const { [await named]: _before, ...others } = await readAll(text);
      const newest = Object.entries(others).slice(1 - MOST);
      await writeAll(text, Object.fromEntries([...newest, [await named, begun]]));
    },
    async drop() {
      now = null;
      const { [await named]: _over, ...others } = await readAll(text);
      await writeAll(text, others);
    },
  };
}

async function digest(text: string): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

async function readAll(text: KeptText): Promise<Record<string, BegunCode>> {
  try {
    const kept: unknown = JSON.parse((await text.read()) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, BegunCode] => isBegun(entry[1])),
    );
  } catch {
    return {};
  }
}

function isBegun(value: unknown): value is BegunCode {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'personId' in value &&
    typeof value.personId === 'string' &&
    'attempt' in value &&
    typeof value.attempt === 'string'
  );
}

async function writeAll(text: KeptText, all: Record<string, BegunCode>): Promise<void> {
  try {
    await (Object.keys(all).length === 0 ? text.drop() : text.keep(JSON.stringify(all)));
  } catch {
    // The keeper still knows its own.
  }
}
