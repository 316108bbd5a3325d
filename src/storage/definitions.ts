/** Definitions of instruments that came along with records, sealed, each kept once under the SHA-256 of what it says. */
import { canonicalJson } from '../core/canonical-json.ts';
import type { Environment } from '../core/environment.ts';
import { bytesToHex } from '../core/hex.ts';
import type { Store } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { DefinitionRow, VaultDatabase } from './database.ts';
import { watchRows } from './live.ts';
import type { Place, Sealer } from './seal.ts';

export interface Definitions extends Pick<Store, 'definitions' | 'watchDefinitions'> {
  /** Rows for those that are not among `here`, or that cannot be opened there: to be put in the caller's transaction. */
  sealMissing(definitions: readonly object[], here: readonly DefinitionRow[]): Promise<DefinitionRow[]>;
}

export function createDefinitions(
  db: VaultDatabase,
  connection: Connection,
  sealer: Sealer,
  environment: Environment,
): Definitions {
  const read = () => db.definitions.toArray();

  async function open(row: DefinitionRow): Promise<object | null> {
    try {
      const value: unknown = JSON.parse(await sealer.openText(row.sealed, placeOf(row)));
      return typeof value === 'object' ? value : null;
    } catch {
      return null;
    }
  }

  /** In the order they came. */
  async function openAll(rows: readonly DefinitionRow[]): Promise<object[]> {
    const inOrder = [...rows].sort((a, b) => a.keptAt - b.keptAt || (a.name < b.name ? -1 : 1));
    return (await Promise.all(inOrder.map(open))).filter((one) => one !== null);
  }

  return {
    definitions: async () => openAll(await connection.read(read)),
    watchDefinitions: () => watchRows(connection, read, openAll),

    async sealMissing(definitions, here) {
      const opened = await Promise.all(here.map(open));
      const whole = new Set(here.filter((_, at) => opened[at] !== null).map(({ name }) => name));
      const now = environment.now();
      const fresh = new Map<string, DefinitionRow>();
      for (const [at, definition] of definitions.entries()) {
        const name = await nameOf(definition);
        if (whole.has(name) || fresh.has(name)) continue;
        // Those that came together keep the order they stood in.
        const clear = { name, keptAt: now + at };
        const sealed = await sealer.sealText(JSON.stringify(definition), placeOf(clear));
        fresh.set(name, { ...clear, sealed });
      }
      return [...fresh.values()];
    },
  };
}

async function nameOf(definition: object): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(definition));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function placeOf({ name, keptAt }: Omit<DefinitionRow, 'sealed'>): Place {
  return ['definition', name, keptAt];
}
