/** What is left of a request's body is read and forgotten, so that its sender gets to read the answer. */
import type { MiddlewareHandler } from 'hono';
import { chunksOf } from './read-body.ts';

/** The longest that a sender is waited for. */
const LONGEST_MS = 5000;

/**
 * A route may answer before it has read the body (refused, there already). A sender that is cut off while it still sends sees
 * a broken connection instead of the answer. At most `most` bytes are read; beyond that the connection ends with the answer.
 */
export function drainBody(most: number): MiddlewareHandler {
  return async (context, next) => {
    await next();
    if (['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)) return;
    const { body } = context.req.raw;
    if (!body || body.locked) return;
    const late = setTimeout(() => void body.cancel().catch(() => {}), LONGEST_MS);
    let left = most;
    try {
      for await (const chunk of chunksOf(body)) {
        left -= chunk.length;
        if (left < 0) break;
      }
    } catch {
      left = -1;
    } finally {
      clearTimeout(late);
    }
    if (left < 0) context.header('Connection', 'close');
  };
}
