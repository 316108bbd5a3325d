/** How somebody stands here, and a coordinator's say over which sites they belong to. */
import * as z from 'zod/mini';
import { roles } from '../core/version.ts';
import type { PersonAnswer } from '../sync/protocol/hub-api.ts';
import type { Database, Transaction } from './database/database.ts';
import { asMember } from './member.ts';
import { readSitesOf } from './member-view.ts';
import { Refused } from './problem.ts';
import type { Token } from './secrets.ts';

const personSchema = z.object({ role: z.nullable(z.enum(roles)), devices: z.nullable(z.number()) });

/** Throws `not-found` where whoever asks may not see the person, or nobody has named them yet. */
export async function readPerson(database: Database, token: Token, personId: string): Promise<PersonAnswer> {
  return asMember(database, token, null, async (transaction, { organisationId }) => {
    const [person] = await transaction.query(
      personSchema,
      `select role, plotline.connected_devices(person_id) as devices
       from plotline.people where organisation_id = $1 and person_id = $2`,
      [organisationId, personId],
    );
    if (!person) throw nobody();
    const sites = await readSitesOf(transaction, organisationId, personId);
    const { role, devices } = person;
    return { id: personId, role, sites, ...(devices === null ? {} : { devices }) };
  });
}

/** Where and whom. */
export interface Placing {
  personId: string;
  siteId: string;
}

/** From now on they belong to that site as well. */
export async function placeAt(database: Database, token: Token, placing: Placing): Promise<void> {
  await asCoordinator(database, token, async (transaction) => {
    const [answer] = await transaction.query(
      z.object({ placed: z.boolean() }),
      'select plotline.place_at($1, $2) as placed',
      [placing.personId, placing.siteId],
    );
    if (!answer?.placed) throw nobody();
  });
}

/** From now on they do not belong to that site any more. */
export async function takeFrom(database: Database, token: Token, placing: Placing): Promise<void> {
  await asCoordinator(database, token, (transaction) =>
    transaction.change('select plotline.take_from($1, $2)', [placing.personId, placing.siteId]),
  );
}

async function asCoordinator(
  database: Database,
  token: Token,
  work: (transaction: Transaction) => Promise<unknown>,
): Promise<void> {
  await asMember(database, token, 'alone', async (transaction, { role }) => {
    if (role !== 'coordinator') {
      throw new Refused('not-allowed', 'Only a coordinator says who belongs to which site.');
    }
    await work(transaction);
  });
}

function nobody(): Refused {
  return new Refused('not-found', 'Nobody, or no site, of that id is known here.');
}
