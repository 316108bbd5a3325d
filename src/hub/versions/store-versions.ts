/** Keeps what a member sends: each version by itself, the whole in one transaction. */
import * as z from 'zod/mini';
import type { PushResult } from '../../sync/protocol/hub-api.ts';
import type { Database, Transaction } from '../database/database.ts';
import { asMember, type Lock, type Member } from '../member.ts';
import type { Token } from '../secrets.ts';
import { checkVersion, reject, type GoodVersion } from './check-version.ts';

/** One result an item, in order. Nothing is ever overwritten. */
export async function storeVersions(
  database: Database,
  token: Token,
  items: readonly unknown[],
): Promise<PushResult[]> {
  const checked = items.map(checkVersion);
  const good = firstOfEach(checked.flatMap((item) => ('good' in item ? [item.good] : [])));
  const outcomes = await storeGood(database, token, good);
  const seen = new Set<string>();
  return checked.map((item) => {
    if ('bad' in item) return item.bad;
    const { key, digest } = item.good;
    const outcome = outcomes.get(key) ?? reject(key, 'not-yours', notYours);
    if (!seen.has(key)) {
      seen.add(key);
      return outcome;
    }
    // The same key a second time in one request: what came of the first is what stands there now.
    if (outcome.outcome === 'reject') return outcome;
    return outcome.digest === digest
      ? { ...outcome, outcome: 'exists' }
      : { ...outcome, outcome: 'conflict' };
  });
}

const notYours = 'This is about somebody whose records you do not keep here.';

function firstOfEach(versions: GoodVersion[]): GoodVersion[] {
  const first = new Map<string, GoodVersion>();
  for (const version of versions) if (!first.has(version.key)) first.set(version.key, version);
  return [...first.values()];
}

async function storeGood(
  database: Database,
  token: Token,
  good: GoodVersion[],
): Promise<Map<string, PushResult>> {
  // What takes away from a record must not pass by what is being added to it.
  const lock: Lock = good.some(({ version }) => endsSomething(version)) ? 'alone' : 'shared';
  const first = await asMember(database, token, lock, async (transaction, member) => {
    const subjects = await subjectFacts(transaction, good);
    const newcomers = staffLike.includes(member.role)
      ? subjects.filter(({ known }) => !known).map(({ subject }) => subject)
      : [];
    if (newcomers.length > 0) return { newcomers };
    return { results: await insert(transaction, member, good, subjects) };
  });
  if ('results' in first) return first.results;
  // Somebody nobody has named yet: they are placed at the writer's sites first, while nobody else writes.
  return asMember(database, token, 'alone', async (transaction, member) => {
    await transaction.change('select plotline.place_people($1::uuid[])', [first.newcomers]);
    return insert(transaction, member, good, await subjectFacts(transaction, good));
  });
}

const staffLike: readonly string[] = ['worker', 'trainer', 'assessor', 'coordinator'];

const endsSomething = ({ removed, audience }: GoodVersion['version']) =>
  removed === 'erased' || audience === 'me';

const subjectSchema = z.object({ subject: z.string(), known: z.boolean(), writable: z.boolean() });
type SubjectFact = z.infer<typeof subjectSchema>;

async function subjectFacts(transaction: Transaction, good: GoodVersion[]): Promise<SubjectFact[]> {
  const subjects = [...new Set(good.map(({ version }) => version.subject))];
  return transaction.query(
    subjectSchema,
    'select subject, known, writable from plotline.subject_facts($1::uuid[])',
    [subjects],
  );
}

const recordSchema = z.object({
  record_id: z.string(),
  subjects: z.array(z.string()),
  erased: z.boolean(),
  back_rev: z.nullable(z.string()),
  mine: z.boolean(),
});

