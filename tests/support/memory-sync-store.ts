/** What sync asks of a phone, in memory: for tests of the engine alone. The real vault has tests of its own with it. */
import type { Version } from '../../src/core/version.ts';
import type {
  Connection,
  Kept,
  NotReceived,
  Outgoing,
  SetAside,
  Settled,
  SyncStore,
  VersionKey,
  WantedAttachment,
} from '../../src/core/sync-store.ts';
import type { AttachmentRef } from '../../src/core/define-record.ts';
import { createWatched, type Watched } from '../../src/sync/client/watched.ts';
import { keyOf } from '../../src/sync/protocol/wire.ts';
import { sameContents } from '../../src/core/canonical-json.ts';
import { sha256Of } from './memory-endpoint.ts';

interface Row {
  version: Version;
  state: NotReceived['state'];
  wordsThere: boolean;
  refused?: NonNullable<NotReceived['refused']>;
}

export interface MemorySyncStore extends SyncStore {
  outbox: Watched<number>;
  versions: Map<string, Version>;
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** Writes a version here, as a save does: it waits for every connection. */
  save(...versions: Version[]): void;
  /** How one stands with a connection: 'received' where it no longer waits. */
  stateOf(key: string, connection?: string): NotReceived['state'] | 'words-there' | 'received';
  refusal(key: string, connection?: string): NotReceived['refused'];
  setAside: SetAside[];
  clockOff: (number | null)[];
  /** What the next writes give back instead of being done. */
  failing: Kept | null;
}

const kept: Kept = { status: 'kept' };

