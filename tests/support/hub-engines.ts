/** The databases the hub runs on, so that a suite can be run on each. */
import { migrate } from '../../src/hub/database/migrate.ts';
import { openPostgresql } from '../../src/hub/database/postgresql.ts';
import { startHub, type HubServer, type HubServerOptions } from './hub.ts';
import { startPostgres } from './postgres.ts';

export interface HubEngine {
  /** A hub with an empty database of its own. */
  start(options?: Omit<HubServerOptions, 'database'>): Promise<HubServer>;
  close(): Promise<void>;
}

const openPgliteEngine = async (): Promise<HubEngine> => ({ start: startHub, close: async () => {} });

async function openPostgresEngine(): Promise<HubEngine> {
  const postgres = await startPostgres();
  return {
    async start(options = {}) {
      const database = openPostgresql({ url: await postgres.createDatabase() });
      await migrate(database);
      const hub = await startHub({ ...options, database });
      const close = async () => {
        await hub.close();
        await database.close();
      };
      return { ...hub, close };
    },
    close: () => postgres.stop(),
  };
}

/** For `describe.each`: the same promises hold on both. */
export const hubEngines = [
  { engine: 'PGlite', open: openPgliteEngine },
  { engine: 'PostgreSQL', open: openPostgresEngine },
];
