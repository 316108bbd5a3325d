/** A folder of a server's own, gone when it stops. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ServerFolder {
  path: string;
  remove(): Promise<void>;
}

/** Others than the one running the tests may read and enter it: some servers run as a user of their own. */
export async function serverFolder(name: string): Promise<ServerFolder> {
  const path = await mkdtemp(join(tmpdir(), `plotline-${name}-`));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