/** `photosOf` tells which photos belong to a version. */
export function createMemorySyncStore(
  photosOf: (version: Version) => AttachmentRef[] = () => [],
): MemorySyncStore {
  const connections = createWatched<Connection[]>([]);
  const queues = new Map<string, Map<string, Row>>();
  const cursors = new Map<string, string>();
  const proven = new Map<string, VersionKey[]>();
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  const setAside = createWatched<SetAside[]>([]);
  const notReceived = createWatched<NotReceived[]>([]);
  const erased = new Set<string>();

  const queue = (connection: string): Map<string, Row> => {
    const rows = queues.get(connection) ?? new Map<string, Row>();
    queues.set(connection, rows);
    return rows;
  };
  const enqueue = (connection: string, version: Version) =>
    queue(connection).set(keyOf(version), { version, state: 'waiting', wordsThere: false });
  const changed = () => store.outbox.set([...queues.values()].reduce((sum, rows) => sum + rows.size, 0));
  const change = (what: () => void): Promise<Kept> => {
    if (store.failing) return Promise.resolve(store.failing);
    what();
    changed();
    return Promise.resolve(kept);
  };

  function keep(version: Version): void {
    store.versions.set(keyOf(version), version);
    if (version.removed !== 'erased') return;
    erased.add(version.id);
    for (const [key, other] of store.versions) {
      if (other.id !== version.id || other.removed === 'erased') continue;
      store.versions.delete(key);
      for (const rows of queues.values()) rows.delete(key);
    }
  }

  const store: MemorySyncStore = {
    outbox: createWatched(0),
    versions: new Map(),
    files: new Map(),
    setAside: [],
    clockOff: [],
    failing: null,
    save(...versions) {
      for (const version of versions) {
        keep(version);
        for (const { id } of connections.get()) enqueue(id, version);
      }
      changed();
    },
    stateOf(key, connection = connections.get()[0]?.id ?? '') {
      const row = queue(connection).get(key);
      if (!row) return 'received';
      return row.wordsThere && row.state !== 'refused' ? 'words-there' : row.state;
    },
    refusal: (key, connection = connections.get()[0]?.id ?? '') => queue(connection).get(key)?.refused,

    connections: async () => connections.get(),
    watchConnections: () => connections,
    saveConnection: (connection) =>
      change(() => {
        const known = connections.get().some(({ id }) => id === connection.id);
        if (!known) for (const version of store.versions.values()) enqueue(connection.id, version);
        connections.set(
          known
            ? connections.get().map((one) => (one.id === connection.id ? connection : one))
            : [...connections.get(), connection],
        );
      }),
    changeSettings: (id, turn) =>
      change(() => {
        connections.set(
          connections
            .get()
            .map((one) => (one.id === id ? { ...one, settings: turn(one.settings) ?? one.settings } : one)),
        );
      }),
    removeConnection: (id) =>
      change(() => {
        queues.delete(id);
        cursors.delete(id);
        connections.set(connections.get().filter((one) => one.id !== id));
      }),
    queueAgain: (id) =>
      change(() => {
        cursors.delete(id);
        proven.delete(id);
        for (const version of store.versions.values()) enqueue(id, version);
      }),

    async outgoing(connection, { after, limit, withWordsThere = false }) {
      const rows = [...queue(connection)].filter(
        ([, { state, wordsThere }]) =>
          state !== 'refused' && state !== 'kept-back' && (withWordsThere || !wordsThere),
      );
      rows.sort(([a], [b]) => (a < b ? -1 : 1));
      const rest = after === undefined ? rows : rows.filter(([key]) => key > after);
      const items = rest.slice(0, limit).map(([, { version, wordsThere }]): Outgoing => ({
        version,
        attachments: photosOf(version),
        wordsThere,
      }));
      return { items, next: rest.length > limit ? (rest[limit - 1]?.[0] ?? null) : null };
    },
    async markSending(connection, keys) {
      const gone = keys.filter((key) => !queue(connection).has(keyOf(key)));
      const marked = await change(() => {
        for (const key of keys) {
          const row = queue(connection).get(keyOf(key));
          if (row) row.state = 'sending';
        }
      });
      return { ...marked, gone };
    },
    settle: (connection, results) => change(() => results.forEach((result) => settleOne(connection, result))),
    endSending: (connection) =>
      change(() => {
        for (const row of queue(connection).values()) if (row.state === 'sending') row.state = 'tried';
      }),
    watchNotReceived: () => notReceived,
    watchAnyShared: () => createWatched(store.versions.size > 0),
    retry: (connection, keys) =>
      change(() => {
        const wanted = keys?.map(keyOf);
        for (const [key, row] of queue(connection)) {
          if (row.state !== 'refused' || (wanted && !wanted.includes(key))) continue;
          row.state = 'waiting';
          delete row.refused;
        }
      }),

    async witnesses(connection, listed) {
      const isOut = ({ id }: VersionKey) => !erased.has(id);
      const newest = [(proven.get(connection) ?? []).find(isOut), listed.find(isOut)];
      const found = newest.filter((key) => key !== undefined);
      return [...new Map(found.map((key) => [keyOf(key), key])).values()];
    },

    keepBack: (connection, keys) =>
      change(() => {
        for (const row of keys.map((key) => queue(connection).get(keyOf(key)))) {
          if (row?.state === 'refused') row.state = 'kept-back';
        }
      }),

    cursor: async (connection) => cursors.get(connection) ?? null,
    async takeIn(connection, { versions, setAside: listed, cursor, continues }, after) {
      const before = await after;
      if (before && before.status !== 'applied') return { status: 'unavailable', why: 'not kept before it' };
      if (continues && !cursors.has(connection)) return { status: 'anew' };
      if (store.failing && store.failing.status !== 'kept') return store.failing;
      const outcome = { added: 0, known: 0, erased: 0, clashes: [] as { id: string; rev: string }[] };
      const aside = [...listed];
      for (const version of versions) {
        const here = store.versions.get(keyOf(version));
        if (here && !sameContents(here, version)) {
          outcome.clashes.push({ id: version.id, rev: version.rev });
          aside.push({ key: keyOf(version), why: 'other contents', raw: version, at: '' });
        } else if (here) outcome.known += 1;
        else if (erased.has(version.id) && version.removed !== 'erased') outcome.erased += 1;
        else {
          keep(version);
          outcome.added += 1;
        }
      }
      const again = new Set(aside.map(({ key }) => key));
      store.setAside = [...store.setAside.filter(({ key }) => !again.has(key)), ...aside];
      cursors.set(connection, cursor);
      changed();
      return { status: 'applied', ...outcome };
    },
    watchSetAside: () => setAside,
    asideOf: async () => [...store.setAside],
    dropSetAside: () => Promise.resolve(kept),

    async wanted(limit, asked) {
      const refs = [...store.versions.values()]
        .flatMap(photosOf)
        .filter(({ sha256 }) => !store.files.has(sha256) && !asked?.without.has(sha256));
      return refs
        .slice(0, limit)
        .map((ref): WantedAttachment => ({ ref, have: parts.get(ref.sha256) ?? new Uint8Array() }));
    },
    // Due again at once, as what is new is.
    notThere: () => change(() => undefined),
    attachment: async (sha256) => store.files.get(sha256)?.slice().buffer ?? null,
    async keepArrived(ref, content) {
      if (content.byteLength < ref.bytes) {
        parts.set(ref.sha256, content);
        return { ...kept, complete: false };
      }
      parts.delete(ref.sha256);
      if ((await sha256Of(content)) !== ref.sha256) return { ...kept, complete: false };
      store.files.set(ref.sha256, content);
      return { ...kept, complete: true };
    },
    noteClock: (offMs) => store.clockOff.push(offMs),
  };

  function settleOne(connection: string, result: Settled): void {
    const rows = queue(connection);
    const row = rows.get(keyOf(result));
    if (result.to === 'received' || result.to === 'words-there') {
      proven.set(connection, [result, ...(proven.get(connection) ?? [])]);
    }
    if (!row) return;
    if (result.to === 'received') rows.delete(keyOf(result));
    else if (result.to === 'words-there') Object.assign(row, { wordsThere: true, state: 'waiting' });
    else if (result.to === 'tried') row.state = 'tried';
    else {
      row.state = 'refused';
      row.refused = { why: result.why, reason: result.reason, at: '' };
    }
  }
  return store;
}
