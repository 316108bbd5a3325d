/** The port through which features reach what is kept. `storage/` implements it; screens only hand it to `data.ts`. */
import type { AttachmentRef, RecordKind } from './define-record.ts';
import type { Takes } from './takes.ts';
import type { Audience, Role, Version } from './version.ts';

/** Something that can be watched: `see` is called with the value now and after every change. */
export interface Live<T> {
  subscribe(see: (value: T) => void, fail?: (error: unknown) => void): () => void;
}

/** Who is using the app: the person whose vault is open. */
export interface Owner {
  personId: string;
  role: Role;
}

/**
 * How far a record has come: only on this phone, under way, proven received, or waiting for the person. `ending`: it is
 * shared no more, or erased, and those who may have it have not heard of that yet.
 */
export type Delivery = 'here' | 'sending' | 'received' | 'needs-you' | 'ending';

/** A record as read: usable, from a newer app, or damaged. The last two keep their bytes and are shown as such. */
export type Found<Body = unknown> =
  | { status: 'ok'; version: Version<Body>; rivals: number; delivery: Delivery }
  | { status: 'newer'; version: Version; rivals: number; delivery: Delivery }
  | {
      status: 'damaged';
      id: string;
      rev: string;
      kind: string;
      subject: string;
      occurredAt: string;
      why: string;
    };

/** What is to be done to records. One `write` does all of its changes or none. */
export type Change =
  | {
      do: 'create';
      id: string;
      kind: RecordKind;
      subject: string;
      body: unknown;
      /** Day or moment as said by the author; the moment of writing when left out. */
      occurredAt?: string;
      /** 'me' when left out. */
      audience?: Audience;
    }
  | {
      do: 'edit';
      id: string;
      kind: RecordKind;
      /** The rev the person was looking at. */
      base: string;
      /** Rival revs this edit answers. Those that `base` goes back to are left out. */
      settles?: string[];
      body?: unknown;
      occurredAt?: string;
      audience?: Audience;
      /** Whether it is hidden from the story; as `base` is, when left out. */
      withdrawn?: boolean;
    }
  | { do: 'withdraw'; id: string; base: string }
  /** Takes a withdrawal back. */
  | { do: 'restore'; id: string; base: string }
  /** Removes every version and attachment for good and leaves an empty tombstone. */
  | { do: 'erase'; id: string };

/** What came of a write. Only 'saved' means it is durable; in every other case nothing was written. */
export type WriteOutcome =
  | { status: 'saved'; versions: Version[] }
  | { status: 'invalid'; why: string }
  | { status: 'missing'; id: string }
  /** The phone has no room; drafts are untouched. */
  | { status: 'full' }
  /** The database could not be reached, even after opening it again. */
  | { status: 'unavailable'; why: string };

export interface ListQuery {
  subject?: string;
  /** Names of kinds; all kinds when left out. */
  kinds?: readonly string[];
  /** How many at most. */
  limit?: number;
  /** The `next` of the page before. */
  after?: string;
  /** By `occurredAt`; newest first when left out. */
  order?: 'newest' | 'oldest';
  /** Withdrawn ones too. Erased ones are never listed. */
  withdrawn?: boolean;
}

export interface Page<Body = unknown> {
  items: Found<Body>[];
  /** Hand back as `after` for the next page; null at the end. */
  next: string | null;
}

/** Something begun and not finished, saved at every change, sealed like everything else. */
export interface Draft {
  /** `<tool>:<subject>`, or `edit-<tool>:<record>` where a record is being changed: that one ends with its record. */
  key: string;
  value: unknown;
  /** Moment of the last change. */
  savedAt: string;
  /** It is here and cannot be opened: `value` is null. */
  damaged?: true;
}

/** What came of throwing a draft away. */
export type DropOutcome = { status: 'saved' } | { status: 'full' } | { status: 'unavailable'; why: string };

