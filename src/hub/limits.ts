/** How much of everything the hub takes, and the figures where the operator says nothing. */
import type { Rate } from './attempt-limit.ts';
import type { BodyLimits } from './read-body.ts';

export interface Limits {
  /** Of a push. */
  push: BodyLimits;
  /** Of every other JSON. */
  small: BodyLimits;
  /** The most bytes of a photo or recording. */
  attachment: number;
  /** Requests a device may make. */
  perToken: Rate;
  /** Requests from one address: a whole house may stand behind it. */
  perAddress: Rate;
  /** Codes that were wrong, from one address. */
  failedEnrolments: Rate;
}

const KIB = 1024;
const MIB = 1024 * KIB;

export const usualLimits: Limits = {
  push: { bytes: 2 * MIB, unpacked: 8 * MIB },
  small: { bytes: 16 * KIB, unpacked: 64 * KIB },
  attachment: 20 * MIB,
  perToken: { burst: 300, perSecond: 20 },
  perAddress: { burst: 3000, perSecond: 200 },
  failedEnrolments: { burst: 20, perSecond: 20 / 900 },
};
