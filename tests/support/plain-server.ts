/** A small server in memory that keeps documents, and can have each of the faults that were seen on real ones. */
import { empty, json, type AskedFor } from './scripted-fetch.ts';

export interface ServerFaults {
  /** Gives each document a name of its own. */
  ownIds?: boolean;
  /** Says yes and writes nothing. */
  writesNothing?: boolean;
  /** Members that it does not know are dropped. */
  drops?: readonly string[];
  /** What comes under a name that is taken is written over. */
  writesOver?: boolean;
  /** A duplicate is answered so. */
  duplicate?: number;
  /** Success is answered so. */
  success?: number;
  /** NUL is answered 400. */
  refusesNul?: boolean;
  /** What is listed is only what was dated after everything else. */
  listsNothing?: boolean;
  /** Removing is answered 200 and nothing is removed. */
  keeps?: boolean;
  /** Another login than the one expected is answered so. */
  dead?: number;
}

type Document = Record<string, unknown>;

/** Answers `PUT|GET|DELETE /versions/{key}`, `GET /versions?after=` and the same for `/pieces`, for `plainProfile`. */
export function plainServer(faults: ServerFaults = {}) {
  const kept = new Map<string, Document>();
  let made = 0;

  function put(path: string, body: string): Response {
    if (faults.refusesNul && body.includes('\\u0000')) return json({ message: 'no NUL here' }, 400);
    const document = JSON.parse(body) as Document;
    for (const name of faults.drops ?? []) delete document[name];
    made += 1;
    const at = faults.ownIds ? `/versions/own-${made}` : path;
    if (faults.ownIds) document['key'] = `own-${made}`;
    if (kept.has(at) && !faults.writesOver) return json({ message: 'duplicate' }, faults.duplicate ?? 409);
    if (!faults.writesNothing) kept.set(at, document);
    const status = faults.success ?? 201;
    return status === 204 || status === 205 ? empty(status) : json(document, status);
  }

  function list(after: number): Response {
    const all = [...kept].filter(([path]) => path.startsWith('/versions')).map(([, document]) => document);
    return json({
      items: faults.listsNothing ? [] : all.slice(after, after + 10),
      next: `${Math.min(all.length, after + 10)}`,
      more: all.length > after + 10,
    });
  }

  return {
    kept,
    answer({ method, path, body }: AskedFor): Response {
      if (faults.dead) return json({ message: 'login expired' }, faults.dead);
      const url = new URL(path, 'https://plain.example');
      if (url.pathname === '/versions') return list(Number(url.searchParams.get('after') ?? 0));
      if (method === 'PUT') return put(path, body);
      const found = kept.get(path);
      if (!found) return json({ message: 'not found' }, 404);
      if (method === 'DELETE' && !faults.keeps) kept.delete(path);
      return json(found);
    },
  };
}
