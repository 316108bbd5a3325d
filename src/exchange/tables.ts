/** Records as tables: what every row says (who, when, about whom, for whom) round what only its kind knows. */
import { readBody, type RecordKind, type RecordKinds } from '../core/define-record.ts';
import type { Cell, Column, RecordTable } from '../core/record-table.ts';
import { roles, type Version } from '../core/version.ts';
import { attachmentPath } from './attachment-file.ts';
import { csvLine, guardText } from './csv.ts';
import { nameIn } from './definitions.ts';

export interface Table {
  /** Name of the file, e.g. `readings.csv`. */
  file: string;
  about: string;
  columns: TableColumn[];
  /** Cells as they stand in the file, without quotes. */
  rows(current: readonly Version[], dayOf: (when: string) => string): Generator<string[]>;
  /** The file's text in pieces: the line of headers, then one line a row. */
  lines(current: readonly Version[], dayOf: (when: string) => string): Generator<string>;
}

export interface TableColumn extends Omit<Column, 'type'> {
  type: Column['type'] | 'datetime';
}

/** One table for each kind that has one, in the order of the kinds: what people can do comes first. */
export function tablesOf(records: RecordKinds): Table[] {
  return [...records.values()].flatMap((kind) => tableOf(kind) ?? []);
}

function tableOf(kind: RecordKind): Table | null {
  const { table } = kind;
  if (!table) return null;
  const columns = [...leadingColumns(kind.kind), ...table.columns, ...trailingColumns];

  function* rows(current: readonly Version[], dayOf: (when: string) => string): Generator<string[]> {
    for (const version of current) {
      if (version.kind !== kind.kind || version.removed === 'erased') continue;
      const read = readBody(kind, version.schema, version.body);
      if (read.status !== 'ok') continue;
      const { id, subject, author, occurredAt, audience, recordedAt, removed } = version;
      for (const row of table?.rows(read.body) ?? []) {
        const lead = [id, subject, dayOf(occurredAt), author.id, author.role];
        const trail = [audience, recordedAt, removed === 'withdrawn'];
        yield [...lead, ...row, ...trail].map((cell, at) => write(cell, columns[at]?.type));
      }
    }
  }

  return {
    file: `${table.name}.csv`,
    about: table.about,
    columns,
    rows,
    *lines(current, dayOf) {
      yield csvLine(columns.map(({ name }) => name));
      for (const row of rows(current, dayOf)) yield csvLine(row);
    },
  };
}

/** The table of what the instruments ask that the other tables name. `definitions`: those of one name stand together. */
export function definitionsTable(table: RecordTable<object>, definitions: readonly object[]): Table {
  const columns: TableColumn[] = [...table.columns, definitionColumn];
  const rows = function* (): Generator<string[]> {
    const seen = new Map<string | null, number>();
    for (const definition of definitions) {
      const name = nameIn(definition);
      const number = (seen.get(name) ?? 0) + 1;
      seen.set(name, number);
      for (const row of table.rows(definition))
        yield [...row, number].map((cell, at) => write(cell, columns[at]?.type));
    }
  };
  return {
    file: `${table.name}.csv`,
    about: table.about,
    columns,
    rows,
    *lines() {
      yield csvLine(columns.map(({ name }) => name));
      for (const row of rows()) yield csvLine(row);
    },
  };
}

const definitionColumn: TableColumn = {
  name: 'definition',
  type: 'integer',
  about:
    'Counts the definitions under one name and version. 2 and more say something else than 1, and came along with records.',
};

/** Kinds with records that no table shows, because this app does not know them or their shape. */
export function countNotInTables(
  current: readonly Version[],
  records: RecordKinds,
): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind: name, schema, removed } of current) {
    const kind = records.get(name);
    if (removed === 'erased' || (kind?.table && schema <= kind.schema)) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** Gives the day of a day or of a moment, in a time zone (IANA name). */
export function dayIn(timeZone: string): (when: string) => string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (when) => {
    if (when.length === 10) return when;
    const moment = new Date(when);
    if (Number.isNaN(moment.getTime())) return when.slice(0, 10);
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    return [parts.get('year')?.padStart(4, '0'), parts.get('month'), parts.get('day')].join('-');
  };
}

function write(cell: Cell, type: TableColumn['type'] | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (typeof cell === 'string') return type === 'date' || type === 'datetime' ? cell : guardText(cell);
  const items = cell.map((item) => (typeof item === 'string' ? item : attachmentPath(item)));
  return guardText(items.join(type === 'files' ? ' ' : '; '));
}

function leadingColumns(kind: string): TableColumn[] {
  const own = `${kind.replaceAll('-', '_')}_id`;
  return [
    // A record of a person is about a person too: the two ids need two names.
    { name: own === 'person_id' ? 'record_id' : own, type: 'text', about: 'Id of the record.' },
    { name: 'person_id', type: 'text', about: 'Id of the person the record is about.' },
    { name: 'date', type: 'date', about: 'The day it happened, as its author said it.' },
    { name: 'author_id', type: 'text', about: 'Id of the person who made the record.' },
    { name: 'author_role', type: 'text', about: 'The role the author had then.', oneOf: roles },
  ];
}

const trailingColumns: TableColumn[] = [
  {
    name: 'audience',
    type: 'text',
    about: 'me: the author’s alone, never sent from the device. team: may be shared with the team.',
    oneOf: ['me', 'team'],
  },
  { name: 'recorded_at', type: 'datetime', about: 'When this version was written down, in UTC.' },
  { name: 'withdrawn', type: 'boolean', about: 'true where the author has taken the record out of sight.' },
];
