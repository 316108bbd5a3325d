/** What every real server gives the suite, whatever it is made of. */
import type { Role } from '../../src/core/version.ts';
import type { TrialStep } from '../../src/sync/client/trial.ts';
import type { Profile } from '../../src/sync/protocol/profile.ts';
import type { Gate } from './gate.ts';

export interface RealServer {
  /** The line to it; devices are given its address. */
  gate: Gate;
  profile: Profile;
  /** By the names the profile's `auth` asks for. */
  login: Record<string, string>;
  /** Where it knows who somebody is: the login of a person with this id. */
  loginOf?(person: string, role?: Role): Promise<Record<string, string>>;
  /** Words that this server refuses by a rule of its own. */
  refusedWords: string;
  /** What it cannot do, as "Try this endpoint" tells, and can be lived with; nothing when left out. */
  trialMisses?: readonly TrialStep[];
  /** Makes the login a dead one, as the server itself would. */
  expireLogin(): Promise<void>;
  /** Makes it good again. */
  renewLogin(): Promise<void>;
  /** The key of every version that lies there, read past the app: a copy would be there twice. */
  keys(): Promise<string[]>;
  stop(): Promise<void>;
}

/** How one of them is brought up, or why that cannot be on this machine. */
export interface Startable {
  /** As the summary of the run names it, with its version. */
  name: string;
  /** What is missing here, with the package that brings it; null where it can start. */
  missing(): string | null;
  start(): Promise<RealServer>;
}
