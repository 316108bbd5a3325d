/** The peer of sending and fetching: PouchDB with its IndexedDB adapter, replicating with express-pouchdb at this origin. */
import PouchDB from 'pouchdb/dist/pouchdb.min.js';
import { oneKilobyte } from '../one-kilobyte.ts';

export interface Pouching {
  /** `count` documents with the same contents as the versions. Gives their bytes as JSON. */
  fill(count: number): Promise<number>;
  /** Milliseconds until everything is replicated, PouchDB's own batches. */
  push(): Promise<number>;
  /** Milliseconds until everything is here and the last 20 are read. */
  pull(): Promise<number>;
}

declare global {
  interface Window {
    pouching: Pouching;
  }
}

const remote = () => `${location.origin}/db/bench`;
const local = () => new PouchDB('bench-local');

window.pouching = {
  async fill(count) {
    const database = local();
    let bytes = 0;
    for (let from = 0; from < count; from += 500) {
      const documents = Array.from({ length: Math.min(500, count - from) }, (_, at) => {
        const document = documentAt(from + at);
        bytes += JSON.stringify(document).length;
        return document;
      });
      await database.bulkDocs(documents);
    }
    return bytes;
  },
  async push() {
    const began = performance.now();
    const { ok, doc_write_failures: failed } = await local().replicate.to(remote());
    if (!ok || failed > 0) throw new Error('not replicated');
    return performance.now() - began;
  },
  async pull() {
    const began = performance.now();
    const database = local();
    const { ok } = await database.replicate.from(remote());
    if (!ok) throw new Error('not replicated');
    await database.allDocs({ include_docs: true, descending: true, limit: 20 });
    return performance.now() - began;
  },
};

/** What a version says, as a document. */
function documentAt(at: number) {
  const id = `0190a5f0-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const moment = new Date(Date.UTC(2026, 5, 21) - at * 3_600_000).toISOString();
  return {
    _id: id,
    id,
    rev: `0197a5f00000-${at.toString(16).padStart(4, '0')}-abcdefghijkl`,
    base: null,
    kind: 'reflection',
    schema: 1,
    subject: '0190a5f0-0000-7000-8000-999999999999',
    author: { id: '0190a5f0-0000-7000-8000-999999999999', role: 'participant' },
    occurredAt: moment,
    recordedAt: moment,
    audience: 'team',
    body: { words: oneKilobyte(at), photos: [], talk: false },
  };
}
