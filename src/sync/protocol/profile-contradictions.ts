/** What is wrong with a profile whose every part is right by itself. */
import type * as z from 'zod/mini';
import { fieldNames } from './field-names.ts';
import { requestsOf } from './profile-requests.ts';
import type { profileShape } from './profile-shape.ts';
import { namesIn } from './template.ts';

type Profile = z.infer<typeof profileShape>;

export interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** Names of members that would overwrite each other in a document. */
function doubledMembers({ document }: Profile): string[] {
  const members = [...(document.key === undefined ? [] : [document.key]), document.digest];
  members.push(...Object.keys(document.extra ?? {}));
  if (document.as === 'fields') members.push(...fieldNames.map((field) => document.names?.[field] ?? field));
  else members.push(document.version);
  return [...new Set(members.filter((member, n) => members.indexOf(member) !== n))];
}

/** In the order of the profile; empty where there is none. */
export function contradictionsIn(profile: Profile): Contradiction[] {
  const own = Object.keys(profile.names ?? {});
  const found: Contradiction[] = [];
  for (const { path, request, fills, needs } of requestsOf(profile)) {
    const asked = namesIn([request.path, request.headers, request.body]);
    for (const name of asked.filter((name) => !fills.includes(name) && !own.includes(name))) {
      found.push({ path, message: `nothing is called {${name}} here` });
    }
    for (const name of needs.filter((name) => !asked.includes(name))) {
      found.push({ path, message: `it must say {${name}} somewhere` });
    }
    const bodiless = request.method === 'GET' || request.method === 'HEAD';
    if (bodiless && request.body !== undefined)
      found.push({ path, message: `a ${request.method} has no body` });
  }
  for (const name of doubledMembers(profile)) {
    found.push({ path: ['document'], message: `two things would be written to the member ${name}` });
  }
  const { pull, verify, create } = profile;
  if (pull.by === 'time' && !namesIn(pull.path).some((name) => name === 'offset' || name === 'page')) {
    found.push({ path: ['pull'], message: 'it must page by {offset} or {page}' });
  }
  if (verify.by === 'echo' && verify.digest === undefined && verify.document === undefined) {
    found.push({
      path: ['verify'],
      message: 'it must say where the digest or the document is in the answer',
    });
  }
  if (create.batch?.results?.match === 'key' && create.batch.results.key === undefined) {
    found.push({ path: ['create', 'batch', 'results'], message: 'it must say where the key is in a result' });
  }
  return found;
}
