/** The port through which sync reaches what is kept. `storage/` implements it; features never see it. */
import type { AttachmentRef } from './define-record.ts';
import type { Live } from './store.ts';
import type { Version } from './version.ts';

/**
 * An endpoint this vault is connected to. The first carries everything that is shared; any further one is a copy of one's
 * own and carries only what is about the owner, so that nobody else's records pass from one endpoint to another.
 */
export interface Connection {
  /** UUIDv7, made on the phone. */
  id: string;
  carries: 'everything' | 'mine';
  /** Name, address, profile and login, sealed in the vault; `sync/client` gives it its shape. */
  settings: unknown;
}

/** What came of changing something that is not a record. */
export type Kept = { status: 'kept' } | { status: 'full' } | { status: 'unavailable'; why: string };

export interface VersionKey {
  id: string;
  rev: string;
}

/** A version that an endpoint has not proven to have. */
export interface Outgoing {
  /** As it is to be sent: of a share taken back, the envelope with a null body. */
  version: Version;
  /** Photos and recordings that belong to it: a record is received only with all of them. */
  attachments: AttachmentRef[];
  /** True where the words are proven received and only attachments are missing. */
  wordsThere: boolean;
}

/** `damaged`: cannot be opened on this phone, so it is set aside as refused by the store itself. */
export interface OutgoingPage {
  items: Outgoing[];
  /** Hand back as `after`; null at the end. */
  next: string | null;
}

/** What came of sending one version. */
export type Settled = VersionKey &
  (
    | { to: 'received' }
    /** Proven there, attachments are still to be sent. */
    | { to: 'words-there' }
    /** Nobody knows whether it arrived; tried again later. Others may have seen it. */
    | { to: 'tried' }
    /** Set aside until the person does something. `why` is what the endpoint said. */
    | { to: 'refused'; why: string; reason: RefusedReason }
  );

/** `conflict`: other contents stand there under the same key. `attachment`: a photo or recording was not taken or is gone. */
export type RefusedReason = 'rejected' | 'conflict' | 'too-large' | 'attachment' | 'damaged';

/** A version not yet received, for the sync screen. */
export interface NotReceived extends VersionKey {
  kind: string;
  subject: string;
  connection: string;
  state: 'waiting' | 'sending' | 'tried' | 'refused' | 'kept-back';
  /** Moment it was queued. */
  since: string;
  wordsThere: boolean;
  /**
   * It sends nothing to read: it says that a share ended, or that the record is erased. `unseen`: erased, and nobody can have
   * had any of it, so that there is nothing to tell a person.
   */
  ends?: 'share' | 'record' | 'unseen';
  refused?: { why: string; reason: RefusedReason; at: string };
}

/** Something an endpoint listed that is not a usable version. It is kept, shown, and stops nothing. */
export interface SetAside {
  key: string;
  why: string;
  /** As it came, at most 64 KiB of its JSON. */
  raw: unknown;
  /** Moment of its arrival. */
  at: string;
}

/** What a page brought. In one transaction with its cursor. */
export type TakeInOutcome =
  | {
      status: 'applied';
      added: number;
      known: number;
      erased: number;
      clashes: VersionKey[];
    }
  /** The list is to be read from the start (`queueAgain`), and the page goes on from elsewhere: nothing was kept. */
  | { status: 'anew' }
  | { status: 'full' }
  | { status: 'unavailable'; why: string };

/** A photo or recording that a version here refers to and that is not here. */
export interface WantedAttachment {
  ref: AttachmentRef;
  /** What of it is here already. */
  have: Uint8Array<ArrayBuffer>;
}

/** Leaves out what an endpoint did not have when it was asked for it lately, and some more. */
export interface WantedOf {
  connection: string;
  /** Names that are not to be had now. */
  without: ReadonlySet<string>;
  /** What it did not have up to this moment (milliseconds since 1970) is not left out. */
  since?: number | null;
}

