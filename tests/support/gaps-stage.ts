/** An author and a colleague at an endpoint, for what becomes of a record of which some versions never leave the author's phone. */
import { expect } from 'vitest';
import type { Version } from '../../src/core/version.ts';
import { createMemory } from '../../src/sync/client/round.ts';
import { createMemoryEndpoint, type MemoryEndpoint } from './memory-endpoint.ts';
import { oneRound } from './one-round.ts';
import { openSyncPhone, type SyncPhone } from './sync-phone.ts';

const open: SyncPhone[] = [];
/** For after each test. */
export function closePhones(): void {
  for (const { vault } of open.splice(0)) vault.close();
}

export interface Phone extends SyncPhone {
  meets(endpoint: MemoryEndpoint): Promise<void>;
}

export async function phoneNamed(): Promise<Phone> {
  const phone = await openSyncPhone();
  open.push(phone);
  const memories = new Map<MemoryEndpoint, ReturnType<typeof createMemory>>();
  return {
    ...phone,
    async meets(endpoint) {
      const memory = memories.get(endpoint) ?? createMemory(endpoint);
      memories.set(endpoint, memory);
      await phone.sync.endSending(phone.hub);
      await oneRound(phone, endpoint, memory);
    },
  };
}

/** An author and a colleague, who has all that was shared so far. */
export async function stage() {
  const endpoint = createMemoryEndpoint();
  const [author, colleague] = [await phoneNamed(), await phoneNamed()];
  const send = () => author.meets(endpoint);
  const first = await author.make('too much');
  await send();
  await colleague.meets(endpoint);
  /** What the colleague reads of it in the end. */
  const read = async () => {
    await colleague.meets(endpoint);
    return colleague.vault.get(first.id);
  };
  return { endpoint, author, send, first, read, ...author };
}

/** The next version as a Plotline up to 0.6 made it: it names nothing but what it was made from. */
export async function asBefore(
  { vault }: SyncPhone,
  from: Version,
  parts: Partial<Version>,
): Promise<Version> {
  const { settles: _none, ...rest } = from;
  const at = Number.parseInt(from.rev.slice(13, 17), 16) + 1;
  const rev = `${from.rev.slice(0, 13)}${at.toString(16).padStart(4, '0')}${from.rev.slice(17)}`;
  const made: Version = { ...rest, ...parts, rev, base: from.rev };
  expect(await vault.apply([made])).toMatchObject({ status: 'applied', added: 1 });
  return made;
}

/** What a colleague reads: that, and nothing beside it. */
export const alone = (what: string) => ({
  status: 'ok',
  rivals: 0,
  version: { body: { what }, audience: 'team' },
});

/** An endpoint that does not take these words. */
export const refusing = (what: string): MemoryEndpoint['judge'] => {
  return ({ version: { body } }) =>
    (body as { what?: string } | null)?.what === what ? { outcome: 'reject', status: 422, why: 'no' } : null;
};
