/**
 * Whose turn it is to open the door of a data folder. Two that find there the dead socket of one that was killed would each
 * take away what the other puts in its place, so that only one at a time looks, takes away and opens.
 *
 * Whoever wants to listens at a socket of its own beside the door, and only then looks who else does: of two, the later always
 * sees the earlier. The system ends that with its process, however it ends; what is left of it is a name, which is in nobody's
 * way. A file with a number of a process would not do: in a container the next one has the same.
 */
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

/** As short as the name of the door: the system allows some hundred characters with the folder. */
const turn = /^door[0-9a-f]{4}$/;

/** Does it while nobody else does on this folder. Null, and not done, where somebody else is about to. */
export async function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T | null> {
  const own = await stand(folder);
  try {
    return (await isFirst(folder, own.name)) ? await work() : null;
  } finally {
    await own.leave();
  }
}

async function stand(folder: string): Promise<{ name: string; leave(): Promise<void> }> {
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    waiting.add(socket.on('error', () => {}).resume());
  });
  const leave = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      for (const socket of waiting) socket.destroy();
    });
  for (;;) {
    const name = `door${randomBytes(2).toString('hex')}`;
    if (await listens(server, join(folder, name))) return { name, leave };
  }
}

/** Of those that see each other the one whose name comes first goes on, when the others are gone. */
async function isFirst(folder: string, own: string): Promise<boolean> {
  const others = (await readdir(folder)).filter((name) => turn.test(name) && name !== own);
  for (const name of others.sort()) {
    if (name < own) {
      if (await isListening(join(folder, name))) return false;
    } else {
      await isListening(join(folder, name), 'until it is over');
    }
  }
  return true;
}

/** What connecting says where nobody listens: the file of one that was killed, or none. */
const silence: readonly (string | undefined)[] = ['ECONNREFUSED', 'ENOENT'];

export function isSilence(error: NodeJS.ErrnoException): boolean {
  return silence.includes(error.code);
}

/** Whether somebody listens there. Rejects with what to do where that cannot be told. */
export function isListening(path: string, wait?: 'until it is over'): Promise<boolean> {
  return new Promise((done, failed) => {
    let heard = false;
    const socket = connect(path, () => {
      heard = true;
      if (!wait) socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (heard || isSilence(error)) return;
      // It ended just then.
      if (error.code === 'ECONNRESET') done(isListening(path, wait));
      else failed(new Error(unclear(path, error.message)));
    });
    socket.on('close', () => done(heard)).resume();
  });
}

const unclear = (path: string, why: string) =>
  `Whether another hub is running cannot be told: ${why}. If none is, delete ${path} and try again.`;

/** False where the address is taken. */
export function listens(server: Server, path: string): Promise<boolean> {
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