async function insert(
  transaction: Transaction,
  member: Member,
  good: GoodVersion[],
  subjects: SubjectFact[],
): Promise<Map<string, PushResult>> {
  const results = new Map<string, PushResult>();
  const writable = new Set(subjects.filter((fact) => fact.writable).map(({ subject }) => subject));
  const records = await transaction.query(
    recordSchema,
    'select record_id, subjects, erased, back_rev, mine from plotline.record_facts($1::uuid[])',
    [[...new Set(good.map(({ version }) => version.id))]],
  );
  const standing = new Map(records.map((record) => [record.record_id, record]));
  const back = new Map<string, string>();
  const gone = new Set<string>();
  /** Whom the first version of each record in this request is about. */
  const begun = new Map<string, string>();

  // 1. What may not come in, and why. In the order of making, so that a record erased by this request stays erased.
  const rows = good.filter(({ key, version }) => {
    const record = standing.get(version.id);
    const refuse = (...[reason, why]: [Parameters<typeof reject>[1], string]) => {
      results.set(key, reject(key, reason, why));
      return false;
    };
    if (!writable.has(version.subject)) return refuse('not-yours', notYours);
    const begunFor = begun.get(version.id) ?? version.subject;
    begun.set(version.id, begunFor);
    // Two requests at once can begin one record for two people: both can go on with it then, and have all of it erased.
    if (!(record?.subjects ?? [begunFor]).includes(version.subject)) {
      return refuse('another-subject', 'This record is about somebody else here.');
    }
    if (record?.erased && version.removed !== 'erased') return refuse('erased', 'This record was erased.');
    if (!endsSomething(version)) return true;
    const own = version.subject === member.personId || version.author.id === member.personId;
    const may = member.role === 'coordinator' || (record ? record.mine : own);
    if (!may) {
      return refuse('not-yours', 'Only whom it is about, who wrote it, or a coordinator can take this away.');
    }
    if (version.removed === 'erased') gone.add(version.id);
    else if (version.rev > (back.get(version.id) ?? '')) back.set(version.id, version.rev);
    return true;
  });

  // 2. All in one statement; what is there already stays as it is.
  const stored = await insertRows(transaction, member, rows, (version) => {
    const until = [standing.get(version.id)?.back_rev ?? '', back.get(version.id) ?? ''].sort().at(-1) ?? '';
    return version.audience !== 'me' && version.removed !== 'erased' && version.rev < until;
  });
  for (const [key, result] of stored) results.set(key, result);
  await noteAttachments(transaction, member, rows, results);

  // 3. What this takes away.
  const came = new Set(rows.filter(({ key }) => isThere(results.get(key))).map(({ version }) => version.id));
  for (const id of gone) if (came.has(id)) await transaction.change('select plotline.erase_record($1)', [id]);
  for (const [id, rev] of back) {
    if (came.has(id)) await transaction.change('select plotline.take_back($1, $2)', [id, rev]);
  }
  for (const { key, version } of rows) {
    if (gone.has(version.id) && version.removed !== 'erased') {
      results.set(key, reject(key, 'erased', 'This record was erased.'));
    }
  }
  return results;
}

const isThere = (result: PushResult | undefined) => result?.outcome === 'ok' || result?.outcome === 'exists';

const insertSql = `
  insert into plotline.versions
    (organisation_id, received_from, record_id, rev, subject, author, kind, audience, removed, taken_back, digest, json)
  select $1::uuid, $2::uuid, record_id, rev, subject, author, kind, audience, removed, taken_back, digest, json
  from json_to_recordset($3::text::json) as item
    (record_id uuid, rev text, subject uuid, author uuid, kind text, audience text, removed text,
     taken_back boolean, digest text, json text)
  on conflict do nothing
`;

async function insertRows(
  transaction: Transaction,
  member: Member,
  rows: GoodVersion[],
  takenBack: (version: GoodVersion['version']) => boolean,
): Promise<Map<string, PushResult>> {
  if (rows.length === 0) return new Map();
  const items = rows.map(({ version, digest, json }) => ({
    record_id: version.id,
    rev: version.rev,
    subject: version.subject,
    author: version.author.id,
    kind: version.kind,
    audience: version.audience,
    removed: version.removed ?? null,
    taken_back: takenBack(version),
    digest,
    json,
  }));
  const count = await transaction.change(insertSql, [
    member.organisationId,
    member.personId,
    JSON.stringify(items),
  ]);
  if (count === rows.length) {
    return new Map(rows.map(({ key, digest }) => [key, { key, outcome: 'ok', digest }]));
  }
  // Some were there before, or came in by another way meanwhile.
  const there = await transaction.query(
    z.object({ record_id: z.string(), rev: z.string(), digest: z.string(), fresh: z.nullable(z.boolean()) }),
    'select record_id, rev, digest, fresh from plotline.standing($1::uuid[], $2::text[])',
    [rows.map(({ version }) => version.id), rows.map(({ version }) => version.rev)],
  );
  const found = new Map(there.map((row) => [`${row.record_id}_${row.rev}`, row]));
  return new Map(
    rows.map(({ key, digest }): [string, PushResult] => {
      const row = found.get(key);
      if (!row) throw new Error('a version that was just stored is not there');
      if (row.digest !== digest) {
        return [
          key,
          { key, outcome: 'conflict', digest: row.digest, why: 'Something else is here under the same key.' },
        ];
      }
      return [key, { key, outcome: row.fresh ? 'ok' : 'exists', digest }];
    }),
  );
}

async function noteAttachments(
  transaction: Transaction,
  member: Member,
  rows: GoodVersion[],
  results: Map<string, PushResult>,
): Promise<void> {
  const references = rows
    .filter(({ key }) => results.get(key)?.outcome === 'ok')
    .flatMap(({ version, attachments }) =>
      attachments.map((sha256) => ({ sha256, record_id: version.id, rev: version.rev })),
    );
  if (references.length === 0) return;
  await transaction.change(
    `insert into plotline.version_attachments (organisation_id, sha256, record_id, rev)
     select $1::uuid, sha256, record_id, rev
     from json_to_recordset($2::text::json) as item (sha256 text, record_id uuid, rev text)
     on conflict do nothing`,
    [member.organisationId, JSON.stringify(references)],
  );
}
