/** The door of a data folder: whatever is left of those that were killed, one opens it, and never two. */
import { link, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, openDoor, type DoorOutcome } from '../../src/hub/operator-door.ts';

let folder: string;
const open = new Set<DoorOutcome>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plotline-door-'));
});
afterEach(async () => {
  for (const outcome of open) if (outcome.status === 'open') await outcome.door.close();
  open.clear();
  await rm(folder, { recursive: true });
});

async function come(name = 'somebody'): Promise<DoorOutcome> {
  const outcome = await openDoor(folder, () => Promise.resolve(name));
  open.add(outcome);
  return outcome;
}

async function listenAt(name: string): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => {}));
  await new Promise<void>((done) => server.listen(join(folder, name), done));
  return server;
}

/** What is left of a socket whose process was killed. */
async function leaveDead(name: string): Promise<void> {
  const server = await listenAt('x');
  await link(join(folder, 'x'), join(folder, name));
  await new Promise((done) => server.close(done));
}

/** Lets others go on for a while, measured in turns of the loop. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((done) => setImmediate(done));
}

test('one that was killed keeps nobody out, and nobody else comes in beside the next', async () => {
  await leaveDead('hub.sock');
  expect(await ask(folder, 'who?')).toEqual({ status: 'closed' });
  expect((await come('the next')).status).toBe('open');
  expect((await come()).status).toBe('taken');
  expect(await ask(folder, 'who?')).toEqual({ status: 'answered', said: 'the next' });
  expect(await readdir(folder)).toEqual(['hub.sock']);
});

test('of two that come after a kill, however shortly after one another, exactly one comes in', async () => {
  for (let apart = 0; apart < 40; apart++) {
    await leaveDead('hub.sock');
    const first = come('first');
    await turns(apart);
    const outcomes = await Promise.all([first, come('second')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['open', 'taken']);
    const said = outcomes[0]?.status === 'open' ? 'first' : 'second';
    expect(await ask(folder, 'who?')).toEqual({ status: 'answered', said });
    for (const outcome of outcomes) if (outcome.status === 'open') await outcome.door.close();
  }
});

test('of many that come at once exactly one comes in', async () => {
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => come()));
  expect(outcomes.filter(({ status }) => status === 'open')).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['hub.sock']);
});

test('whoever is at it first is let be, or waited for', async () => {
  const first = await listenAt('door0000');
  expect((await come()).status).toBe('taken');
  first.close();
  const last = await listenAt('doorffff');
  const held = new Promise<() => void>((done) =>
    last.on('connection', (socket) => done(() => socket.destroy())),
  );
  let came = false;
  const coming = come().finally(() => (came = true));
  const leave = await held;
  await turns(20);
  expect(came).toBe(false);
  last.close();
  leave();
  expect((await coming).status).toBe('open');
});

test('what is left of others that were killed while they came is in nobody’s way', async () => {
  for (const name of ['door0000', 'doorffff', 'hub.sock']) await leaveDead(name);
  expect((await come()).status).toBe('open');
});

test('where it cannot be told whether somebody is there, it is said what to delete', async () => {
  const path = join(folder, 'hub.sock');
  await symlink('hub.sock', path);
  await expect(come()).rejects.toThrow(`If none is, delete ${path}`);
  await rm(path);
  expect((await come()).status).toBe('open');
});
