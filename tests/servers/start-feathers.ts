/** Feathers 5: its memory service takes a key a second time and says 201, so only reading back tells anything. */
import { join } from 'node:path';
import { feathersProfile } from '../../src/sync/protocol/profiles/feathers.ts';
import { openGate } from './gate.ts';
import refused from './programs/refused-word.json' with { type: 'json' };
import type { Startable } from './real-server.ts';
import { freePort } from '../support/free-port.ts';
import { answersAt, startProcess } from './start-process.ts';

export const feathers: Startable = {
  name: 'Feathers 5.0.50',
  missing: () => null,
  start: async () => {
    const port = await freePort();
    const own = `http://127.0.0.1:${port}`;
    const program = join(import.meta.dirname, 'programs/feathers.mjs');
    const running = await startProcess({
      command: process.execPath,
      args: [program, `${port}`],
      up: () => answersAt(`${own}/versions`),
    });
    const gate = await openGate(own);
    const control = async (what: string) => void (await fetch(`${own}/control/${what}`, { method: 'POST' }));
    return {
      gate,
      profile: feathersProfile,
      login: { token: 'feathers-token' },
      refusedWords: refused.refusedWord,
      expireLogin: () => control('forget'),
      renewLogin: () => control('know'),
      keys: async () => (await (await fetch(`${own}/control/keys`)).json()) as string[],
      stop: async () => {
        await gate.close();
        await running.stop();
      },
    };
  },
};
