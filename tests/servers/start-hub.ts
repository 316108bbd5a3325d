/** Plotline's own hub, as one endpoint among the others: it has to hold what they hold. */
import * as z from 'zod/mini';
import type { Role } from '../../src/core/version.ts';
import { hubProfile } from '../../src/sync/protocol/profiles/hub.ts';
import { startHub } from '../support/hub.ts';
import { personId } from '../support/versions.ts';
import { openGate } from './gate.ts';
import type { Startable } from './real-server.ts';

const keyRow = z.object({ key: z.string() });

export const hub: Startable = {
  name: 'Plotline hub on PGlite',
  missing: () => null,
  start: async () => {
    const server = await startHub();
    const gate = await openGate(server.origin);
    const loginOf = async (person: string, role: Role = 'participant') => ({
      token: (await server.join({ personId: person, role })).token,
    });
    const upkeep = (sql: string) =>
      server.database.transaction('upkeep', (transaction) => transaction.change(sql));
    return {
      gate,
      profile: hubProfile,
      login: await loginOf(personId),
      loginOf,
      // Nothing is ever taken out of it but by erasing.
      trialMisses: ['remove'],
      // More than it takes of one record.
      refusedWords: 'long '.repeat(120_000),
      expireLogin: async () => void (await upkeep('update plotline.devices set ended_at = now()')),
      renewLogin: async () => void (await upkeep('update plotline.devices set ended_at = null')),
      keys: async () => {
        const sql = "select record_id || '_' || rev as key from plotline.versions";
        const rows = await server.database.transaction('upkeep', (transaction) =>
          transaction.query(keyRow, sql),
        );
        return rows.map(({ key }) => key);
      },
      stop: async () => {
        await gate.close();
        await server.close();
      },
    };
  },
};
