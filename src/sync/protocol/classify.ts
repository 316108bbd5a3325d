/** What an answer means: the profile's rules first, then a table of what servers usually mean by a status. */
import type { Answer, Outcome } from './endpoint.ts';
import { valueAt } from './pointer.ts';
import type { Asked, Profile, Rule } from './profile.ts';

/** An answer as it came, read to its end. */
export interface Heard {
  status: number;
  /** By lower-case name. */
  header(name: string): string | null;
  text: string;
  /** What the text says as JSON; undefined where it is none. */
  json: unknown;
}

const WHY_LENGTH = 200;
const DAY = 86_400_000;

/** Where servers put the reason (problem+json, PostgREST, Directus, CouchDB, Feathers and others). */
const usualWhy = [
  '/detail',
  '/message',
  '/error/message',
  '/errors/0/message',
  '/reason',
  '/error',
  '/title',
];

/** Whether somebody else answered, such as a network's own login page: a web page where data was asked for. */
function isPage(heard: Heard): boolean {
  return (
    /\bhtml\b/i.test(heard.header('content-type') ?? '') || /^\s*<(!doctype html|html)\b/i.test(heard.text)
  );
}

function fits(rule: Rule, asked: Asked, status: number, json: unknown, text: string): boolean {
  if (rule.on && !rule.on.includes(asked)) return false;
  if (rule.status !== undefined && ![rule.status].flat().includes(status)) return false;
  const value = rule.at === undefined ? text : valueAt(json, rule.at);
  if (rule.at !== undefined && value === undefined) return false;
  if (rule.is !== undefined && value !== rule.is) return false;
  if (rule.contains === undefined) return true;
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).includes(rule.contains);
}

/** Sending something. What is there already is found out by reading, so all that may mean so is `exists`. */
function meansOfSending(status: number): Outcome {
  if (status === 409 || status === 412) return 'exists';
  // Nothing is wrong with what was sent: the address is not there, or takes nothing. Every other would fare the same.
  return [404, 405, 410].includes(status) ? 'retry' : 'reject';
}

function meansOfAsking(asked: Asked, status: number): Outcome {
  if (status === 404 || status === 410) return 'missing';
  if (status === 409 || status === 412) return asked === 'attachment' ? 'retry' : 'conflict';
  return 'reject';
}

/** The table for what no rule says. */
function usualMeaning(asked: Asked, status: number): Outcome {
  if (status >= 200 && status < 300) return 'ok';
  if (status === 401 || status === 403) return 'auth';
  // Elsewhere, a proxy, not yet, too often: none of it is about what was sent.
  if (status < 400 || status >= 500 || [402, 407, 408, 421, 425, 429].includes(status)) return 'retry';
  const sending = asked === 'create' || asked === 'batch' || asked === 'item';
  return sending ? meansOfSending(status) : meansOfAsking(asked, status);
}

/** The outcome of a status with a body, or of one result of a batch. A rule cannot make a success of a web page. */
export function outcomeOf(
  profile: Profile,
  asked: Asked,
  status: number,
  json: unknown,
  text: string,
): Outcome {
  const rule = profile.rules?.find((one) => fits(one, asked, status, json, text));
  return rule?.outcome ?? usualMeaning(asked, status);
}

/** What the server gave as reason, in one line; empty where it gave none. */
export function whyOf(profile: Profile, json: unknown, text: string): string {
  const places = [...(profile.why ?? []), ...usualWhy];
  const found = places
    .map((place) => valueAt(json, place))
    .find((value) => typeof value === 'string' && value !== '');
  const said = typeof found === 'string' ? found : json === undefined ? withoutTags(text) : '';
  const line = said.replaceAll(/\s+/g, ' ').trim();
  return line.length > WHY_LENGTH ? `${line.slice(0, WHY_LENGTH - 1)}…` : line;
}

/** Of a page its title, which says more than its first line. */
function withoutTags(text: string): string {
  const start = text.slice(0, 20_000);
  const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1];
  return title ?? (/^\s*</.test(start) ? '' : start);
}

/** Seconds or a date. `now` is used for a date only where the server's own clock is not known. */
function retryAfter(heard: Heard, now: number): number | undefined {
  const said = heard.header('retry-after')?.trim();
  if (!said) return undefined;
  if (/^\d+$/.test(said)) return Math.min(Number(said) * 1000, DAY);
  const until = Date.parse(said) - (clockOf(heard) ?? now);
  return Number.isNaN(until) ? undefined : Math.min(Math.max(until, 0), DAY);
}

function clockOf(heard: Heard): number | undefined {
  const clock = Date.parse(heard.header('date') ?? '');
  return Number.isNaN(clock) ? undefined : clock;
}

/** Everything an answer says as a whole. `now`: milliseconds of the phone's clock. */
export function classify(profile: Profile, asked: Asked, heard: Heard, now: number): Answer {
  const page = heard.status === 200 && isPage(heard);
  const outcome = page ? 'retry' : outcomeOf(profile, asked, heard.status, heard.json, heard.text);
  const why = outcome === 'ok' ? '' : whyOf(profile, heard.json, heard.text);
  const retryAfterMs = outcome === 'retry' ? retryAfter(heard, now) : undefined;
  const clockMs = clockOf(heard);
  return {
    outcome,
    status: heard.status,
    ...(why !== '' && { why }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(clockMs !== undefined && { clockMs }),
  };
}
