/**
 * Dexie knows by its zone which transaction and which live query a read belongs to. After the browser's own `await` it is usually
 * still there; where several live queries ask again at once it can be lost, and what is read then is right, but never heard of
 * again when it changes. Whoever reads more than once in a live query goes back into the zone for each read.
 */
import { Dexie } from 'dexie';

declare module 'dexie' {
  interface PromiseExtendedConstructor {
    readonly PSD: object;
    usePSD<T>(zone: object, work: () => T): T;
  }
}

/** Runs `work`, which begins a read, in the zone it was made in. */
export type InZone = <T>(work: () => T) => T;

/** To be asked at the beginning of a transaction, before anything is awaited. */
export function zoneHere(): InZone {
  const zone = Dexie.Promise.PSD;
  return (work) => Dexie.Promise.usePSD(zone, work);
}
