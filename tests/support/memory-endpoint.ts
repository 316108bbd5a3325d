/** A place that keeps versions, in memory: honest, unless a test meddles with what is asked or answered. */
import { versionSchema } from '../../src/core/version.ts';
import type {
  Answer,
  Arrived,
  CreateAnswer,
  CreateOutcome,
  Endpoint,
  ListAnswer,
} from '../../src/sync/protocol/endpoint.ts';
import { digestOf, keyOf, type WireVersion } from '../../src/sync/protocol/wire.ts';
import { bytesToHex } from '../../src/core/hex.ts';

export type Request =
  | { ask: 'create'; keys: string[]; bytes: number }
  | { ask: 'read'; key: string }
  | { ask: 'list'; cursor: string | null; most: number }
  | { ask: 'has' | 'put' | 'get'; sha256: string };

/** `before`: the endpoint never hears of it. `after`: it does what was asked, and its answer is another or is lost. */
export interface Meddling {
  when: 'before' | 'after';
  answer: Answer;
}

/** What a line gives that is cut: no status. */
export const cutLine: Answer = { outcome: 'retry' };

export interface MemoryEndpoint extends Endpoint {
  kept: Map<string, WireVersion>;
  attachmentsKept: Map<string, Uint8Array<ArrayBuffer>>;
  /** Everything that was asked, in order. */
  asked: Request[];
  /** Looks at every request; null lets it be. */
  meddle: (request: Request) => Meddling | null;
  /** Judges one version; null takes it. */
  judge: (wire: WireVersion) => CreateAnswer | null;
  clockMs: number | undefined;
  /** Cuts a photo on its way after so many bytes; null lets it through. */
  cutAfter: (sha256: string, from: number) => number | null;
  /** Forgets all that was taken in after the first so many, as when a copy from yesterday is put back. */
  restore(count: number): void;
}

interface Options {
  batch?: { versions: number; bytes: number };
  page?: number;
  /** False where answers carry no digest, so that each version must be read to be proven. */
  echoes?: boolean;
  takesAttachments?: boolean;
}

