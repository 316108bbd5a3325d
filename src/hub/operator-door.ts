/**
 * How the operator reaches a hub that is running on a folder: a socket in that folder, open to whoever may read the folder.
 * It also keeps a second process away from the database, which only one may open; the system closes it when the process ends,
 * however it ends.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { join, resolve } from 'node:path';
import { inTurn, isListening, isSilence, listens } from './door-turn.ts';

/** Where the socket of a data folder is. Windows has no socket files, but pipes of a name. */
function doorOf(dataFolder: string): string {
  const folder = resolve(dataFolder);
  if (process.platform !== 'win32') return join(folder, 'hub.sock');
  return `\\\\.\\pipe\\plotline-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

export interface Door {
  close(): Promise<void>;
}

/** `taken`: another hub is running on this folder, or about to. */
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
  const listen = async (): Promise<DoorOutcome> =>
    (await listens(server, path)) ? opened(server, path) : { status: 'taken' };
  // A pipe of Windows is gone with its process.
  if (process.platform === 'win32') return listen();
  const outcome = await inTurn(resolve(dataFolder), async (): Promise<DoorOutcome> => {
    if (await isListening(path)) return { status: 'taken' };
    // The file of one that was killed.
    await rm(path, { force: true });
    return listen();
  });
  return outcome ?? { status: 'taken' };
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
    // Whoever breaks off was there, and may have done it.
    outgoing.on('error', (error) =>
      done(isSilence(error) ? { status: 'closed' } : { status: 'refused', why: 'The hub broke off.' }),
    );
    outgoing.end(JSON.stringify(asked));
  });
}
