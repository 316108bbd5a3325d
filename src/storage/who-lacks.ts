/** Which connections carry a version, and which of them do not have it yet. Pure. */
import type { OutboxRow, Sending } from './database.ts';
import type { ConnectionRow } from './sync-tables.ts';

/** The first connection carries everything that is shared, a further one only what is about the owner. */
export function carries(
  { carries: what }: Pick<ConnectionRow, 'carries'>,
  { subject }: { subject: string },
  ownerId: string,
): boolean {
  return what === 'everything' || subject === ownerId;
}

/** How far a version is with a connection; it waits where nothing is noted. */
export function sendingOf({ by }: OutboxRow, connection: string): Sending {
  return by?.[connection] ?? { state: 'waiting' };
}

/** True where every connection that carries it has it, but for those it is kept back from. With none, nobody has it. */
export function allHaveIt(row: OutboxRow, connections: readonly ConnectionRow[], ownerId: string): boolean {
  const carrying = connections.filter((connection) => carries(connection, row, ownerId));
  const states = carrying.map(({ id }) => sendingOf(row, id).state);
  return (
    states.includes('received') && states.every((state) => state === 'received' || state === 'kept-back')
  );
}

export function withSending(row: OutboxRow, connection: string, sending: Sending): OutboxRow {
  return { ...row, by: { ...row.by, [connection]: sending } };
}
