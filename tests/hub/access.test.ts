/** Who may see and write what at the hub, as a table: role × record × verb, across sites and organisations. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { roles, type Role, type Version } from '../../src/core/version.ts';
import { makeOrganisation } from '../../src/hub/first-organisation.ts';
import { inviteAsOperator } from '../../src/hub/invite.ts';
import type { EnrolAnswer } from '../../src/sync/protocol/hub-api.ts';
import { keyOf } from '../../src/sync/protocol/wire.ts';
import { environment, type HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { about, erased, phone, phoneOf, takenBack, type HubPhone } from '../support/hub-phone.ts';

const photo = new TextEncoder().encode('a photo');
const photoName = createHash('sha256').update(photo).digest('hex');

/** Whom records are about, seen from the one who asks (who is at the Garden). */
const subjects = [
  'self',
  'at the same site',
  'the site',
  'at another site',
  'in another organisation',
] as const;
type Subject = (typeof subjects)[number];

const staff: readonly Role[] = ['worker', 'trainer', 'assessor'];

/** The table: what is open to whom. */
function isOpen(role: Role, subject: Subject): boolean {
  if (subject === 'in another organisation') return false;
  if (subject === 'self') return true;
  if (role === 'coordinator') return true;
  return staff.includes(role) && subject !== 'at another site';
}

/** Beyond that, only whom it is about, who made it, and a coordinator may take a record away. */
const mayEnd = (role: Role, subject: Subject) =>
  isOpen(role, subject) && (subject === 'self' || role === 'coordinator');

