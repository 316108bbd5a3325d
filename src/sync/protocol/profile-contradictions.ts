/** What is wrong with a profile whose every part is right by itself. */
import { fieldNames } from './field-names.ts';
import type { Profile } from './profile.ts';
import { unknownNames, type ProfileRequest } from './profile-request.ts';
import { namesIn } from './template.ts';

export interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** Each request of the profile, where it stands, and what it must ask for to be of use. */
function requestsOf(
  profile: Profile,
): { path: (string | number)[]; request: ProfileRequest; needs: string[] }[] {
  const { create, read, readMany, pull, remove, attachments } = profile;
  return [
    { path: ['create'], request: create, needs: ['document'] },
    ...(create.batch ? [{ path: ['create', 'batch'], request: create.batch, needs: ['documents'] }] : []),
    { path: ['read'], request: read, needs: ['key'] },
    ...(readMany ? [{ path: ['readMany'], request: readMany, needs: ['keys'] }] : []),
    { path: ['pull'], request: pull, needs: needsOfPull(pull) },
    ...(remove
      ? [{ path: ['remove'], request: remove, needs: remove.revision === undefined ? [] : ['revision'] }]
      : []),
    ...(attachments?.by === 'put'
      ? (['has', 'put', 'get'] as const).map((part) => ({
          path: ['attachments', part],
          request: attachments[part],
          needs: ['sha256'],
        }))
      : []),
    ...(attachments?.by === 'pieces'
      ? [
          { path: ['attachments', 'create'], request: attachments.create, needs: ['document'] },
          { path: ['attachments', 'read'], request: attachments.read, needs: ['key'] },
        ]
      : []),
  ];
}

function needsOfPull(pull: Profile['pull']): string[] {
  if (pull.by === 'cursor') return ['cursor'];
  if (pull.by === 'time') return ['since'];
  return pull.by === 'position' ? ['offset'] : [];
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
  for (const { path, request, needs } of requestsOf(profile)) {
    for (const name of unknownNames(request, own)) {
      found.push({ path, message: `nothing is called {${name}}` });
    }
    const asked = [...namesIn(request.path), ...namesIn(request.headers), ...namesIn(request.body)];
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
