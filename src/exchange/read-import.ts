/** Looks through a file from outside, a zip or the bare JSON, and writes nothing. Whatever the file, it never throws. */
import * as z from 'zod/mini';
import type { RecordKinds } from '../core/define-record.ts';
import { standing } from '../core/merge-versions.ts';
import type { Store } from '../core/store.ts';
import type { Version } from '../core/version.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkVersions } from './check-versions.ts';
import type { InstrumentRules } from './definitions.ts';
import { importLimits, type ImportCheck, type ImportLimits, type ImportPerson } from './import-check.ts';
import { idsKept } from './ids-kept.ts';
import { openImport } from './open-import.ts';
import type { Progress } from './progress.ts';
import type { FilePerson } from './records-file.ts';

interface ReadImportOptions {
  records: RecordKinds;
  instruments: InstrumentRules;
  /** Left out at a first run, where there is none yet. */
  store?: Store;
  limits?: ImportLimits;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export async function readImport(file: Blob, options: ReadImportOptions): Promise<ImportCheck> {
  const { store } = options;
  let here: Here;
  try {
    here = store ? await whatIsHere(store, options.signal) : nothingHere();
  } catch (error) {
    if (options.signal?.aborted) return { status: 'stopped' };
    return { status: 'unavailable', why: error instanceof Error ? error.message : String(error) };
  }
  try {
    return await check(file, here, options);
  } catch {
    return options.signal?.aborted ? { status: 'stopped' } : { status: 'refused', code: 'unreadable' };
  }
}

async function check(file: Blob, here: Here, options: ReadImportOptions): Promise<ImportCheck> {
  const { records, instruments, store = null, limits = importLimits, onProgress, signal } = options;
  const opened = await openImport(file, limits);
  if (opened.status !== 'opened') return opened;
  const { text, entries } = opened;
  if (text.versions.length > limits.versions) return { status: 'refused', code: 'too-large' };

  signal?.throwIfAborted();
  const { versions, problems } = checkVersions(text.versions, records);
  onProgress?.({ stage: 'records', done: text.versions.length, total: text.versions.length });
  const media = await checkAttachments({ file, entries }, versions, {
    records,
    store,
    most: limits.attachment,
    onProgress,
    signal,
  });
  signal?.throwIfAborted();

  const definitions = await checkDefinitions(text.instruments, here.definitions, instruments);
  problems.push(...definitions.problems, ...media.problems);
  for (const { id, kind, why } of text.leftOut) problems.push({ code: 'damaged-before', id, kind, why });
  const { person } = text;
  const kept = idsKept(versions);
  if (person && store && store.owner.personId !== person.id) {
    problems.push({ code: 'other-person', id: person.id });
  }
  return {
    status: 'ready',
    preview: {
      person: person && introduce(person, versions),
      exportedAt: text.exportedAt,
      records: countNew(kept, here.records),
      versions: countNew(versions.map(nameOf), here.versions),
      erases: countErases(versions, here),
      kinds: countKinds(
        versions.filter(({ id }) => kept.has(id)),
        records,
      ),
      attachments: {
        found: media.attachments.length,
        new: media.fresh,
        bytes: media.attachments.reduce((sum, { ref }) => sum + ref.bytes, 0),
      },
      instruments: definitions.titles,
      problems,
    },
    content: { versions, definitions: definitions.fresh, attachments: media.attachments },
  };
}

interface Here {
  records: Set<string>;
  versions: Set<string>;
  /** Ids of the records that were erased here already. */
  erased: Set<string>;
  definitions: object[];
}

function nothingHere(): Here {
  return { records: new Set(), versions: new Set(), erased: new Set(), definitions: [] };
}

async function whatIsHere(store: Store, signal: AbortSignal | undefined): Promise<Here> {
  const here = nothingHere();
  for await (const found of store.everything()) {
    signal?.throwIfAborted();
    const version = found.status === 'damaged' ? found : found.version;
    here.records.add(version.id);
    here.versions.add(nameOf(version));
    if (found.status !== 'damaged' && found.version.removed === 'erased') here.erased.add(version.id);
  }
  here.definitions = await store.definitions();
  return here;
}

function nameOf({ id, rev }: { id: string; rev: string }): string {
  return `${id} ${rev}`;
}

function countNew(names: Iterable<string>, here: ReadonlySet<string>): { new: number; known: number } {
  const counts = { new: 0, known: 0 };
  for (const name of names) counts[here.has(name) ? 'known' : 'new'] += 1;
  return counts;
}

function countErases(versions: readonly Version[], here: Here): number {
  const erased = new Set(versions.filter(({ removed }) => removed === 'erased').map(({ id }) => id));
  return [...erased].filter((id) => here.records.has(id) && !here.erased.has(id)).length;
}

/** In the order of the kinds: what people can do comes first. */
function countKinds(versions: readonly Version[], records: RecordKinds): { kind: string; records: number }[] {
  const kinds = new Map([...records.keys()].map((kind): [string, Set<string>] => [kind, new Set()]));
  for (const { kind, id } of versions) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(id));
  return [...kinds].flatMap(([kind, { size }]) => (size > 0 ? [{ kind, records: size }] : []));
}

const called = z.object({ name: z.string(), languages: z.array(z.string()) });

/** A person with what the file's own record of them says now. */
function introduce(person: FilePerson, versions: readonly Version[]): ImportPerson {
  const current = standing(versions.filter(({ id }) => id === person.id))?.current;
  const body = called.safeParse(current?.body);
  return body.success ? { ...person, ...body.data } : { ...person, name: null, languages: [] };
}
