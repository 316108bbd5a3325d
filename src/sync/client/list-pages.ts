/** Lists what is new, a page at a time, where the endpoint answers with JSON. */
import { canonicalJson } from '../../core/canonical-json.ts';
import { bytesToHex } from '../../core/hex.ts';
import type { Answer, Arrived, ListAnswer } from '../protocol/endpoint.ts';
import { fromDocument, type Found } from '../protocol/lay-out.ts';
import * as place from '../protocol/list-place.ts';
import { valueAt } from '../protocol/pointer.ts';
import type { Profile } from '../protocol/profile.ts';
import type { Pull, Skip } from '../protocol/profile-parts.ts';
import type { Values } from '../protocol/template.ts';
import type { Ask } from './ask.ts';
import { notUnderstood } from './read-document.ts';

type Paged = Exclude<Pull, { by: 'folder' }>;
type Page = { items: unknown[]; json: unknown; answer: Answer } | { failed: Answer };

export function listPages(
  profile: Profile,
  pull: Paged,
  ask: Ask,
  cursor: string | null,
  most: number = pull.limit,
): Promise<ListAnswer> {
  // Pages that are counted must stay of one size; only a cursor says by itself where one stands.
  if (pull.by === 'cursor') {
    return byCursor(profile, { ...pull, limit: Math.min(pull.limit, most) }, ask, cursor);
  }
  return pull.by === 'time' ? byTime(profile, pull, ask, cursor) : byPosition(profile, pull, ask, cursor);
}

async function page(pull: Paged, ask: Ask, values: Values, path: string = pull.path): Promise<Page> {
  const { answer, heard } = await ask(
    'list',
    { ...pull, path },
    { values: { ...values, limit: pull.limit } },
  );
  if (answer.outcome !== 'ok' || !heard) return { failed: answer };
  const items = valueAt(heard.json, pull.items);
  return Array.isArray(items) ? { items, json: heard.json, answer } : { failed: notUnderstood(answer) };
}

async function byCursor(
  profile: Profile,
  pull: Paged & { by: 'cursor' },
  ask: Ask,
  cursor: string | null,
): Promise<ListAnswer> {
  const got = cursor === null ? await page(pull, ask, {}, pull.start) : await page(pull, ask, { cursor });
  if ('failed' in got) return { status: 'failed', answer: got.failed };
  const said = valueAt(got.json, pull.cursor);
  // At the end some give none: then one stays where one is.
  const next =
    said === undefined || said === null
      ? (cursor ?? '')
      : typeof said === 'string'
        ? said
        : JSON.stringify(said);
  const told = pull.more === undefined ? got.items.length >= pull.limit : valueAt(got.json, pull.more);
  const more = (told === true || (typeof told === 'number' && told > 0)) && next !== cursor;
  return pageOf(profile, pull, got, got.items, next, more);
}

async function byTime(
  profile: Profile,
  pull: Paged & { by: 'time' },
  ask: Ask,
  cursor: string | null,
): Promise<ListAnswer> {
  const at = place.readTimePlace(cursor);
  const got = await page(pull, ask, {
    since: place.writeTime(at.since, pull.format),
    offset: at.items,
    page: at.pages + (pull.firstPage ?? 1),
  });
  if ('failed' in got) return { status: 'failed', answer: got.failed };
  const times = got.items.map((item) => place.readTime(valueAt(item, pull.time), pull.format));
  const next = place.afterTimePage(at, times, got.answer.clockMs, pull.overlapSeconds * 1000);
  return pageOf(profile, pull, got, got.items, JSON.stringify(next.place), next.more);
}

async function byPosition(
  profile: Profile,
  pull: Paged & { by: 'position' },
  ask: Ask,
  cursor: string | null,
): Promise<ListAnswer> {
  const at = place.readPositionPlace(cursor);
  // The last one had is asked for again: where it still stands there, nothing before it is gone.
  const got = await page(pull, ask, { offset: at.last === null ? 0 : Math.max(at.at - 1, 0) });
  if ('failed' in got) return { status: 'failed', answer: got.failed };
  const marks = await Promise.all(got.items.map(markOf));
  const next = place.afterPositionPage(at, marks);
  if (next === 'restart') return byPosition(profile, pull, ask, null);
  const fresh = got.items.slice(got.items.length - next.fresh);
  return pageOf(profile, pull, got, fresh, JSON.stringify(next.place), next.more);
}

async function pageOf(
  profile: Profile,
  pull: Paged,
  { answer }: { answer: Answer },
  listed: readonly unknown[],
  cursor: string,
  more: boolean,
): Promise<ListAnswer> {
  const ours = listed.filter((item) => !pull.skip?.some((skip) => isSkipped(skip, item)));
  const items = await Promise.all(ours.map((item) => arrived(profile, valueAt(item, pull.document))));
  return {
    status: 'page',
    items,
    cursor,
    more,
    ...(answer.clockMs !== undefined && { clockMs: answer.clockMs }),
  };
}

function isSkipped({ at, is, begins }: Skip, item: unknown): boolean {
  const value = valueAt(item, at);
  if (begins !== undefined) return typeof value === 'string' && value.startsWith(begins);
  return is === undefined ? value !== undefined : value === is;
}

async function arrived(profile: Profile, raw: unknown): Promise<Arrived> {
  return asArrived(await fromDocument(profile.document, raw), raw);
}

/** What was found as the engine takes it. What bears no key of ours is named by its contents. */
export async function asArrived(found: Found, raw: unknown): Promise<Arrived> {
  if (found.status === 'version') return found;
  return { status: 'invalid', key: found.key ?? `unknown-${await markOf(raw)}`, why: found.why, raw };
}

/** A short name for contents: equal for equal ones, however their members are ordered. */
async function markOf(raw: unknown): Promise<string> {
  let text: string;
  try {
    text = canonicalJson(raw);
  } catch {
    text = typeof raw;
  }
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return bytesToHex(new Uint8Array(hash).slice(0, 8));
}
