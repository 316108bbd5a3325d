/** From which address a request comes, for limits. */
import type { Context } from 'hono';
import * as z from 'zod/mini';

/** What @hono/node-server hands along. */
const nodeSchema = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

/** Behind a proxy the last address it added, else that of the connection; '' where there is none (in a test). */
export function clientAddress(context: Context, behindProxy: boolean): string {
  const forwarded = behindProxy
    ? context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
    : undefined;
  if (forwarded) return forwarded;
  const node = nodeSchema.safeParse(context.env);
  return node.success ? node.data.incoming.socket.remoteAddress : '';
}
