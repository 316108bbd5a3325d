/** The base of every address at a server, from the operator's origin and what stands behind it. Pure. */

/** Without a slash at its end; `folder` may have slashes around it. */
export function addressOf(origin: string, folder: string): string {
  const inside = folder.trim().replace(/^\/+|\/+$/g, '');
  return inside === '' ? origin : `${origin}/${inside}`;
}
