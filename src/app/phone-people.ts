/** The people who use this phone, as the app asks for them. */
import type { Live } from '../core/store.ts';
import type { Role } from '../core/version.ts';

/** Somebody who uses this phone, as the list of people shows them. */
export interface PhonePerson {
  id: string;
  personId: string;
  role: Role;
  label: string;
  /** Moment their space was made. */
  createdAt: string;
  ownPhone: boolean;
}

/** The list of the people on this phone; `storage/directory.ts` keeps it. */
export interface PeopleList<Entry extends PhonePerson> {
  /** As it was when it was opened. */
  atStart(): Promise<Entry[]>;
  list(): Promise<Entry[]>;
  /** The same, again after every change, also one made in another window. */
  watch(): Live<Entry[]>;
  /** An unfinished one is not listed until `finish`. */
  create(about: {
    label: string;
    ownPhone: boolean;
    personId?: string | undefined;
    role?: Role | undefined;
    unfinished: true;
  }): Promise<Entry>;
  finish(id: string): Promise<void>;
  rename(id: string, label: string): Promise<void>;
  setRole(id: string, role: Role): Promise<void>;
  /** Says it now, and whenever any window has set it. Gives what ends that. */
  watchRole(id: string, see: (role: Role) => void): () => void;
  /** Erases the person's vault for good; its store is closed before. */
  remove(id: string): Promise<void>;
  nameBegun(): Promise<string>;
  keepNameBegun(name: string): Promise<void>;
}
