/** What the composition root hands to every screen of an open vault. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RecordKinds } from '../core/define-record.ts';
import type { Device } from '../core/device.ts';
import type { Environment } from '../core/environment.ts';
import type { Owner, Store } from '../core/store.ts';

export interface Services {
  /** Handed to functions of a feature's `data.ts`; screens do not call it themselves. */
  store: Store;
  owner: Owner;
  device: Device;
  /** Every kind of record this app knows, by name. Empty until the first screen stands; every other screen waits for it. */
  records: RecordKinds;
  environment: Environment;
}

export const ServicesContext = createContext<Services | null>(null);

/** Throws outside an open vault. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices outside an open vault');
  return services;
}
