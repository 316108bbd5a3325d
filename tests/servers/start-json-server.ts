/** json-server: 0.17.4, which keeps the ids it is given, and 1.0.0-beta, which makes its own and must be refused. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonServerProfile } from '../../src/sync/protocol/profiles/json-server.ts';
import { openGate } from './gate.ts';
import refused from './programs/refused-word.json' with { type: 'json' };
import type { RealServer, Startable } from './real-server.ts';
import { serverFolder } from './server-folder.ts';
import { freePort } from '../support/free-port.ts';
import { answersAt, startProcess } from './start-process.ts';

const packages = join(import.meta.dirname, 'node_modules');
const rule = join(import.meta.dirname, 'programs/json-server-rule.cjs');
/** json-server knows no logins: the gate asks for this one, as a proxy in front of it would. */
const token = 'garden-token';

export const jsonServer: Startable = {
  name: 'json-server 0.17.4',
  missing: () => null,
  start: () =>
    start((port) => [
      join(packages, 'json-server/lib/cli/bin.js'),
      'db.json',
      '--host',
      '127.0.0.1',
      '--port',
      `${port}`,
      '--middlewares',
      rule,
    ]),
};

export const jsonServerBeta: Startable = {
  name: 'json-server 1.0.0-beta.15',
  missing: () => null,
  start: () => start((port) => [join(packages, 'json-server-1/lib/bin.js'), 'db.json', '--port', `${port}`]),
};

async function start(args: (port: number) => string[]): Promise<RealServer> {
  const folder = await serverFolder('json-server');
  await writeFile(join(folder.path, 'db.json'), '{"versions":[],"pieces":[]}');
  const port = await freePort();
  const own = `http://127.0.0.1:${port}`;
  const running = await startProcess({
    command: process.execPath,
    args: args(port),
    cwd: folder.path,
    up: () => answersAt(`${own}/versions`),
  });
  const gate = await openGate(own);
  gate.guard(token);
  return {
    gate,
    profile: { ...jsonServerProfile, auth: { kind: 'bearer' } },
    login: { token },
    refusedWords: refused.refusedWord,
    expireLogin: async () => gate.guard('another-token'),
    renewLogin: async () => gate.guard(token),
    keys: async () =>
      ((await (await fetch(`${own}/versions`)).json()) as { id: string }[]).map(({ id }) => id),
    stop: async () => {
      await gate.close();
      await running.stop();
      await folder.remove();
    },
  };
}
