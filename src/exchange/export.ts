/** Taking one's records away: a zip with everything, or the JSON or the CSV files alone. Made on the device. */
import type { RecordKinds } from '../core/define-record.ts';
import type { Owner, Store } from '../core/store.ts';
import { attachmentPath } from './attachment-file.ts';
import { idsKept } from './ids-kept.ts';
import { dataPackage } from './data-package.ts';
import type { InstrumentRules } from './definitions.ts';
import { gather, type Gathered } from './gather.ts';
import type { Progress } from './progress.ts';
import { listAttachment, writeRecordsFile, type FileAttachment, type LeftOut } from './records-file.ts';
import { countNotInTables, dayIn, definitionsTable, tablesOf, type Table } from './tables.ts';
import { createZip, encode, ZIP_LIMITS } from './zip-writer.ts';

export interface ExportOptions {
  records: RecordKinds;
  /** Only records about this person, and those they had a hand in; everything when left out. */
  of?: Owner | undefined;
  instruments: InstrumentRules;
  now: Date;
  /** IANA name. CSV files give days; this says whose. */
  timeZone: string;
  appVersion: string;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface ZipOptions extends ExportOptions {
  /** `readme` gives the paragraphs of README.txt in the person's language. */
  words: { readme(report: ExportReport): readonly string[] };
}

/** What is in the export, and what could not be. */
export interface ExportReport {
  /** Those that are not erased. */
  records: number;
  versions: number;
  attachments: number;
  /** Versions that could not be opened. */
  damaged: LeftOut[];
  /** Photos and recordings that are not here any more or could not be opened. */
  missingAttachments: { sha256: string; type: string }[];
  /** Records that are in the JSON only, because this app has no table for them. */
  notInTables: { kind: string; count: number }[];
}

type NoExport = { status: 'stopped' } | { status: 'too-large' } | { status: 'unavailable'; why: string };
export type ExportOutcome = { status: 'done'; name: string; file: Blob; report: ExportReport } | NoExport;
export type CsvOutcome =
  { status: 'done'; files: { name: string; file: Blob }[]; report: ExportReport } | NoExport;

/** Everything in one zip: JSON, CSV files, their dictionary, photos and recordings. */
export function exportZip(store: Store, options: ZipOptions): Promise<ExportOutcome> {
  return reading(options, async () => {
    const gathered = await gather(store, options);
    const bytes = gathered.attachments.reduce((sum, ref) => sum + ref.bytes, 0);
    if (bytes > ZIP_LIMITS.bytes || gathered.attachments.length > ZIP_LIMITS.files) {
      return { status: 'too-large' };
    }
    const report = reportOf(gathered, options);
    const zip = await createZip(options.now);

    const attachments: FileAttachment[] = [];
    for (const ref of gathered.attachments) {
      options.signal?.throwIfAborted();
      const found = await store.attachment(ref.sha256);
      if (found) zip.addBytes(attachmentPath(ref), new Uint8Array(found));
      else report.missingAttachments.push({ sha256: ref.sha256, type: ref.type });
      attachments.push(listAttachment(ref, found ? attachmentPath(ref) : null));
      const done = attachments.length;
      options.onProgress?.({ stage: 'attachments', done, total: gathered.attachments.length });
    }
    report.attachments = gathered.attachments.length - report.missingAttachments.length;

    options.signal?.throwIfAborted();
    zip.addText('records.json', jsonOf(store, gathered, attachments, options));
    const tables = allTables(gathered, options);
    const dayOf = dayIn(options.timeZone);
    for (const table of tables) zip.addText(table.file, table.lines(gathered.current, dayOf));
    zip.addText('datapackage.json', [pretty(dataPackage(tables, options.now.toISOString()))]);
    zip.addText('report.json', [pretty(report)]);
    zip.addText('README.txt', [`${options.words.readme(report).join('\r\n\r\n')}\r\n`]);
    const name = `plotline-${dayOf(options.now.toISOString())}.zip`;
    return { status: 'done', name, file: zip.finish(), report };
  });
}

/** The lossless JSON alone, without photos and recordings. */
export function exportJson(store: Store, options: ExportOptions): Promise<ExportOutcome> {
  return reading(options, async () => {
    const gathered = await gather(store, options);
    const attachments = gathered.attachments.map((ref) => listAttachment(ref, null));
    const pieces = encode(jsonOf(store, gathered, attachments, options));
    const name = `plotline-records-${dayIn(options.timeZone)(options.now.toISOString())}.json`;
    const file = new Blob([...pieces], { type: 'application/json' });
    return { status: 'done', name, file, report: reportOf(gathered, options) };
  });
}

/** The CSV files that have rows, and their dictionary, each by itself. */
export function exportCsvFiles(store: Store, options: ExportOptions): Promise<CsvOutcome> {
  return reading(options, async () => {
    const gathered = await gather(store, options);
    const dayOf = dayIn(options.timeZone);
    const tables = allTables(gathered, options).filter(
      (table) => !table.rows(gathered.current, dayOf).next().done,
    );
    const files = tables.map((table) => ({
      name: table.file,
      file: new Blob([...encode(table.lines(gathered.current, dayOf))], { type: 'text/csv' }),
    }));
    const dictionary = pretty(dataPackage(tables, options.now.toISOString()));
    files.push({ name: 'datapackage.json', file: new Blob([dictionary], { type: 'application/json' }) });
    return { status: 'done', files, report: reportOf(gathered, options) };
  });
}

/** Those of the kinds, and last what the instruments named in them ask. */
function allTables({ definitions }: Gathered, { records, instruments }: ExportOptions): Table[] {
  return [...tablesOf(records), definitionsTable(instruments.table, definitions)];
}

function jsonOf(
  store: Store,
  gathered: Gathered,
  attachments: readonly FileAttachment[],
  options: ExportOptions,
): Generator<string> {
  return writeRecordsFile({
    exportedAt: options.now.toISOString(),
    appVersion: options.appVersion,
    person: { id: store.owner.personId, role: store.owner.role },
    instruments: gathered.definitions,
    versions: gathered.versions,
    attachments,
    leftOut: gathered.damaged,
  });
}

function reportOf({ versions, current, damaged }: Gathered, { records }: ExportOptions): ExportReport {
  return {
    records: idsKept(versions).size,
    versions: versions.length,
    attachments: 0,
    damaged,
    missingAttachments: [],
    notInTables: countNotInTables(current, records),
  };
}

/** Turns what interrupts the reading of the store into an outcome. Nothing is written in an export. */
async function reading<Done>({ signal }: ExportOptions, make: () => Promise<Done>): Promise<Done | NoExport> {
  try {
    return await make();
  } catch (error) {
    if (signal?.aborted) return { status: 'stopped' };
    return { status: 'unavailable', why: error instanceof Error ? error.message : String(error) };
  }
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
