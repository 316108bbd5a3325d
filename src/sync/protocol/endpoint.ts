/** The port to a place that keeps versions. Made from a profile (`connect-endpoint.ts`); the engine knows no server. */
import type { WireVersion } from './wire.ts';

/**
 * What came of asking. `ok`: done. `exists`: it is there already. `missing`: it is not there. `conflict`: something else is
 * there under that key. `auth`: the login does not do. `retry`: later. `reject`: never, as it is. Only `create` and `read`
 * give digests, and only a digest is proof.
 */
export type Outcome = 'ok' | 'exists' | 'missing' | 'conflict' | 'auth' | 'retry' | 'reject';

export interface Answer {
  outcome: Outcome;
  /** What the endpoint said, cut to a line, for the person to read; empty where it said nothing. */
  why?: string;
  /** HTTP status; absent where no answer came (offline, cut, timed out). */
  status?: number;
  /** How long it asks to be left alone (`Retry-After`). */
  retryAfterMs?: number;
  /** Its clock (`Date` header), milliseconds since 1970. */
  clockMs?: number;
}

export interface CreateAnswer extends Answer {
  /** Digest of what is there now, where the endpoint said it in the same answer. */
  digest?: string;
}

/** `each`: one answer a version, in order. `whole`: the request as such failed, and nothing is known of its parts. */
export type CreateOutcome = { each: CreateAnswer[]; clockMs?: number } | { whole: Answer };

export interface ReadAnswer extends Answer {
  /** Digest counted anew over what was given back; absent where it is not a version. */
  digest?: string;
}

/** Something that was listed: a version, or what could not be read as one. */
export type Arrived =
  | { status: 'version'; key: string; wire: WireVersion }
  /** Not a version, or its digest is not that of its contents. `raw` is kept for the person to look at. */
  | { status: 'invalid'; key: string; why: string; raw: unknown };

export type ListAnswer =
  | { status: 'page'; items: Arrived[]; cursor: string; more: boolean; clockMs?: number }
  | { status: 'failed'; answer: Answer };

export interface AttachmentPort {
  /** How many bytes of it are there: all (`complete`), some (resumed from there), or none (0). */
  has(sha256: string, bytes: number): Promise<Answer & { complete?: boolean; offset?: number }>;
  /** Sends it, from `offset` on, in as many requests as it takes. `ok` only when the endpoint has all of it. */
  put(
    sha256: string,
    content: ArrayBuffer,
    type: string,
    offset: number,
    progress?: (sent: number) => void,
  ): Promise<Answer>;
  /** Fetches it, going on after `have`; what came before a cut is given back too, so that it can go on later. */
  get(
    sha256: string,
    have: Uint8Array<ArrayBuffer>,
  ): Promise<Answer & { content?: Uint8Array<ArrayBuffer>; complete?: boolean }>;
}

export interface Endpoint {
  /** The most that goes into one request; `versions` is 1 where it takes them one by one. */
  readonly batch: { versions: number; bytes: number };
  /** Creates if absent. Never rejects. */
  create(versions: readonly WireVersion[]): Promise<CreateOutcome>;
  /** Whether it is there, and with which contents. Never rejects. */
  read(key: string): Promise<ReadAnswer>;
  /**
   * What is new since `cursor` (null: from the start), about `most` at a time where the endpoint lets one choose. Doubles
   * may come; nothing is left out. Never rejects.
   */
  list(cursor: string | null, most?: number): Promise<ListAnswer>;
  /** What it once listed as invalid, looked at again: the version that it is by now, or null. Never rejects. */
  again(aside: { key: string; raw: unknown }): Promise<WireVersion | null>;
  /** For the probe of "Try this endpoint" only. `reject` where it cannot remove. */
  remove(key: string): Promise<Answer>;
  /** Null where it takes no photos and recordings. */
  readonly attachments: AttachmentPort | null;
}
