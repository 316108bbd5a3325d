/** What is new for a member, page by page, in an order without gaps. */
import * as z from 'zod/mini';
import type { Database, Transaction } from '../database/database.ts';
import { asMember, type Member } from '../member.ts';
import type { Token } from '../secrets.ts';

/*
 * Each version carries the number of the transaction that brought it (xact) and a running number (seq). Transactions end in
 * another order than they begin, so a page holds only what lies below the oldest one still open (`pg_snapshot_xmin`): nothing
 * can appear there any more. The cursor names the last version that was given: its place and the beginning of its digest.
 * Where that version no longer stands there for this member (erased, database restored from a backup), or the member may see
 * more than before (`epoch`), the pull begins anew; doubles are harmless, gaps are not.
 */
interface Place {
  epoch: number;
  xact: string;
  seq: string;
  /** First 8 hex digits of its digest. */
  digest: string;
}

/** The most characters on a page, so that neither side needs much memory. */
const LONGEST = 4 * 1024 * 1024;

/** The JSON of a page (`pageAnswerSchema`), versions as the exact text that was stored, and how many are on it. */
export interface ListedPage {
  json: string;
  count: number;
}

/** The page after `since`; from the start where it is null or of no use any more. */
export async function listVersions(
  database: Database,
  token: Token,
  since: string | null,
  limit: number,
): Promise<ListedPage> {
  return asMember(database, token, null, async (transaction, member) => {
    const place = readCursor(since, member.epoch);
    const from = place && (await stands(transaction, member, place)) ? place : null;
    const page = await readPage(transaction, member, from, limit);
    const next = page.last ? writeCursor({ epoch: member.epoch, ...page.last }) : from ? since : null;
    const json = `{"items":[${page.items}],"next":${JSON.stringify(next ?? start)},"more":${page.more}}`;
    return { json, count: page.count };
  });
}

const start = 'start';

const placeSchema = z.object({ xact: z.string(), seq: z.string(), digest: z.string() });

async function stands(transaction: Transaction, member: Member, place: Place): Promise<boolean> {
  const found = await transaction.query(
    z.object({ digest: z.string() }),
    `select left(digest, 8) as digest from plotline.versions
     where organisation_id = $1 and xact = $2::text::xid8 and seq = $3::text::bigint`,
    [member.organisationId, place.xact, place.seq],
  );
  return found[0]?.digest === place.digest;
}

const pageSchema = z.object({
  items: z.nullable(z.string()),
  count: z.number(),
  more: z.boolean(),
  last: z.nullable(placeSchema),
});

/** Of everybody, along the order of the organisation. */
const allRows = `
  select xact, seq, digest, json from plotline.versions
  where organisation_id = $1 and (xact, seq) > ($2::text::xid8, $3::text::bigint)
    and xact < pg_snapshot_xmin(pg_current_snapshot())
  order by xact, seq limit $4
`;

/** Of those one may see, along the order of each: what others have is not walked over. */
const ownRows = `
  select own.xact, own.seq, own.digest, own.json
  from plotline.my_subjects() wanted (subject),
    lateral (
      select xact, seq, digest, json from plotline.versions there
      where there.organisation_id = $1 and there.subject = wanted.subject
        and (there.xact, there.seq) > ($2::text::xid8, $3::text::bigint)
        and there.xact < pg_snapshot_xmin(pg_current_snapshot())
      order by there.xact, there.seq limit $4
    ) own
  order by own.xact, own.seq limit $4
`;

const pageSql = (rows: string) => `
  with ahead as (${rows}),
  counted as (
    select *, row_number() over (order by xact, seq) as nth,
      sum(length(json)) over (order by xact, seq) as characters
    from ahead
  ),
  page as (select * from counted where nth = 1 or (nth < $4 and characters <= ${LONGEST}))
  select
    string_agg('{"version":' || json || ',"digest":"' || digest || '"}', ',' order by xact, seq) as items,
    count(*)::int as count,
    (select count(*) from counted) > count(*) as more,
    (select json_build_object('xact', xact::text, 'seq', seq::text, 'digest', left(digest, 8))
      from page order by nth desc limit 1) as last
  from page
`;

async function readPage(
  transaction: Transaction,
  member: Member,
  from: Place | null,
  limit: number,
): Promise<{ items: string; count: number; more: boolean; last: z.infer<typeof placeSchema> | null }> {
  const [page] = await transaction.query(
    pageSchema,
    pageSql(member.role === 'coordinator' ? allRows : ownRows),
    [member.organisationId, from?.xact ?? '0', from?.seq ?? '0', limit + 1],
  );
  return {
    items: page?.items ?? '',
    count: page?.count ?? 0,
    more: page?.more ?? false,
    last: page?.last ?? null,
  };
}

function writeCursor({ epoch, xact, seq, digest }: Place): string {
  return Buffer.from(`${epoch}.${xact}.${seq}.${digest}`).toString('base64url');
}

/** Null where it is of another epoch, of another hub, or made up: from the start then. */
function readCursor(cursor: string | null, epoch: number): Place | null {
  const text = Buffer.from(cursor ?? '', 'base64url').toString('latin1');
  const [, of, xact, seq, digest] = /^(\d{1,9})\.(\d{1,19})\.(\d{1,18})\.([0-9a-f]{8})$/.exec(text) ?? [];
  if (xact === undefined || seq === undefined || digest === undefined || Number(of) !== epoch) return null;
  return { epoch, xact, seq, digest };
}

/** The JSON of one version with its digest, or null where it is not there for this member. */
export async function readVersion(
  database: Database,
  token: Token,
  id: string,
  rev: string,
): Promise<string | null> {
  return asMember(database, token, null, async (transaction, member) => {
    const [found] = await transaction.query(
      z.object({ json: z.string(), digest: z.string() }),
      'select json, digest from plotline.versions where organisation_id = $1 and record_id = $2 and rev = $3',
      [member.organisationId, id, rev],
    );
    return found ? `{"version":${found.json},"digest":"${found.digest}"}` : null;
  });
}
