/** All the requests that a profile describes, each with what can be filled in there. */
import type * as z from 'zod/mini';
import type { Attachments, Pull } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import type { profileShape } from './profile-shape.ts';

type Profile = z.infer<typeof profileShape>;

/** A request of a profile, and where it stands there. */
interface Place {
  path: (string | number)[];
  request: ProfileRequest;
  /** What can be filled in there, and which of it must be asked for, so that the request is of use. */
  fills: string[];
  needs: string[];
}

/** Every request that a profile can lead to, in its order. */
export function requestsOf(profile: Profile): Place[] {
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
