/** What a server has to let an app from another origin do (CORS), so that it can be used through a profile. */
import type { Profile } from './profile.ts';
import { requestsOf } from './profile-requests.ts';

export interface CrossOriginNeeds {
  /** `Access-Control-Allow-Methods`; browsers send `OPTIONS` themselves and ask for nothing by it. */
  methods: string[];
  /** `Access-Control-Allow-Headers`. */
  send: string[];
  /** `Access-Control-Expose-Headers`: what the engine reads of an answer besides what may always be read. */
  read: string[];
}

/** Of these it does not have to be said that they may be sent. */
const always = ['accept'];

export function crossOriginNeeds(profile: Profile): CrossOriginNeeds {
  const requests = requestsOf(profile).map(({ request }) => request);
  const { auth, attachments, remove } = profile;
  const files = attachments?.by === 'put' ? attachments : null;
  const login = auth.kind === 'none' ? [] : [auth.kind === 'header' ? auth.name : 'Authorization'];
  const send = [
    ...login,
    'Content-Type',
    ...(profile.gzip ? ['Content-Encoding'] : []),
    ...(files?.resume ? ['Content-Range'] : []),
    ...(files?.range ? ['Range'] : []),
    ...Object.keys(profile.headers ?? {}),
    ...requests.flatMap(({ headers }) => Object.keys(headers ?? {})),
  ];
  const tagged = remove?.revision === 'etag' || files?.verify === 'server';
  return {
    methods: distinct(requests.map(({ method }) => method)),
    send: distinct(send).filter((name) => !always.includes(name.toLowerCase())),
    read: distinct([
      'Date',
      'Retry-After',
      ...(tagged ? ['ETag'] : []),
      ...(files?.range ? ['Content-Range'] : []),
      ...(files?.resume ? [files.resume.offset] : []),
    ]),
  };
}

/** In alphabetical order, each once, however it is written. */
function distinct(names: readonly string[]): string[] {
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...byName.values()].sort();
}
