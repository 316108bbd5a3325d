/** What is kept, sealed, of an endpoint: enough to speak to it again. */
import * as z from 'zod/mini';
import { profileSchema } from '../protocol/profile.ts';

export const connectionSettingsSchema = z.object({
  /** As the person reads it: the organisation's or the server's name. */
  name: z.string(),
  /** Base of every address, without a slash at its end: `https://garden.example`. */
  address: z.string(),
  profile: profileSchema,
  /** By the names the profile's `auth` asks for: `token`, or `user` and `password`, or `value`. */
  login: z.record(z.string(), z.string()),
  /** Who one is at a hub, as it said when enrolling. */
  member: z.optional(
    z.object({
      organisation: z.object({ id: z.string(), name: z.string() }),
      role: z.string(),
      sites: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** One's other phones at a hub, as it last said. */
  phones: z.optional(
    z.array(
      z.object({
        id: z.string(),
        /** Moment it came in. */
        since: z.string(),
        /** Who made the code it came in with; absent where that was done at the hub itself. */
        codeBy: z.optional(z.string()),
        /** Whether the person on this phone has been told of it, or it was there before this phone. */
        seen: z.boolean(),
      }),
    ),
  ),
  /** Milliseconds since 1970. */
  connectedAt: z.number(),
});

export type ConnectionSettings = z.infer<typeof connectionSettingsSchema>;
