/** Taking one's records away and bringing them in. The machinery for files is fetched when it is first used. */
import type { RecordKinds } from '../../core/define-record.ts';
import type { Store } from '../../core/store.ts';
import type { ImportOutcome } from '../../exchange/apply-import.ts';
import type { ExportOptions, ExportReport } from '../../exchange/export.ts';
import type { InstrumentRules } from '../../exchange/definitions.ts';
import type { Gathered } from '../../exchange/gather.ts';
import type { ImportCheck, ReadyImport } from '../../exchange/import-check.ts';
import type { Progress } from '../../exchange/progress.ts';

export type { ImportOutcome } from '../../exchange/apply-import.ts';
export type { ExportReport } from '../../exchange/export.ts';
export type {
  ImportCheck,
  ImportPreview,
  ImportProblem,
  ReadyImport,
  RefusalCode,
} from '../../exchange/import-check.ts';
export type { Progress } from '../../exchange/progress.ts';

/** `everything`: one zip. `records`: the JSON alone. `tables`: one CSV file for each kind. */
export type TakeAwayForm = 'everything' | 'records' | 'tables';

/** How many rows of each table are shown before it is made. */
const FIRST_ROWS = 5;

/** A spreadsheet takes a file for UTF-8 only where it begins with this mark. */
const BYTE_ORDER_MARK = '\u{FEFF}';

export interface FirstRows {
  /** Name of the file. */
  file: string;
  columns: string[];
  /** Cells as they will stand in the file. */
  rows: string[][];
  /** Whether the file will have more. */
  more: boolean;
}

/** What a person has, counted before it goes. Records, not their versions; erased ones are not counted. */
export interface WhatGoes {
  records: number;
  /** In the order of the kinds: what people can do comes first. */
  kinds: { kind: string; records: number }[];
  /** Those that nobody else sees. */
  alone: number;
  withdrawn: number;
  /** Records that others wrote about others: they stay behind. */
  others: number;
  photos: number;
  recordings: number;
  /** Of photos and recordings together. */
  bytes: number;
  /** Versions that cannot be opened. */
  damaged: number;
  /** Tables that have rows. */
  tables: FirstRows[];
}

type Looked = { status: 'looked'; what: WhatGoes } | { status: 'unavailable'; why: string };

interface Looking {
  records: RecordKinds;
  /** IANA name. */
  timeZone: string;
  signal?: AbortSignal | undefined;
}

/** Counts what would go into an export. Nothing is written. */
export async function lookAtAll(store: Store, looking: Looking): Promise<Looked> {
  try {
    const [{ gather }, instruments] = await Promise.all([import('../../exchange/gather.ts'), fetchRules()]);
    const gathered = await gather(store, { ...looking, instruments, of: store.owner });
    const tables = await firstRows(gathered, looking, instruments);
    return { status: 'looked', what: { ...countAll(gathered, looking), tables } };
  } catch (error) {
    return { status: 'unavailable', why: String(error) };
  }
}

function countAll(
  { current, attachments, damaged, others }: Gathered,
  { records }: Looking,
): Omit<WhatGoes, 'tables'> {
  const kept = current.filter(({ removed }) => removed !== 'erased');
  const counts = new Map([...records.keys()].map((kind): [string, number] => [kind, 0]));
  for (const { kind } of kept) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const recordings = attachments.filter(({ type }) => type.startsWith('audio/')).length;
  return {
    records: kept.length,
    kinds: [...counts].flatMap(([kind, count]) => (count > 0 ? [{ kind, records: count }] : [])),
    alone: kept.filter(({ audience }) => audience === 'me').length,
    withdrawn: kept.filter(({ removed }) => removed === 'withdrawn').length,
    others,
    photos: attachments.length - recordings,
    recordings,
    bytes: attachments.reduce((sum, { bytes }) => sum + bytes, 0),
    damaged: damaged.length,
  };
}

async function firstRows(
  { current, definitions }: Gathered,
  { records, timeZone }: Looking,
  instruments: InstrumentRules,
): Promise<FirstRows[]> {
  const { dayIn, definitionsTable, tablesOf } = await import('../../exchange/tables.ts');
  const dayOf = dayIn(timeZone);
  const tables = [...tablesOf(records), definitionsTable(instruments.table, definitions)];
  return tables.flatMap(({ file, columns, rows: allRows }) => {
    const rows: string[][] = [];
    for (const row of allRows(current, dayOf)) {
      rows.push(row);
      if (rows.length > FIRST_ROWS) break;
    }
    const names = columns.map(({ name }) => name);
    const shown = rows.slice(0, FIRST_ROWS);
    return rows.length > 0 ? [{ file, columns: names, rows: shown, more: rows.length > FIRST_ROWS }] : [];
  });
}

/** They are fetched with the machinery. */
async function fetchRules(): Promise<InstrumentRules> {
  return (await import('./data/instrument-rules.ts')).instrumentRules;
}

interface TakingAway extends Omit<ExportOptions, 'instruments' | 'of'> {
  /** Paragraphs of the zip's README, in the person's language. */
  readme(report: ExportReport): readonly string[];
}

export type TakenAway =
  | { status: 'done'; files: File[]; report: ExportReport }
  | { status: 'stopped' }
  | { status: 'too-large' }
  | { status: 'unavailable'; why: string };

/** Makes the files. Nothing leaves the phone by that: they are handed to the person afterwards. */
export async function takeAway(store: Store, form: TakeAwayForm, taking: TakingAway): Promise<TakenAway> {
  try {
    const { exportCsvFiles, exportJson, exportZip } = await import('../../exchange/export.ts');
    const { readme, ...rest } = taking;
    const options: ExportOptions = { ...rest, of: store.owner, instruments: await fetchRules() };
    if (form === 'tables') {
      const made = await exportCsvFiles(store, options);
      if (made.status !== 'done') return made;
      return { ...made, files: made.files.map(({ name, file }) => forSpreadsheet(name, file)) };
    }
    const made =
      form === 'records'
        ? await exportJson(store, options)
        : await exportZip(store, { ...options, words: { readme } });
    if (made.status !== 'done') return made;
    const { name, file, report } = made;
    return { status: 'done', files: [new File([file], name, { type: file.type })], report };
  } catch (error) {
    return { status: 'unavailable', why: String(error) };
  }
}

function forSpreadsheet(name: string, file: Blob): File {
  const parts = file.type === 'text/csv' ? [BYTE_ORDER_MARK, file] : [file];
  return new File(parts, name, { type: file.type });
}

interface Working {
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

interface LookingInto extends Working {
  records: RecordKinds;
  /** Left out at a first run, where there is none yet. */
  store?: Store | undefined;
}

/** Looks through a file that somebody chose. Nothing is written. */
export async function lookInto(file: Blob, { store, ...looking }: LookingInto): Promise<ImportCheck> {
  try {
    const [{ readImport }, instruments] = await Promise.all([
      import('../../exchange/read-import.ts'),
      fetchRules(),
    ]);
    return await readImport(file, { ...looking, instruments, ...(store ? { store } : {}) });
  } catch (error) {
    return { status: 'unavailable', why: String(error) };
  }
}

/** Takes in a file that was looked through: all of its records or none. */
export async function bringIn(store: Store, check: ReadyImport, working: Working): Promise<ImportOutcome> {
  try {
    const { applyImport } = await import('../../exchange/apply-import.ts');
    return await applyImport(store, check, working);
  } catch (error) {
    return { status: 'unavailable', why: String(error) };
  }
}
