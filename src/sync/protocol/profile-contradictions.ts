/** What is wrong with a profile whose every part is right by itself. */
import type * as z from 'zod/mini';
import { fieldNames } from './field-names.ts';
import type { Attachments, Pull } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import type { profileShape } from './profile-shape.ts';
import { namesIn } from './template.ts';

type Profile = z.infer<typeof profileShape>;

export interface Contradiction {
  path: (string | number)[];
  message: string;
}

interface Place {
  path: (string | number)[];
  request: ProfileRequest;
  /** What can be filled in there, and which of it must be asked for, so that the request is of use. */
  fills: string[];
  needs: string[];
}

function requestsOf(profile: Profile): Place[] {
  const { create, read, readMany, remove, attachments } = profile;
  const one = ['key', 'id', 'rev', 'kind', 'subject', 'digest', 'document'];
  const places: (Place | undefined)[] = [
    { path: ['create'], request: create, fills: one, needs: ['document'] },
    create.batch && {
      path: ['create', 'batch'],
      request: create.batch,
      fills: ['documents', 'keys'],
      needs: ['documents'],
    },
    { path: ['read'], request: read, fills: ['key'], needs: ['key'] },
    readMany && { path: ['readMany'], request: readMany, fills: ['keys'], needs: ['keys'] },
    ...listsOf(profile.pull),
    remove && {
      path: ['remove'],
      request: remove,
      fills: ['key', 'revision'],
      needs: remove.revision === undefined ? ['key'] : ['key', 'revision'],
    },
    ...(attachments ? attachmentsOf(attachments) : []),
  ];
  return places.filter((place) => place !== undefined);
}

function listsOf(pull: Pull): Place[] {
  const at = { path: ['pull'], request: pull };
  switch (pull.by) {
    case 'cursor':
      return [
        { ...at, fills: ['cursor', 'limit'], needs: ['cursor'] },
        { path: ['pull', 'start'], request: { ...pull, path: pull.start }, fills: ['limit'], needs: [] },
      ];
    case 'time':
      return [{ ...at, fills: ['since', 'offset', 'page', 'limit'], needs: ['since'] }];
    case 'position':
      return [{ ...at, fills: ['offset', 'limit'], needs: ['offset'] }];
    case 'folder':
      return [{ ...at, fills: [], needs: [] }];
  }
}

function attachmentsOf(attachments: Attachments): Place[] {
  const at = (part: string, request: ProfileRequest, fills: string[], needs: string[]): Place => {
    return { path: ['attachments', part], request, fills, needs };
  };
  if (attachments.by === 'pieces') {
    return [
      at('create', attachments.create, ['key', 'sha256', 'document'], ['document']),
      at('read', attachments.read, ['key', 'sha256'], ['key']),
    ];
  }
  return [
    at('has', attachments.has, ['sha256'], ['sha256']),
    at('put', attachments.put, ['sha256', 'type', 'offset'], ['sha256']),
    at('get', attachments.get, ['sha256'], ['sha256']),
  ];
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
