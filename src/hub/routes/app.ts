/** Serves the built app: its files, and its one page for every address a person can open. */
import { Hono, type Context } from 'hono';
import type { AppFile, AppFiles, Encoding } from '../app-files.ts';

const forever = 'public, max-age=31536000, immutable';

/** Routes for the app in `files`. Names under /built/ carry a hash of their contents, so those may be kept forever. */
export function appRoutes(files: AppFiles): Hono {
  const routes = new Hono();
  routes.get('*', async (context) => {
    const path = context.req.path;
    const file = await files.find(path === '/' ? '/index.html' : path);
    if (file) return answer(context, file, path.startsWith('/built/') ? forever : 'no-cache');
    const page = isNavigation(context) ? await files.find('/index.html') : null;
    return page ? answer(context, page, 'no-cache') : context.notFound();
  });
  return routes;
}

/** A person opening an address, as against a page asking for a file: only the first may be answered with the app. */
function isNavigation(context: Context): boolean {
  if (context.req.path.startsWith('/built/')) return false;
  const mode = context.req.header('Sec-Fetch-Mode');
  return mode === undefined
    ? (context.req.header('Accept') ?? '').includes('text/html')
    : mode === 'navigate';
}

async function answer(context: Context, file: AppFile, caching: string): Promise<Response> {
  context.header('Cache-Control', caching);
  context.header('ETag', file.etag);
  if (file.compressible) context.header('Vary', 'Accept-Encoding');
  if (hasAlready(context.req.header('If-None-Match'), file.etag)) return context.body(null, 304);
  const encoding = file.compressible ? preferredEncoding(context.req.header('Accept-Encoding')) : 'identity';
  if (encoding !== 'identity') context.header('Content-Encoding', encoding);
  const bytes = await file.bytes(encoding);
  context.header('Content-Type', file.type);
  context.header('Content-Length', String(bytes.length));
  return context.body(bytes);
}

/** Proxies that compress mark a tag as weak (`W/`); it still names the same contents. */
function hasAlready(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function preferredEncoding(header: string | undefined): Encoding {
  const accepted = (header ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}
