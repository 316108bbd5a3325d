/** Sends versions, one by one or as a batch, and finds out of the answers which are proven to be there. */
import { outcomeOf, whyOf, type Heard } from '../protocol/classify.ts';
import type { Answer, CreateAnswer, CreateOutcome } from '../protocol/endpoint.ts';
import { fromDocument, toDocument } from '../protocol/lay-out.ts';
import { valueAt } from '../protocol/pointer.ts';
import type { Profile } from '../protocol/profile.ts';
import type { Values } from '../protocol/template.ts';
import { digestSchema, keyOf, type WireVersion } from '../protocol/wire.ts';
import type { Ask } from './ask.ts';
import { notUnderstood, readDocument } from './read-document.ts';

type Batch = NonNullable<Profile['create']['batch']>;
type Results = NonNullable<Batch['results']>;

/** Reads go out so many at once. */
const READS = 4;

export async function createVersions(
  profile: Profile,
  ask: Ask,
  versions: readonly WireVersion[],
): Promise<CreateOutcome> {
  if (versions.length === 0) return { each: [] };
  if (!profile.create.readFirst) return createAll(profile, ask, versions);
  const before = await readBefore(profile, ask, versions);
  if ('whole' in before) return before;
  const missing = versions.filter((_, n) => before.each[n]?.outcome === 'missing');
  if (missing.length === 0) return before;
  const created = await createAll(profile, ask, missing);
  if ('whole' in created && missing.length === versions.length) return created;
  const answers = 'whole' in created ? missing.map(() => created.whole) : created.each;
  const of = (wire: WireVersion | undefined) => (wire ? answers[missing.indexOf(wire)] : undefined);
  return { ...created, each: before.each.map((answer, n) => of(versions[n]) ?? answer) };
}

async function createAll(
  profile: Profile,
  ask: Ask,
  versions: readonly WireVersion[],
): Promise<CreateOutcome> {
  const { batch } = profile.create;
  // Where each result is told apart, one version is a batch of one: one way for both.
  const together = batch && (versions.length > 1 || batch.results);
  const outcome = together
    ? await createBatch(profile, batch, ask, versions)
    : await createEach(profile, ask, versions);
  if ('whole' in outcome || !profile.readMany) return outcome;
  return { ...outcome, each: await proveTogether(profile, profile.readMany, ask, versions, outcome.each) };
}

/** What stands there before anything is sent: `missing`, or `exists` with its digest. Fails whole where that is not known. */
async function readBefore(
  profile: Profile,
  ask: Ask,
  versions: readonly WireVersion[],
): Promise<CreateOutcome> {
  const each: CreateAnswer[] = [];
  for (let from = 0; from < versions.length; from += READS) {
    const some = versions.slice(from, from + READS);
    const reads = await Promise.all(some.map(({ version }) => readDocument(profile, ask, keyOf(version))));
    for (const { answer } of reads) {
      if (answer.outcome === 'auth' || answer.outcome === 'retry') return { whole: answer };
      each.push(answer.outcome === 'ok' ? { ...answer, outcome: 'exists' } : answer);
    }
  }
  return { each };
}

function valuesOf(profile: Profile, wire: WireVersion): Values {
  const { id, rev, kind, subject } = wire.version;
  return {
    key: keyOf(wire.version),
    id,
    rev,
    kind,
    subject,
    digest: wire.digest,
    document: toDocument(profile.document, wire),
  };
}

async function createEach(
  profile: Profile,
  ask: Ask,
  versions: readonly WireVersion[],
): Promise<CreateOutcome> {
  const each: CreateAnswer[] = [];
  for (const wire of versions) {
    const { answer, heard } = await ask('create', profile.create, { values: valuesOf(profile, wire) });
    const digest =
      heard && (await echoed(profile, profile.verify.by === 'echo' ? profile.verify : {}, heard.json, wire));
    each.push({ ...answer, ...(digest !== undefined && { digest }) });
    // Without a line or a login the others would only fare the same.
    const stops =
      answer.outcome === 'auth' || answer.status === undefined || answer.retryAfterMs !== undefined;
    if (!stops) continue;
    if (each.length === 1) return { whole: answer };
    while (each.length < versions.length) each.push(answer);
    break;
  }
  const clockMs = each.map((answer) => answer.clockMs).find((ms) => ms !== undefined);
  return { each, ...(clockMs !== undefined && { clockMs }) };
}

