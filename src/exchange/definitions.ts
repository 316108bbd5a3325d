/** Definitions of instruments in files: what is asked about them, and which ones go along with which records. */
import { instrumentRef, type InstrumentRef } from '../core/body-fields.ts';
import { readBody, type RecordKinds } from '../core/define-record.ts';
import type { RecordTable } from '../core/record-table.ts';
import type { Store } from '../core/store.ts';
import type { Version } from '../core/version.ts';

/** A definition from outside that can be used, or what is wrong with it. */
type ReadDefinition =
  | { status: 'good'; ref: InstrumentRef; title: Readonly<Record<string, string>> }
  | { status: 'bad'; why: string };

/** What the machinery for files has to know about instruments; it is handed in, because what they are is a feature's. */
export interface InstrumentRules {
  read(definition: object): ReadDefinition;
  /** What this Plotline has itself under exactly this name and version. */
  builtIn(ref: InstrumentRef): Promise<object | null>;
  /** How definitions lie in a table. */
  table: RecordTable<object>;
}

/**
 * The definitions of all that some versions were made with: for each name the built-in one, then those that came along
 * with records, as they came.
 */
export async function definitionsOf(
  versions: readonly Version[],
  { records, instruments, store }: { records: RecordKinds; instruments: InstrumentRules; store: Store },
): Promise<object[]> {
  const refs = new Map<string, InstrumentRef>();
  for (const version of versions)
    for (const ref of instrumentsOf(version, records)) refs.set(sortName(ref), ref);
  const kept = refs.size > 0 ? await store.definitions() : [];
  const inOrder = [...refs].sort(([a], [b]) => (a < b ? -1 : 1));
  const found = await Promise.all(
    inOrder.map(async ([name, ref]) => {
      const builtIn = await instruments.builtIn(ref);
      return [...(builtIn ? [builtIn] : []), ...kept.filter((one) => nameIn(one) === name)];
    }),
  );
  return found.flat();
}

/** The name of a definition, as those of one name are found; null where it bears none. */
export function nameIn(definition: unknown): string | null {
  const ref = instrumentRef.safeParse(definition);
  return ref.success ? sortName(ref.data) : null;
}

function sortName({ id, version }: InstrumentRef): string {
  return `${id} ${String(version).padStart(16, '0')}`;
}

/** Where its kind is not known here or newer, whatever looks like the name of an instrument is one. */
function instrumentsOf(version: Version, records: RecordKinds): InstrumentRef[] {
  if (version.removed === 'erased') return [];
  const kind = records.get(version.kind);
  const read = kind ? readBody(kind, version.schema, version.body) : null;
  return kind && read?.status === 'ok' ? kind.instruments(read.body) : lookForRefs(version.body);
}

function lookForRefs(body: unknown): InstrumentRef[] {
  const found: InstrumentRef[] = [];
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const ref = instrumentRef.safeParse(value);
    if (ref.success) found.push(ref.data);
    for (const member of Object.values(value)) open.push(member);
  }
  return found;
}
