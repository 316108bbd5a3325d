/** Looks at each definition of an instrument in a file by itself: a bad one is named and left out, the rest comes in. */
import { canonicalJson } from '../core/canonical-json.ts';
import { nameIn, type InstrumentRules } from './definitions.ts';
import type { ImportProblem } from './import-check.ts';
import { notPlain } from './plain-json.ts';

interface CheckedDefinitions {
  /** Those that are neither here nor built in, as they stand in the file. */
  fresh: object[];
  /** What the fresh ones are called, in their own languages. */
  titles: Readonly<Record<string, string>>[];
  problems: ImportProblem[];
}

/** The most characters of one, as JSON. */
const LONGEST = 1024 * 1024;
/** More than so many in one file are no use to anybody, and are not looked at. */
const MOST = 500;

/** `here`: those that came along before. */
export async function checkDefinitions(
  found: readonly unknown[],
  here: readonly object[],
  instruments: InstrumentRules,
): Promise<CheckedDefinitions> {
  const checked: CheckedDefinitions = { fresh: [], titles: [], problems: [] };
  // By their contents, each made into text once.
  const known = new Set(here.map(canonicalJson));
  const names = new Set(here.map(nameIn));
  for (const [at, raw] of found.entries()) {
    const read = at < MOST ? readOne(raw, instruments) : { status: 'bad' as const, why: 'too many' };
    if (read.status === 'bad') {
      checked.problems.push({ code: 'bad-definition', at, why: read.why });
      continue;
    }
    const { definition, ref, title } = read;
    const builtIn = await instruments.builtIn(ref);
    const contents = canonicalJson(definition);
    if ((builtIn && canonicalJson(builtIn) === contents) || known.has(contents)) continue;
    const name = nameIn(definition);
    if (builtIn || names.has(name))
      checked.problems.push({ code: 'other-definition', id: ref.id, version: ref.version });
    known.add(contents);
    names.add(name);
    checked.fresh.push(definition);
    checked.titles.push(title);
  }
  return checked;
}

function readOne(raw: unknown, instruments: InstrumentRules) {
  if (typeof raw !== 'object' || raw === null) return { status: 'bad' as const, why: 'not an object' };
  const why = notPlain(raw) ?? (canonicalJson(raw).length > LONGEST ? 'too long' : null);
  if (why !== null) return { status: 'bad' as const, why };
  const read = instruments.read(raw);
  return read.status === 'good' ? { ...read, definition: raw } : read;
}
