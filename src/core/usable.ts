/** From what was found in the store to the records of one kind that a screen can use. Pure. */
import type { RecordKind } from './define-record.ts';
import type { Delivery, Found, Live } from './store.ts';
import type { Version } from './version.ts';

/** A record in a list: as it stands, and how far it has come. */
export type Listed<Body = unknown> = Version<Body> & { delivery: Delivery };

/** Those of this kind that can be read and are neither withdrawn nor erased, in the order given. */
export function usable<Body>(kind: RecordKind<Body>, found: readonly Found[]): Listed<Body>[] {
  return found.flatMap((one) => {
    const version = usableOne(kind, one);
    return version && one.status === 'ok' ? [{ ...version, delivery: one.delivery }] : [];
  });
}

/** The one record, where it is of this kind, can be read, and is neither withdrawn nor erased; null otherwise. */
export function usableOne<Body>(kind: RecordKind<Body>, found: Found | null): Version<Body> | null {
  if (found?.status !== 'ok' || found.version.kind !== kind.kind || found.version.removed) return null;
  const body = kind.body.safeParse(found.version.body);
  return body.success ? { ...found.version, body: body.data } : null;
}

/** A live query whose values are turned into others. */
export function mapLive<From, To>(live: Live<From>, turn: (value: From) => To): Live<To> {
  return { subscribe: (see, fail) => live.subscribe((value) => see(turn(value)), fail) };
}