/** `elsewhere`: another window changed the draft since it was last read or saved here; nothing was written. */
export type DraftOutcome = DropOutcome | { status: 'elsewhere' };

export type KeepOutcome =
  | { status: 'kept'; ref: AttachmentRef; handedIn: HandedIn }
  | { status: 'full' }
  | { status: 'unavailable'; why: string };

/** A photo or recording, and when it was handed in: by that, whoever did it knows whether somebody else has since. */
export interface HandedIn {
  sha256: string;
  /** Milliseconds since 1970. */
  keptAt: number;
}

/** What came of taking in versions made elsewhere (a file, later an endpoint). All in one transaction. */
export type ApplyOutcome =
  | {
      status: 'applied';
      /** New to this device. */
      added: number;
      /** Already here, the same. */
      known: number;
      /** Arrived for a record that was erased here; left out. */
      erased: number;
      /** Same id and rev as one here, but other contents: the one here was kept (`id` `rev`). */
      clashes: { id: string; rev: string }[];
    }
  | { status: 'full' }
  | { status: 'unavailable'; why: string };

export interface Store {
  readonly owner: Owner;

  /** One durable transaction: versions, what they displace, outbox rows, and the draft they end. */
  write(changes: Change[], ends?: { draft?: string }): Promise<WriteOutcome>;
  /**
   * Takes in versions as they are, e.g. from a backup. Kinds this app does not know are kept whole. In the same transaction
   * it keeps the definitions of instruments that came along with them, where they are not here yet.
   */
  apply(versions: Version[], definitions?: readonly object[]): Promise<ApplyOutcome>;

  get(id: string): Promise<Found | null>;
  watch(id: string): Live<Found | null>;
  list(query: ListQuery): Promise<Page>;
  watchList(query: ListQuery): Live<Page>;
  /** Ids of all that the listed records are about: people, projects, sites. */
  watchSubjects(): Live<string[]>;
  /** Every version of a record that is here, newest first, damaged ones too. */
  history(id: string): Promise<Found[]>;
  /** Whether somebody else may have any of it, or have had it: false where none of it can have left this phone. */
  othersMayHave(id: string): Promise<boolean>;
  /**
   * Every version of every record as it was written, for export and backup; tombstones too. Not of those no longer shared
   * with the owner. Only of one record where its id is given.
   */
  everything(only?: string): AsyncIterable<Found>;

  /**
   * What instruments say of themselves that came along with records: JSON, whole, in the order they came. Whether one can be
   * used is told by `features/instruments`. Those that are damaged are left out.
   */
  definitions(): Promise<object[]>;
  watchDefinitions(): Live<object[]>;

  /** The value is as it was saved; `read-draft.ts` gives it its shape. */
  draft(key: string): Promise<Draft | null>;
  watchDrafts(): Live<Draft[]>;
  /** Never writes over what another window saved meanwhile: that must have been read here, with `draft`, first. */
  saveDraft(key: string, value: unknown): Promise<DraftOutcome>;
  dropDraft(key: string): Promise<DropOutcome>;

  /** Seals and keeps a photo or recording at once, so that it outlives a crash before its record is saved. */
  keepAttachment(bytes: ArrayBuffer, about: Omit<AttachmentRef, 'sha256' | 'bytes'>): Promise<KeepOutcome>;
  /**
   * Removes those of some photos and recordings that no version and no draft refers to, without waiting for tidying. What was
   * handed in once more since stays: it may be about to be referred to.
   */
  dropUnused(handedIn: readonly HandedIn[]): Promise<DropOutcome>;
  /** What is still being recorded; its code is fetched with the first time. Rejects where that fails. */
  takes(): Promise<Takes>;
  /** The bytes, or null where they are not here or cannot be opened. */
  attachment(sha256: string): Promise<ArrayBuffer | null>;

  /** How many records wait for the endpoint, with one or more versions each. */
  watchOutbox(): Live<number>;
}