describe.each(hubEngines)('on $engine', ({ open }) => {
  let engine: HubEngine;
  let hub: HubServer;
  let others: Record<Exclude<Subject, 'self' | 'the site'>, HubPhone>;
  let site: string;
  let coordinator: HubPhone;

  beforeAll(async () => {
    engine = await open();
    hub = await engine.start();
    coordinator = await phone(hub, { role: 'coordinator' });
    const [garden] = coordinator.member.person.sites;
    site = garden?.id ?? '';
    const elsewhere = await makeOrganisation(hub.database, environment, { name: 'Other', sites: ['Garden'] });
    const foreign = await inviteAsOperator(
      { database: hub.database, environment, origin: hub.origin },
      elsewhere,
      { role: 'coordinator', site: 'Garden' },
    );
    const entered = await fetch(`${hub.origin}/v1/enrol`, {
      method: 'POST',
      body: JSON.stringify({ code: foreign.code, personId: randomUUID(), attempt: randomUUID() }),
    });
    others = {
      'at the same site': await phone(hub),
      'at another site': await phone(hub, { site: 'Orchard' }),
      'in another organisation': phoneOf(hub.origin, (await entered.json()) as EnrolAnswer),
    };
  });
  afterAll(async () => {
    await hub.close();
    await engine.close();
  });

  const subjectId = (who: HubPhone, subject: Subject): string => {
    if (subject === 'self') return who.id;
    return subject === 'the site' ? site : others[subject].id;
  };

  /** A record that is there already, put by whoever it is about (of the site: by the coordinator). */
  const record = async (who: HubPhone, subject: Subject, parts: Partial<Version> = {}): Promise<Version> => {
    const id = subjectId(who, subject);
    const from = subject === 'self' ? who : subject === 'the site' ? coordinator : others[subject];
    const version = about(id, { author: { id: from.id, role: 'participant' }, ...parts });
    expect(await from.outcomes(version)).toEqual(['ok']);
    return version;
  };

  describe.each(roles)('a %s', (role) => {
    let who: HubPhone;
    beforeAll(async () => {
      who = await phone(hub, { role });
    });

    test.each(subjects)('reading what is about %s', async (subject) => {
      const version = await record(who, subject, { body: { photo: photoName } });
      const from = subject === 'self' ? who : subject === 'the site' ? coordinator : others[subject];
      expect((await from.ask('PUT', `/v1/attachments/${photoName}`, photo)).ok).toBe(true);
      const expected = isOpen(role, subject);
      expect(await who.sees(version)).toEqual([expected]);
      const status = expected ? 200 : 404;
      expect((await who.ask('GET', `/v1/versions/${keyOf(version)}`)).status).toBe(status);
    });

    test.each(subjects)('writing about %s', async (subject) => {
      const version = about(subjectId(who, subject), { author: { id: who.id, role } });
      const expected = isOpen(role, subject);
      // Of another organisation nobody here has heard: staff begin a person of their own by that id, in their own organisation.
      const begins =
        subject === 'in another organisation' && (role === 'coordinator' || staff.includes(role));
      expect(await who.outcomes(version)).toEqual([expected || begins ? 'ok' : 'reject: not-yours']);
      expect(await others['in another organisation'].sees(version)).toEqual([false]);
    });

    test.each(subjects)('taking away what is about %s', async (subject) => {
      const version = await record(who, subject);
      // A coordinator may say of any id that it is erased, in their own organisation; another's does not hear of it.
      const elsewhere = subject === 'in another organisation';
      const ends = elsewhere ? role === 'coordinator' : mayEnd(role, subject);
      const outcome = [ends ? 'ok' : 'reject: not-yours'];
      expect(await who.outcomes(takenBack(version))).toEqual(outcome);
      expect(await who.outcomes(erased(version))).toEqual(outcome);
      const from = subject === 'self' ? who : subject === 'the site' ? coordinator : others[subject];
      expect(await from.sees(version)).toEqual([elsewhere || !ends]);
    });

    test.each(subjects)('asking how %s stands, and moving them', async (subject) => {
      const strange = randomUUID();
      const foreign = others['in another organisation'];
      await foreign.push(about(strange, { author: { id: foreign.id, role: 'coordinator' } }));
      // Not the foreign coordinator themselves: others here may have begun a person by that id.
      const id = subject === 'in another organisation' ? strange : subjectId(who, subject);
      const path = `/v1/people/${id}`;
      const status = async (method: string, to: string) => (await who.ask(method, to)).status;
      const person = subject !== 'the site';
      expect(await status('GET', path)).toBe(person && isOpen(role, subject) ? 200 : 404);
      // To where they are already or were never: nothing changes for the other tests.
      const coordinates = role === 'coordinator';
      const known = person && subject !== 'in another organisation';
      const to = subject === 'at another site' ? 'Orchard' : 'Garden';
      const { sites } = (await (await coordinator.ask('GET', '/v1/sites')).json()) as {
        sites: { id: string; name: string }[];
      };
      const there = sites.find(({ name }) => name === to)?.id ?? '';
      expect(await status('PUT', `${path}/sites/${there}`)).toBe(!coordinates ? 403 : known ? 204 : 404);
      expect(await status('DELETE', `${path}/sites/${randomUUID()}`)).toBe(coordinates ? 204 : 403);
    });

    test('taking away under somebody else’s id does not work', async () => {
      const version = await record(who, 'at another site');
      const forged = erased(version, { subject: who.id, author: { id: who.id, role } });
      expect(await who.outcomes(forged)).not.toEqual(['ok']);
      expect(await others['at another site'].sees(version)).toEqual([true]);
    });
  });

  test('a photo is as open as the records that refer to it', async () => {
    const bytes = new TextEncoder().encode(`photo ${randomUUID()}`);
    const name = createHash('sha256').update(bytes).digest('hex');
    const [ada, worker, stranger] = [
      await phone(hub),
      await phone(hub, { role: 'worker' }),
      await phone(hub, { role: 'worker', site: 'Orchard' }),
    ];
    const path = `/v1/attachments/${name}`;
    expect((await ada.ask('PUT', path, bytes)).status).toBe(403);
    const version = about(ada.id, { body: { photos: [{ sha256: name }] } });
    await ada.push(version);
    expect((await stranger.ask('PUT', path, bytes)).status).toBe(403);
    expect((await ada.ask('PUT', path, bytes)).status).toBe(201);
    const seen = async () =>
      Promise.all(
        [ada, worker, stranger, others['in another organisation']].map(
          async (who) => (await who.ask('GET', path)).status,
        ),
      );
    expect(await seen()).toEqual([200, 200, 404, 404]);
    await ada.push(takenBack(version));
    expect(await seen()).toEqual([200, 404, 404, 404]);
  });

  test('a site that is new to a worker brings what was there before', async () => {
    const worker = await phone(hub, { role: 'worker', site: 'Greenhouse' });
    const there = await record(worker, 'at another site');
    const own = await record(worker, 'self');
    const { next } = await worker.pull();
    expect(await worker.sees(there, own)).toEqual([false, true]);
    const { code } = await hub.invite({ role: 'worker', site: 'Orchard', personId: worker.id });
    const again = await fetch(`${hub.origin}/v1/enrol`, {
      method: 'POST',
      body: JSON.stringify({ code, personId: worker.id, attempt: randomUUID() }),
    });
    expect(again.status).toBe(201);
    const { versions } = await worker.pull(next);
    expect(versions.map(({ id }) => id)).toEqual(expect.arrayContaining([there.id, own.id]));
  });

  test('somebody who comes to a site brings what was there of them', async () => {
    const worker = await phone(hub, { role: 'worker', site: 'Pond' });
    const ada = await phone(hub, { site: 'Orchard' });
    const before = about(ada.id);
    await ada.push(before);
    const { next } = await worker.pull();
    const { code } = await hub.invite({ site: 'Pond', personId: ada.id });
    await fetch(`${hub.origin}/v1/enrol`, {
      method: 'POST',
      body: JSON.stringify({ code, personId: ada.id, attempt: randomUUID() }),
    });
    expect((await worker.pull(next)).versions.map(({ id }) => id)).toContain(before.id);
  });

  test('a person whom a worker names first is known at that worker’s sites, and nowhere else', async () => {
    const [one, two, far] = [
      await phone(hub, { role: 'worker' }),
      await phone(hub, { role: 'trainer' }),
      await phone(hub, { role: 'worker', site: 'Orchard' }),
    ];
    const { next } = await two.pull();
    const newcomer = randomUUID();
    const first = about(newcomer, { author: { id: one.id, role: 'worker' } });
    expect(await one.outcomes(first)).toEqual(['ok']);
    // Nothing of them was there before, so nobody has to begin anew.
    expect((await two.page(next)).items.map(({ version }) => version.id)).toEqual([first.id]);
    expect(await far.outcomes(about(newcomer, { author: { id: far.id, role: 'worker' } }))).toEqual([
      'reject: not-yours',
    ]);
  });

  test('the database itself keeps members apart, whatever a route asks', async () => {
    const ada = await phone(hub);
    const mine = about(ada.id);
    await ada.push(mine);
    const counted = (member: { organisation: string; person: string; role: string }) =>
      hub.database.transaction('plotline_member', async (transaction) => {
        for (const [name, value] of Object.entries(member)) {
          await transaction.change('select set_config($1, $2, true)', [`plotline.${name}`, value]);
        }
        const rows = await transaction.query(
          z.unknown(),
          'select 1 from plotline.versions where record_id = $1',
          [mine.id],
        );
        return rows.length;
      });
    const organisation = hub.organisationId;
    expect(await counted({ organisation, person: ada.id, role: 'participant' })).toBe(1);
    expect(await counted({ organisation, person: randomUUID(), role: 'participant' })).toBe(0);
    expect(await counted({ organisation, person: randomUUID(), role: 'worker' })).toBe(0);
    expect(
      await counted({
        organisation: others['in another organisation'].member.organisation.id,
        person: ada.id,
        role: 'coordinator',
      }),
    ).toBe(0);
    expect(await counted({ organisation: '', person: '', role: 'coordinator' })).toBe(0);
    const forbidden = hub.database.transaction('plotline_member', (transaction) =>
      transaction.change('delete from plotline.versions'),
    );
    await expect(forbidden).rejects.toThrow('permission denied');
  });

  test('every table is behind row-level security, its owner included', async () => {
    const open = await hub.database.transaction('upkeep', (transaction) =>
      transaction.query(
        z.unknown(),
        `select relname from pg_class where relnamespace = 'plotline'::regnamespace and relkind in ('r', 'p')
           and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`,
      ),
    );
    expect(open).toEqual([]);
  });
});