export function createMemoryEndpoint({
  batch = { versions: 100, bytes: 256 * 1024 },
  page = 100,
  echoes = true,
  takesAttachments = true,
}: Options = {}): MemoryEndpoint {
  const kept = new Map<string, WireVersion>();
  const attachmentsKept = new Map<string, Uint8Array<ArrayBuffer>>();
  const partly = new Map<string, Uint8Array<ArrayBuffer>>();

  function take(wire: WireVersion): CreateAnswer {
    const judged = endpoint.judge(wire);
    if (judged) return judged;
    const key = keyOf(wire.version);
    const there = kept.get(key);
    // As over a line: what is kept is a copy made of text.
    if (!there) kept.set(key, { ...wire, version: parsed(wire.version) });
    const digest = there?.digest ?? wire.digest;
    const outcome = there ? (digest === wire.digest ? 'exists' : 'conflict') : 'ok';
    return { outcome, status: 200, ...(echoes && { digest }) };
  }

  function answer<T>(request: Request, honest: () => T, broken: (answer: Answer) => T): T {
    endpoint.asked.push(request);
    const meddling = endpoint.meddle(request);
    if (meddling?.when === 'before') return broken(meddling.answer);
    const result = honest();
    return meddling ? broken(meddling.answer) : result;
  }

  const clock = () => (endpoint.clockMs === undefined ? {} : { clockMs: endpoint.clockMs });

  const endpoint: MemoryEndpoint = {
    kept,
    attachmentsKept,
    asked: [],
    meddle: () => null,
    judge: () => null,
    clockMs: undefined,
    cutAfter: () => null,
    restore(count) {
      for (const key of [...kept.keys()].slice(count)) kept.delete(key);
    },
    batch,
    create: async (versions) =>
      answer<CreateOutcome>(
        {
          ask: 'create',
          keys: versions.map(({ version }) => keyOf(version)),
          bytes: JSON.stringify(versions.map(({ version, digest }) => ({ version, digest }))).length,
        },
        () => ({ each: versions.map(take), ...clock() }),
        (whole) => ({ whole }),
      ),
    read: async (key) => {
      const there = answer<Answer & { wire?: WireVersion }>(
        { ask: 'read', key },
        () => {
          const wire = kept.get(key);
          return wire ? { outcome: 'ok', status: 200, wire } : { outcome: 'missing', status: 404 };
        },
        (broken) => broken,
      );
      const { wire, ...said } = there;
      return { ...said, ...(wire && { digest: await digestOf(wire.version) }) };
    },
    list: async (cursor, wanted = page) => {
      const most = Math.min(page, wanted);
      const listed = answer<ListAnswer>(
        { ask: 'list', cursor, most },
        () => {
          const from = Number(cursor ?? 0);
          if (from > kept.size) return { status: 'failed', answer: { outcome: 'reject', status: 410 } };
          const items = [...kept].slice(from, from + most).map(([key, wire]) => arrived(key, wire));
          const more = from + items.length < kept.size;
          return { status: 'page', items, cursor: String(from + items.length), more, ...clock() };
        },
        (broken) => ({ status: 'failed', answer: broken }),
      );
      return listed;
    },
    again: async ({ raw }) => {
      const read = versionSchema.safeParse(raw);
      return read.success ? { version: read.data, digest: await digestOf(read.data) } : null;
    },
    remove: async (key) => ({ outcome: kept.delete(key) ? 'ok' : 'missing' }),
    attachments: takesAttachments
      ? {
          has: async (sha256, bytes) =>
            answer<Answer & { complete?: boolean; offset?: number }>(
              { ask: 'has', sha256 },
              () =>
                attachmentsKept.has(sha256)
                  ? { outcome: 'exists', status: 200, complete: true, offset: bytes }
                  : { outcome: 'missing', status: 404, offset: partly.get(sha256)?.byteLength ?? 0 },
              (broken) => broken,
            ),
          put: async (sha256, content, _type, offset) => {
            const said = answer<Answer>(
              { ask: 'put', sha256 },
              () => ({ outcome: 'ok', status: 201 }),
              (broken) => broken,
            );
            if (said.status !== 201) return said;
            const cut = endpoint.cutAfter(sha256, offset) ?? content.byteLength;
            const have = partly.get(sha256) ?? new Uint8Array();
            if (have.byteLength !== offset) return { outcome: 'conflict', status: 409 };
            const arrivedBytes = new Uint8Array(content.slice(0, cut));
            partly.set(sha256, arrivedBytes);
            if (arrivedBytes.byteLength < content.byteLength) return cutLine;
            partly.delete(sha256);
            if ((await sha256Of(arrivedBytes)) !== sha256) return { outcome: 'reject', status: 422 };
            attachmentsKept.set(sha256, arrivedBytes);
            return said;
          },
          get: async (sha256, have) => {
            const said = answer<Answer>(
              { ask: 'get', sha256 },
              () =>
                attachmentsKept.has(sha256)
                  ? { outcome: 'ok', status: 200 }
                  : { outcome: 'missing', status: 404 },
              (broken) => broken,
            );
            const there = attachmentsKept.get(sha256);
            if (said.outcome !== 'ok' || !there) return said;
            const cut = endpoint.cutAfter(sha256, have.byteLength);
            if (cut !== null && cut < there.byteLength)
              return { ...cutLine, content: there.slice(0, cut), complete: false };
            return { ...said, content: there.slice(), complete: true };
          },
        }
      : null,
  };
  return endpoint;
}

function arrived(key: string, wire: WireVersion): Arrived {
  const read = versionSchema.safeParse(wire.version);
  if (read.success) return { status: 'version', key, wire };
  return { status: 'invalid', key, why: 'not a version', raw: wire.version };
}

function parsed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
