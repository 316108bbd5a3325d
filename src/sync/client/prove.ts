/** What came of sending one version. Only the digest of what lies there proves it; a bare "yes" proves nothing. */
import type { RefusedReason } from '../../core/sync-store.ts';
import type { CreateAnswer, Endpoint } from '../protocol/endpoint.ts';
import { said } from './ended.ts';

export type Proof =
  | { is: 'there' }
  | { is: 'refused'; why: string; reason: RefusedReason }
  /** Not there, or nobody knows. `alone`: the endpoint stumbled over this very version; the others can go on. */
  | { is: 'unknown'; answer: CreateAnswer; alone: boolean };

interface Asked {
  key: string;
  digest: string;
}

/** `answer` is what the endpoint said of this version alone. Asks it again only where that proves nothing. */
export async function prove(
  endpoint: Pick<Endpoint, 'read'>,
  asked: Asked,
  answer: CreateAnswer,
): Promise<Proof> {
  if (answer.digest === asked.digest) return { is: 'there' };
  if (answer.digest !== undefined) return conflict(answer);
  if (answer.outcome === 'auth' || cannotBeThere(answer)) return { is: 'unknown', answer, alone: false };

  // A duplicate is answered 400, 409, 412 or 500 by some: what lies there decides.
  const read = await endpoint.read(asked.key);
  if (read.digest === asked.digest) return { is: 'there' };
  if (read.digest !== undefined) return conflict(read);
  switch (read.outcome) {
    case 'ok':
    case 'exists':
    case 'conflict':
      return conflict(read);
    case 'missing':
      return notThere(answer);
    case 'auth':
    case 'retry':
      return { is: 'unknown', answer: read, alone: false };
    case 'reject':
      // What can never be read again can never be proven: the person has to know.
      return { is: 'refused', why: said(answer.outcome === 'reject' ? answer : read), reason: 'rejected' };
  }
}

/** No answer, or one that says that nothing was looked at. */
function cannotBeThere({ outcome, status }: CreateAnswer): boolean {
  return outcome === 'retry' && (status === undefined || [429, 502, 503, 504].includes(status));
}

function conflict(answer: CreateAnswer): Proof {
  return { is: 'refused', why: answer.why ?? '', reason: 'conflict' };
}

function notThere(answer: CreateAnswer): Proof {
  if (answer.outcome === 'reject' || answer.outcome === 'conflict') {
    return { is: 'refused', why: said(answer), reason: answer.status === 413 ? 'too-large' : 'rejected' };
  }
  return { is: 'unknown', answer, alone: true };
}
