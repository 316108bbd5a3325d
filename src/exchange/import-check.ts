/** What looking through a file gives, before anything is written. Codes only: screens have the words. */
import type { AttachmentRef } from '../core/define-record.ts';
import type { Version } from '../core/version.ts';
import type { FilePerson } from './records-file.ts';

/** Why nothing of a file can be taken in. */
export type RefusalCode =
  /** The file is gone or the system does not give it. */
  | 'unreadable'
  | 'empty'
  /** Something else than a file from Plotline. */
  | 'not-plotline'
  /** Made by a newer Plotline. */
  | 'newer'
  /** The end is missing, e.g. after a broken download. */
  | 'cut-off'
  /** Changed on the way, or by hand. */
  | 'damaged'
  | 'too-large';

/** What is amiss in a file that can be taken in all the same. */
export type ImportProblem =
  /** A version that does not fit its schema: left out, its neighbours are not. `at` counts from 0. */
  | { code: 'bad-version'; at: number; id?: string; kind?: string; why: string }
  /** Twice in the file with different contents: the first is taken. */
  | { code: 'clash'; id: string; rev: string }
  /** Kinds this app does not know, or a newer shape of one it does: kept whole. */
  | { code: 'unknown-kind' | 'newer-record'; kind: string; count: number }
  /** Not in the file and not here; other bytes than the record says; more bytes than are allowed. */
  | {
      code: 'attachment-missing' | 'attachment-wrong' | 'attachment-too-large';
      sha256: string;
      /** Ids of the records that refer to it; they are taken in. */
      records: string[];
    }
  /** A definition of an instrument that cannot be used: left out, the answers given with it are not. */
  | { code: 'bad-definition'; at: number; why: string }
  /** Here, or built in, something else is asked under the same name and version: both are kept. */
  | { code: 'other-definition'; id: string; version: number }
  /** Could not be opened when the file was made, so it never got into it. */
  | { code: 'damaged-before'; id: string; kind: string; why: string }
  /** The records of somebody else than the person of this vault. */
  | { code: 'other-person'; id: string };

/** Who the file is from: enough for a first run to go on as the same person. */
export interface ImportPerson extends FilePerson {
  /** null where the file has no record of the person. */
  name: string | null;
  languages: string[];
}

export interface ImportPreview {
  person: ImportPerson | null;
  exportedAt: string | null;
  /** Those that are not erased. */
  records: { new: number; known: number };
  versions: { new: number; known: number };
  /** Records that are here and that the file says are erased: taking it in erases them here too. */
  erases: number;
  kinds: { kind: string; records: number }[];
  /** `found` in the file, as the records say; `new` of them are not here yet; `bytes` of all found. */
  attachments: { found: number; new: number; bytes: number };
  /** What the instruments are called that are not here yet, each by language. */
  instruments: Readonly<Record<string, string>>[];
  problems: ImportProblem[];
}

/** What will be written. For `applyImport` only. */
export interface ImportContent {
  versions: Version[];
  /** Of instruments that are not here yet, as they stand in the file. */
  definitions: object[];
  attachments: {
    ref: AttachmentRef;
    /** The bytes, checked; null where they are not the same any more. Rejects where the file is gone. */
    read(): Promise<Uint8Array<ArrayBuffer> | null>;
  }[];
}

export interface ReadyImport {
  status: 'ready';
  preview: ImportPreview;
  content: ImportContent;
}

export type ImportCheck =
  | ReadyImport
  | { status: 'refused'; code: RefusalCode }
  | { status: 'stopped' }
  /** The store could not be asked what is here already. */
  | { status: 'unavailable'; why: string };

/** As whom a first run goes on with this file; null where it does not say. */
export function personIn(check: ImportCheck): ImportPerson | null {
  return check.status === 'ready' ? check.preview.person : null;
}

/** How much of a file is looked at. */
export interface ImportLimits {
  /** Bytes of the JSON, opened. */
  json: number;
  versions: number;
  /** Bytes of one photo or recording. */
  attachment: number;
  /** Files in the zip. */
  files: number;
}

export const importLimits: ImportLimits = {
  json: 128 * 1024 * 1024,
  versions: 200_000,
  attachment: 64 * 1024 * 1024,
  files: 65_000,
};
