/** The tables of a person's database, and how any of the databases is opened. */
import Dexie, { type Table } from 'dexie';
import type { Version } from '../core/version.ts';
import { vaultMigrations, type Migration } from './migrations.ts';

/** A version with its author and body sealed. What stands here in the clear is bound to the seal. */
export interface VersionRow extends Omit<Version, 'author' | 'body'> {
  /** SHA-256 of each photo and recording the body refers to. */
  attachments: string[];
  /** Only the end of a share is known, not the words: see core/end-of-share.ts. */
  envelope?: true;
  /** It was shared and is nowhere else: taken back before it left, or refused and then written anew. */
  unsent?: 'never-left' | 'refused';
  sealed: ArrayBuffer;
}

/** The current version of a record. */
export interface RecordRow extends VersionRow {
  /** `occurredAt` for the list indexes; missing once erased, and where its author no longer shares it. */
  at?: string;
  /** How many other versions stand beside this one. */
  rivals: number;
}

/** Where a record stands in an index. */
export type IndexKey = readonly string[];

/** Records that came together, in one row, for each row costs as much as what is in it: see packs.ts. */
export interface PackRow {
  place: number;
  rows: RecordRow[];
  /** Of each of `rows`, in their order: the index keys it would have in `records`. */
  ids: string[];
  byKind: IndexKey[];
  bySubject: IndexKey[];
}

/** A version that not every connection has which carries it; where there is no connection, one that nobody has. */
export interface OutboxRow {
  id: string;
  rev: string;
  kind: string;
  subject: string;
  /** Of a person or a project, which others refer to: goes first. The rest lack it, and so are not in that index. */
  first?: 1;
  /** True where a share was taken back: others hear that it ended, and no body is sent. */
  envelopeOnly?: true;
  /** Where a share was taken back or a record erased: whether others may have any of it, and are to let go of it. */
  ends?: 'seen' | 'unseen';
  addedAt: string;
  /** How far it is with each connection, by id; without an entry it waits. Missing: nobody else can have seen it. */
  by?: Record<string, Sending>;
}

export interface Sending {
  state: 'waiting' | 'sending' | 'tried' | 'refused' | 'received' | 'kept-back';
  /** Only attachments are missing there. */
  wordsThere?: true;
  /** Sealed: what was refused, by whom and why may quote the words. */
  refused?: ArrayBuffer;
}

/** What was handed to a connection and not heard of yet: it may have been seen elsewhere. */
export interface SendingRow {
  connection: string;
  /** Its id and rev a line: one text, for a list of keys costs more than all the rest of noting it. See under-way.ts. */
  underWay?: string;
  /** What a Plotline up to 0.4.0 noted instead. */
  keys?: { id: string; rev: string }[];
  /** The last few that it proved to have, newest first, each of another record. */
  proven?: { id: string; rev: string }[];
}

export interface AttachmentRow {
  sha256: string;
  /** Media type. */
  type: string;
  /** Milliseconds since 1970 when it was last handed in. */
  keptAt: number;
  /** Where it is still to come from an endpoint: the rev that refers to it. `sealed` is what of it has come. */
  wanted?: string;
  /** The whole reference, sealed; only with `wanted`. */
  ref?: ArrayBuffer;
  /** When a connection, by id, was found not to have it, milliseconds since 1970; only with `wanted`. */
  notThere?: Record<string, number>;
  sealed: ArrayBuffer;
}

/** What an instrument says of itself, as it came with records. */
export interface DefinitionRow {
  /** SHA-256 of its contents. */
  name: string;
  /** Milliseconds since 1970 when it came. */
  keptAt: number;
  sealed: ArrayBuffer;
}

export interface DraftRow {
  key: string;
  savedAt: string;
  attachments: string[];
  sealed: ArrayBuffer;
}

/** Number of the piece, after the draft and the recording it belongs to. */
export type PieceKey = [draft: string, take: string, at: number];

/** A piece of what is still being recorded. It stands in the table of the drafts, behind them: see takes.ts. */
export interface PieceRow {
  key: PieceKey;
  /** What the form needs to know of it, sealed. */
  about: ArrayBuffer;
  sealed: ArrayBuffer;
}

/** Small facts about the database itself, in the clear. */
export interface MetaRow {
  name: 'device' | 'clock' | 'swept';
  value: string;
}

export interface VaultDatabase {
  dexie: Dexie;
  records: Table<RecordRow, string>;
  /** A record stands in `records` or in one of these, never in both: find-records.ts knows where. */
  packs: Table<PackRow, number>;
  history: Table<VersionRow, [id: string, rev: string]>;
  outbox: Table<OutboxRow, [id: string, rev: string]>;
  sending: Table<SendingRow, string>;
  attachments: Table<AttachmentRow, string>;
  definitions: Table<DefinitionRow, string>;
  drafts: Table<DraftRow, string>;
  meta: Table<MetaRow, string>;
}

/** The name of a person's database. */
export function vaultName(vaultId: string): string {
  return `plotline-${vaultId}`;
}

/** Describes a database; it opens with its first use. */
export function describeDatabase(name: string, migrations: readonly Migration[]): Dexie {
  // 'strict': a transaction completes only when it is on the disk. No cache: what is shown is what is kept.
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  for (const { version, stores, upgrade } of migrations) {
    const described = dexie.version(version).stores(stores);
    if (upgrade) described.upgrade(upgrade);
  }
  return dexie;
}

export function describeVault(vaultId: string, migrations = vaultMigrations): VaultDatabase {
  const dexie = describeDatabase(vaultName(vaultId), migrations);
  return {
    dexie,
    records: dexie.table('records'),
    packs: dexie.table('packs'),
    history: dexie.table('history'),
    outbox: dexie.table('outbox'),
    sending: dexie.table('sending'),
    attachments: dexie.table('attachments'),
    definitions: dexie.table('definitions'),
    drafts: dexie.table('drafts'),
    meta: dexie.table('meta'),
  };
}
