/** A hub in a process of its own, with its database in a folder or in PostgreSQL, as it runs where it is installed. */
import { randomUUID } from 'node:crypto';
import type { Role } from '../../../src/core/version.ts';
import { openPglite } from '../../../src/hub/database/pglite.ts';
import { migrate } from '../../../src/hub/database/migrate.ts';
import { openPostgresql } from '../../../src/hub/database/postgresql.ts';
import { startHub } from '../../support/hub.ts';

/** What the bench says: let a new person in, or one that is here with a further phone. */
interface Asked {
  personId: string;
  role: Role;
  again: boolean;
}

export async function serveHub([where, appFolder]: string[]): Promise<void> {
  if (!where) throw new Error('a folder or the address of a PostgreSQL is needed');
  const database = where.startsWith('postgres://')
    ? openPostgresql({ url: where })
    : await openPglite({ folder: where });
  await migrate(database);
  const hub = await startHub({ database, ...(appFolder ? { appFolder } : {}) });
  const letIn = async ({ personId, role, again }: Asked): Promise<unknown> => {
    const { code } = await hub.invite({ role, ...(again ? { personId } : {}) });
    const answer = await fetch(`${hub.origin}/v1/enrol`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code, personId, attempt: randomUUID() }),
    });
    if (answer.status !== 201) throw new Error(`not let in: ${await answer.text()}`);
    return answer.json();
  };
  process.on('message', (asked: Asked) => {
    void letIn(asked).then(
      (joined) => process.send?.({ joined }),
      (error: unknown) => process.send?.({ failed: String(error) }),
    );
  });
  // Without the bench there is nothing to do here.
  process.once('disconnect', () => process.exit());
  process.send?.({ origin: hub.origin });
}
