/**
 * How the operator reaches a hub that is running on a folder: a socket in that folder, open to whoever may read the folder.
 * It also keeps a second process away from the database, which only one may open; the system closes it when the process ends,
 * however it ends.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { join, resolve } from 'node:path';

/** Where the socket of a data folder is. Windows has no socket files, but pipes of a name. */
function doorOf(dataFolder: string): string {
  const folder = resolve(dataFolder);
  if (process.platform !== 'win32') return join(folder, 'hub.sock');
  return `\\\\.\\pipe\\plotline-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

export interface Door {
  close(): Promise<void>;
}

/** `taken`: another hub is running on this folder. */
export type DoorOutcome = { status: 'open'; door: Door } | { status: 'taken' };

/** Opens it. `answer` gets the JSON that was asked and gives the JSON of the answer; what it throws is said to the asker. */
export async function openDoor(
  dataFolder: string,
  answer: (asked: unknown) => Promise<unknown>,
): Promise<DoorOutcome> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const path = doorOf(dataFolder);
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const say = (status: number, said: unknown) => outgoing.writeHead(status).end(JSON.stringify(said));
      Promise.resolve()
        .then(() => answer(JSON.parse(Buffer.concat(parts).toString())))
        .then(
          (said) => say(200, said),
          (error: unknown) => say(400, error instanceof Error ? error.message : 'It did not work.'),
        );
    });
  });
  if (await listens(server, path)) return opened(server, path);
  if ((await ask(dataFolder, null)).status !== 'closed') return { status: 'taken' };
  // The file of one that was killed: nobody listens behind it.
  await rm(path, { force: true });
  return (await listens(server, path)) ? opened(server, path) : { status: 'taken' };
}

async function opened(server: Server, path: string): Promise<DoorOutcome> {
  if (process.platform !== 'win32') await chmod(path, 0o600);
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { status: 'open', door: { close } };
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((done, failed) => {
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? done(false) : failed(error);
    server.once('error', onError);
    server.listen(path, () => {
      server.off('error', onError);
      done(true);
    });
  });
}

/** `closed`: no hub is running on this folder. `refused`: it is, and says why not. */
export type DoorAnswer =
  { status: 'answered'; said: unknown } | { status: 'refused'; why: string } | { status: 'closed' };

/** Asks the hub that is running on this folder. */
export function ask(dataFolder: string, asked: unknown): Promise<DoorAnswer> {
  return new Promise((done) => {
    const outgoing = request({ socketPath: doorOf(dataFolder), method: 'POST', path: '/' }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', () => done({ status: 'refused', why: 'The hub broke off.' }));
      incoming.on('end', () => {
        const said: unknown = JSON.parse(Buffer.concat(parts).toString());
        if (incoming.statusCode === 200) done({ status: 'answered', said });
        else done({ status: 'refused', why: String(said) });
      });
    });
    outgoing.on('error', () => done({ status: 'closed' }));
    outgoing.end(JSON.stringify(asked));
  });
}
