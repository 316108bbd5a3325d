/** From what was found of a record to what its page can show. Pure. */
import type { RecordKind } from '../../core/define-record.ts';
import type { Found } from '../../core/store.ts';
import type { Version } from '../../core/version.ts';

/** What a page has to show of one record. */
export type Shown<Body> =
  | { state: 'loading' }
  /** `ending`: it is erased here, and others have not heard of that yet. */
  | { state: 'gone'; erased: boolean; ending?: boolean }
  | { state: 'newer'; version: Version }
  | { state: 'damaged'; subject: string; occurredAt: string }
  | (Omit<Extract<Found, { status: 'ok' }>, 'status' | 'version'> & { state: 'ok'; version: Version<Body> });

/** What to show of what was found. The body is read once more: the page was told the kind by an address. */
export function shownOf<Body>(found: Found | null | undefined, kind: RecordKind<Body>): Shown<Body> {
  if (found === undefined) return { state: 'loading' };
  if (found === null) return { state: 'gone', erased: false };
  if (found.status === 'damaged') {
    const { subject, occurredAt } = found;
    return { state: 'damaged', subject, occurredAt };
  }
  const { version, rivals, delivery } = found;
  if (version.removed === 'erased') return { state: 'gone', erased: true, ending: delivery === 'ending' };
  if (version.kind !== kind.kind) return { state: 'gone', erased: false };
  if (found.status === 'newer') return { state: 'newer', version };
  const body = kind.body.safeParse(version.body);
  if (!body.success) {
    const { subject, occurredAt } = version;
    return { state: 'damaged', subject, occurredAt };
  }
  return { state: 'ok', version: { ...version, body: body.data }, rivals, delivery };
}