export interface SyncStore {
  connections(): Promise<Connection[]>;
  watchConnections(): Live<Connection[]>;
  /** A new one gets everything shared that it carries queued; changing the settings of one that is there queues nothing. */
  saveConnection(connection: Connection): Promise<Kept>;
  /**
   * Changes the settings of one that is there, as they stand at that moment: what another window or an answer of the hub wrote
   * in between is not written over. `turn` gives the next ones, or null to leave them; it is asked again where they changed
   * meanwhile. Where the connection is no more, nothing is done.
   */
  changeSettings(id: string, turn: (settings: unknown) => object | null): Promise<Kept>;
  /** Forgets it, its cursor and what was queued for it alone. Records stay. */
  removeConnection(id: string): Promise<Kept>;
  /** Queues everything again that it carries: for an endpoint that has forgotten or was replaced. Starts pulling anew too. */
  queueAgain(id: string): Promise<Kept>;

  /**
   * What is to be sent there, in sending order: kinds that others refer to first, each record's versions by rev. Leaves
   * out what is refused and, unless asked for, what only waits for its attachments.
   */
  outgoing(
    connection: string,
    page: { after?: string; limit: number; withWordsThere?: boolean },
  ): Promise<OutgoingPage>;
  /**
   * From here on others may have seen them; all but those that are `gone`: they were taken back, erased or received since
   * they were read, and must not be sent.
   */
  markSending(connection: string, keys: readonly VersionKey[]): Promise<Kept & { gone?: VersionKey[] }>;
  settle(connection: string, results: readonly Settled[]): Promise<Kept>;
  /** What was 'sending' when the app was closed or the line was cut is 'tried' from now on. */
  endSending(connection: string): Promise<Kept>;
  /** Without refused versions that a later one has taken the place of: nothing is to be done about those any more. */
  watchNotReceived(): Live<NotReceived[]>;
  /** Whether any record is shared that is more than who one is: by the owner, or with them. */
  watchAnyShared(): Live<boolean>;
  /** Puts what was refused back in the queue; all of a connection's where no keys are given. */
  retry(connection: string, keys?: readonly VersionKey[]): Promise<Kept>;
  /** What was refused there is not offered there again, until `queueAgain`: the person said so. */
  keepBack(connection: string, keys: readonly VersionKey[]): Promise<Kept>;

  /**
   * What it had and so must have still: the newest that it proved to have when it was sent, and of `listed` (newest first)
   * the newest; only of records that are neither erased nor were taken back since.
   */
  witnesses(connection: string, listed: readonly VersionKey[]): Promise<VersionKey[]>;

  /** Null before the first page. */
  cursor(connection: string): Promise<string | null>;
  /**
   * Takes versions in as they are and keeps the cursor and what was set aside: all or nothing. What has other contents than
   * what stands here under its key is set aside too. `continues`: the page goes
   * on from a cursor kept before. `after` is the taking in of the page before this one: made ready while that is being
   * kept, this one is kept after it, and not at all where it was not.
   */
  takeIn(
    connection: string,
    page: {
      versions: readonly Version[];
      setAside: readonly SetAside[];
      cursor: string;
      continues?: boolean;
    },
    after?: Promise<TakeInOutcome>,
  ): Promise<TakeInOutcome>;
  watchSetAside(): Live<SetAside[]>;
  /** What came from there and is aside; until it comes as a version from there, or is dropped. */
  asideOf(connection: string): Promise<SetAside[]>;
  dropSetAside(key: string): Promise<Kept>;

  /** Attachments of what is here that are not here, newest record first. */
  wanted(limit: number, asked?: WantedOf): Promise<WantedAttachment[]>;
  /** That endpoint has none of these now: it is not asked for them again before a while is over, longer each time. */
  notThere(connection: string, names: readonly string[]): Promise<Kept>;
  /** The bytes of one of the owner's attachments, or null where they are gone or damaged. */
  attachment(sha256: string): Promise<ArrayBuffer | null>;
  /** `content` is complete where its SHA-256 is right; kept as a part where it is shorter; dropped where it is wrong. */
  keepArrived(ref: AttachmentRef, content: Uint8Array<ArrayBuffer>): Promise<Kept & { complete?: boolean }>;

  /**
   * Endpoints' clocks differ by so much from the phone's; null once one agrees. Kept, so that new revs heed it in every
   * window and after a restart.
   */
  noteClock(offMs: number | null): void;
}
