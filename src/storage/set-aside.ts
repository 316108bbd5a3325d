/** What endpoints listed and is no usable version: kept sealed, shown, and in nobody's way. */
import * as z from 'zod/mini';
import { bytesToHex } from '../core/hex.ts';
import { isTooDeep, jsonOrWord } from '../core/nesting.ts';
import type { SetAside, SyncStore, VersionKey } from '../core/sync-store.ts';
import { watchRows } from './live.ts';
import { keptOf, syncTables, type AsideRow, type SyncParts } from './sync-tables.ts';

/** Of its JSON, in characters. */
const RAW_MOST = 64 * 1024;

const asideSchema = z.object({ key: z.string(), why: z.string(), raw: z.unknown() });

interface Aside extends Pick<SyncStore, 'watchSetAside' | 'asideOf' | 'dropSetAside'> {
  /** Seals what is to be set aside, each key once. */
  sealAside(connection: string, items: readonly SetAside[]): Promise<AsideRow[]>;
  /** Names of what is aside from there, and comes as a version now. */
  cameAfterAll(connection: string, versions: readonly VersionKey[]): Promise<string[]>;
}

export function createAside({ db, connection: database, sealer }: SyncParts): Aside {
  const { aside } = syncTables(db);

  async function seal(connection: string, { key, why, raw, at }: SetAside): Promise<AsideRow> {
    const name = await nameOf(key);
    const sealed = await sealer.sealText(JSON.stringify({ key, why, raw: atMost(raw) }), ['aside', name]);
    return { name, connection, at, sealed };
  }

  async function open({ name, at, sealed }: AsideRow): Promise<SetAside | null> {
    try {
      const { key, why, raw } = asideSchema.parse(JSON.parse(await sealer.openText(sealed, ['aside', name])));
      return { key, why, raw: raw ?? null, at };
    } catch {
      return null;
    }
  }

  const rowsOf = (connection: string) =>
    database.read(() => aside.filter((row) => row.connection === connection).toArray());

  return {
    async cameAfterAll(connection, versions) {
      // Nearly always there is none, and nothing is to be hashed.
      const names = new Set((await rowsOf(connection)).map(({ name }) => name));
      if (names.size === 0) return [];
      const came = await Promise.all(versions.map(({ id, rev }) => nameOf(`${id}_${rev}`)));
      return came.filter((name) => names.has(name));
    },

    async asideOf(connection) {
      const found = await Promise.all((await rowsOf(connection)).map(open));
      return found.filter((one) => one !== null);
    },

    sealAside(connection, items) {
      const byKey = new Map(items.map((item) => [item.key, item]));
      return Promise.all([...byKey.values()].map((item) => seal(connection, item)));
    },

    watchSetAside: () =>
      watchRows(
        database,
        () => aside.toArray(),
        async (rows) => {
          const found = (await Promise.all(rows.map(open))).filter((one) => one !== null);
          return found.sort((a, b) => (a.at < b.at ? 1 : -1));
        },
      ),

    async dropSetAside(key) {
      const name = await nameOf(key);
      return keptOf(await database.run(() => aside.delete(name)));
    },
  };
}

/** The endpoint chose the key, so it may say anything: it does not stand in the clear. */
async function nameOf(key: string): Promise<string> {
  const bytes = new TextEncoder().encode(key);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** What is longer is cut, and is then no more than a text to look at; so is what is nested too deep to be walked. */
function atMost(raw: unknown): unknown {
  const text = jsonOrWord(raw);
  return text.length > RAW_MOST || isTooDeep(raw) ? text.slice(0, RAW_MOST) : raw;
}
