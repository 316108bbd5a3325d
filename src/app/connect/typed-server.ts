/** What is typed into the form for a server that is no hub. Only in memory, and never kept: the login is part of it. */
import type { Profile } from '../../sync/protocol/profile.ts';

export interface TypedServer {
  profile: Profile | null;
  /** The profile as it is being changed by hand; null where it is not. */
  written: string | null;
  origin: string | undefined;
  folder: string;
  login: Record<string, string>;
}

export const nothingTyped: TypedServer = {
  profile: null,
  written: null,
  origin: undefined,
  folder: '',
  login: {},
};