/** The digest that an answer gives back: of the document as it stands there now, or else as the server names it. */
async function echoed(
  profile: Profile,
  where: { digest?: string | undefined; document?: string | undefined },
  json: unknown,
  { version }: WireVersion,
): Promise<string | undefined> {
  if (where.document !== undefined) {
    const found = await fromDocument(profile.document, valueAt(json, where.document));
    return found.status === 'version' && found.key === keyOf(version) ? found.wire.digest : undefined;
  }
  if (where.digest === undefined) return undefined;
  const digest = digestSchema.safeParse(valueAt(json, where.digest));
  return digest.success ? digest.data : undefined;
}

async function createBatch(
  profile: Profile,
  batch: Batch,
  ask: Ask,
  versions: readonly WireVersion[],
): Promise<CreateOutcome> {
  const documents = versions.map((wire) => toDocument(profile.document, wire));
  const keys = versions.map(({ version }) => keyOf(version));
  const { answer, heard } = await ask('batch', batch, { values: { documents, keys } });
  if (answer.outcome !== 'ok' || !heard) return { whole: answer };
  const clock = answer.clockMs === undefined ? {} : { clockMs: answer.clockMs };
  if (!batch.results) return { each: versions.map(() => ({ ...answer })), ...clock };
  const each = await answersOf(profile, batch.results, heard, answer, versions);
  return each ? { each, ...clock } : { whole: notUnderstood(answer) };
}

async function answersOf(
  profile: Profile,
  results: Results,
  { json, status }: Heard,
  answer: Answer,
  versions: readonly WireVersion[],
): Promise<CreateAnswer[] | null> {
  const items = valueAt(json, results.at);
  if (!Array.isArray(items)) return null;
  if (results.match === 'order' && items.length !== versions.length) return null;
  const byKey = new Map(
    results.key === undefined
      ? []
      : items.map((item: unknown) => [valueAt(item, results.key ?? ''), item] as const),
  );
  return Promise.all(
    versions.map(async (wire, n): Promise<CreateAnswer> => {
      const item: unknown = results.match === 'order' ? items[n] : byKey.get(keyOf(wire.version));
      if (item === undefined) return { ...answer, outcome: results.unmentioned ?? 'retry' };
      const own = results.status === undefined ? status : valueAt(item, results.status);
      const itemStatus = typeof own === 'number' ? own : status;
      const outcome = outcomeOf(profile, 'item', itemStatus, item, JSON.stringify(item));
      const why = outcome === 'ok' ? '' : whyOf(profile, item, '');
      const digest = await echoed(profile, results, item, wire);
      return {
        outcome,
        status: itemStatus,
        ...(why !== '' && { why }),
        ...(digest !== undefined && { digest }),
      };
    }),
  );
}

/** Reads those back together that are said to be there and not yet proven. What it does not find is left to be read alone. */
async function proveTogether(
  profile: Profile,
  readMany: NonNullable<Profile['readMany']>,
  ask: Ask,
  versions: readonly WireVersion[],
  answers: readonly CreateAnswer[],
): Promise<CreateAnswer[]> {
  const open = versions
    .map(({ version }) => keyOf(version))
    .filter(
      (_, n) => answers[n]?.digest === undefined && ['ok', 'exists'].includes(answers[n]?.outcome ?? ''),
    );
  const digests = new Map<string, string>();
  for (let from = 0; from < open.length && open.length > 1; from += readMany.versions) {
    const { answer, heard } = await ask('read', readMany, {
      values: { keys: open.slice(from, from + readMany.versions) },
    });
    const items = answer.outcome === 'ok' && heard ? valueAt(heard.json, readMany.items) : undefined;
    for (const item of Array.isArray(items) ? items : []) {
      const found = await fromDocument(profile.document, valueAt(item, readMany.document));
      if (found.status === 'version') digests.set(found.key, found.wire.digest);
    }
  }
  return answers.map((answer, n) => {
    const wire = versions[n];
    const digest = wire && answer.digest === undefined ? digests.get(keyOf(wire.version)) : undefined;
    return digest === undefined ? answer : { ...answer, digest };
  });
}
