/** Codes that are open: who sees them and takes them back, as a table; and that a code gives what its maker still may. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '../../src/core/version.ts';
import { inviteAsOperator } from '../../src/hub/invite.ts';
import {
  invitationsAnswerSchema,
  type InvitationAnswer,
  type InvitationRequest,
  type OpenInvitation,
  type Problem,
} from '../../src/sync/protocol/hub-api.ts';
import { environment, type HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { about, phone, type HubPhone } from '../support/hub-phone.ts';

const staff: readonly Role[] = ['worker', 'trainer', 'assessor'];

/** What codes are for, seen from the one who asks (who is at the Garden). */
const codes = [
  'for another phone of one’s own',
  'for oneself, by a coordinator',
  'for a participant of the same site',
  'for anybody at the same site',
  'for staff of the same site',
  'for anybody at another site',
  'for a participant of another site',
  'in another organisation',
] as const;
type Code = (typeof codes)[number];

/** The table: what is open to whom. */
function isOpen(role: Role, code: Code): boolean {
  if (code === 'in another organisation') return false;
  if (code === 'for another phone of one’s own' || code === 'for oneself, by a coordinator') return true;
  if (role === 'coordinator') return true;
  const here = code === 'for a participant of the same site' || code === 'for anybody at the same site';
  return staff.includes(role) && here;
}

describe.each(hubEngines)('on $engine', ({ open }) => {
  let engine: HubEngine;
  let hub: HubServer;
  let coordinator: HubPhone;
  let lateMs = 0;
  beforeAll(async () => {
    engine = await open();
    hub = await engine.start({ environment: { ...environment, now: () => Date.now() + lateMs } });
    coordinator = await phone(hub, { role: 'coordinator' });
  });
  afterAll(async () => {
    await hub.close();
    await engine.close();
  });

  const enrol = (code: string, personId: string = randomUUID()) =>
    fetch(`${hub.origin}/v1/enrol`, {
      method: 'POST',
      body: JSON.stringify({ code, personId, attempt: randomUUID() }),
    });
  const refusal = async (answer: Response) => ((await answer.json()) as Problem).type;
  const invite = async (who: HubPhone, asked: InvitationRequest): Promise<InvitationAnswer> => {
    const answer = await who.ask('POST', '/v1/invitations', JSON.stringify(asked));
    expect(answer.status).toBe(201);
    return (await answer.json()) as InvitationAnswer;
  };
  const listed = async (who: HubPhone): Promise<OpenInvitation[]> => {
    const answer = await who.ask('GET', '/v1/invitations');
    expect(answer.status).toBe(200);
    return invitationsAnswerSchema.parse(await answer.json()).invitations;
  };
  const takeBack = (who: HubPhone, id: string) => who.ask('DELETE', `/v1/invitations/${id}`);
  const place = async (method: 'PUT' | 'DELETE', personId: string, name: string) => {
    const made = await coordinator.ask('POST', '/v1/sites', JSON.stringify({ name }));
    const { id } = (await made.json()) as { id: string };
    expect((await coordinator.ask(method, `/v1/people/${personId}/sites/${id}`)).status).toBe(204);
  };

  /** A code, and the person it would let in. */
  async function make(who: HubPhone, role: Role, code: Code): Promise<InvitationAnswer & { of: string }> {
    const of = randomUUID();
    switch (code) {
      case 'for another phone of one’s own':
        return { ...(await invite(who, { role, personId: who.id })), of: who.id };
      case 'for oneself, by a coordinator':
        return { ...(await invite(coordinator, { role, personId: who.id })), of: who.id };
      case 'for a participant of the same site':
      case 'for a participant of another site': {
        const site = code === 'for a participant of the same site' ? 'Garden' : 'Orchard';
        const { id } = await phone(hub, { site });
        return { ...(await invite(coordinator, { role: 'participant', personId: id })), of: id };
      }
      case 'for anybody at the same site':
        return { ...(await invite(coordinator, { role: 'employer', site: 'Garden' })), of };
      case 'for anybody at another site':
        return { ...(await invite(coordinator, { role: 'employer', site: 'Orchard' })), of };
      case 'for staff of the same site':
        return { ...(await invite(coordinator, { role: 'trainer', site: 'Garden' })), of };
      case 'in another organisation': {
        const elsewhere = await hub.anotherOrganisation();
        const inviting = { database: hub.database, environment, origin: hub.origin };
        return { ...(await inviteAsOperator(inviting, elsewhere, { role, site: 'Garden' })), of };
      }
    }
  }

  describe.each(roles)('a %s', (role) => {
    let who: HubPhone;
    beforeAll(async () => {
      who = await phone(hub, { role });
    });

    test.each(codes)('seeing and taking back a code %s', async (code) => {
      const { id = '', of, code: secret } = await make(who, role, code);
      const expected = isOpen(role, code);
      const seen = await listed(who);
      expect(seen.some((one) => one.id === id)).toBe(expected);
      expect(JSON.stringify(seen)).not.toContain(secret);
      expect((await takeBack(who, id)).status).toBe(expected ? 204 : 404);
      expect((await listed(who)).some((one) => one.id === id)).toBe(false);
      const used = await enrol(secret, of);
      const refused = used.status === 201 ? null : await refusal(used);
      expect(refused).toBe(expected ? 'urn:plotline:code-expired' : null);
    });
  });

  describe('the list', () => {
    test('says for whom, at which sites, by whom and until when', async () => {
      const worker = await phone(hub, { role: 'worker', site: 'Meadow' });
      const made = await invite(worker, { role: 'peer', hours: 2 });
      const [one] = await listed(worker);
      const { id, expiresAt } = made;
      expect(one).toMatchObject({ id, role: 'peer', madeBy: worker.id, sites: made.sites, expiresAt });
      expect(made.sites).toMatchObject([{ name: 'Meadow' }]);
      expect(one).not.toHaveProperty('personId');
    });

    test('holds no code that was used, or whose time is over', async () => {
      const [used, late] = [await hub.invite(), await hub.invite({ hours: 1 })];
      expect((await enrol(used.code)).status).toBe(201);
      try {
        lateMs = 3_601_000;
        const ids = (await listed(coordinator)).map(({ id }) => id);
        expect(ids).not.toContain(used.id);
        expect(ids).not.toContain(late.id);
      } finally {
        lateMs = 0;
      }
      expect((await listed(coordinator)).map(({ id }) => id)).toContain(late.id);
    });

    test('a worker reads the names of their own sites only', async () => {
      const worker = await phone(hub, { role: 'worker', site: 'Meadow' });
      const { sites } = (await (await coordinator.ask('GET', '/v1/sites')).json()) as {
        sites: { id: string; name: string }[];
      };
      const both = sites.filter(({ name }) => name === 'Meadow' || name === 'Garden').map(({ id }) => id);
      const { id } = await invite(coordinator, { role: 'participant', sites: both });
      const seen = (await listed(worker)).find((one) => one.id === id);
      expect(seen?.sites.map(({ name }) => name)).toEqual(['Meadow']);
    });
  });

  test('taken back twice it stays so; a used one, a strange one and no id are told apart', async () => {
    const { id = '' } = await hub.invite();
    expect([(await takeBack(coordinator, id)).status, (await takeBack(coordinator, id)).status]).toEqual([
      204, 204,
    ]);
    const used = await hub.invite();
    await enrol(used.code);
    expect(await refusal(await takeBack(coordinator, used.id ?? ''))).toBe('urn:plotline:code-used');
    expect((await takeBack(coordinator, randomUUID())).status).toBe(404);
    expect((await takeBack(coordinator, used.code)).status).toBe(400);
  });

  test('taken back and used at once: either it let somebody in, and that is said, or it did not', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { id = '', code } = await hub.invite();
      const [back, came] = await Promise.all([takeBack(coordinator, id), enrol(code)]);
      expect([back.status, came.status]).toEqual(came.status === 201 ? [403, 201] : [204, 403]);
    }
  });

  test('the database itself gives a member no hash, and lets them do nothing but take back', async () => {
    const worker = await phone(hub, { role: 'worker' });
    const { id = '' } = await invite(worker, { role: 'participant' });
    const asWorker = (sql: string, parameters: string[] = []) =>
      hub.database.transaction('plotline_member', async (transaction) => {
        const member = { organisation: hub.organisationId, person: worker.id, role: 'worker' };
        for (const [name, value] of Object.entries(member)) {
          await transaction.change('select set_config($1, $2, true)', [`plotline.${name}`, value]);
        }
        return transaction.change(sql, parameters);
      });
    await expect(asWorker('select code_hash from plotline.invitations')).rejects.toThrow('permission denied');
    await expect(asWorker('select token_hash from plotline.devices')).rejects.toThrow('permission denied');
    await expect(asWorker("update plotline.invitations set role = 'coordinator'")).rejects.toThrow(
      'permission denied',
    );
    await expect(
      asWorker("update plotline.invitations set expires_at = 'infinity' where invitation_id = $1", [id]),
    ).rejects.toThrow('row-level security');
    const others = await hub.invite({ role: 'worker' });
    const end = "update plotline.invitations set expires_at = '-infinity' where invitation_id = $1";
    expect([await asWorker(end, [others.id ?? '']), await asWorker(end, [id])]).toEqual([0, 1]);
  });

  describe('a code gives no more than its maker still may', () => {
    test('made for an id nobody knew: not to who has become staff, or somebody of another site, since', async () => {
      const worker = await phone(hub, { role: 'worker' });
      for (const since of [{ role: 'coordinator' }, { role: 'worker' }, { site: 'Orchard' }] as const) {
        const personId = randomUUID();
        const { code } = await invite(worker, { role: 'participant', personId });
        const them = await phone(hub, { ...since, personId });
        expect(await refusal(await enrol(code, personId))).toBe('urn:plotline:code-given-no-more');
        // Nothing of theirs has changed by the attempt.
        expect(await (await them.ask('GET', '/v1/me')).json()).toMatchObject({ person: them.member.person });
      }
    });

    test('nor to somebody whom only another site has written about since', async () => {
      const worker = await phone(hub, { role: 'worker' });
      const far = await phone(hub, { role: 'worker', site: 'Orchard' });
      const personId = randomUUID();
      const { code } = await invite(worker, { role: 'participant', personId });
      await far.push(about(personId, { author: { id: far.id, role: 'worker' } }));
      expect(await refusal(await enrol(code, personId))).toBe('urn:plotline:code-given-no-more');
    });

    test('to whom nobody knew then, and nobody elsewhere knows now, it does', async () => {
      const worker = await phone(hub, { role: 'worker' });
      const [strange, written] = [randomUUID(), randomUUID()];
      const first = await invite(worker, { role: 'participant', personId: strange });
      const second = await invite(worker, { role: 'participant', personId: written });
      await worker.push(about(written, { author: { id: worker.id, role: 'worker' } }));
      expect((await enrol(first.code, strange)).status).toBe(201);
      expect((await enrol(second.code, written)).status).toBe(201);
    });

    test('a worker who has gone to another site lets nobody in at the old one', async () => {
      const worker = await phone(hub, { role: 'worker', site: 'Orchard' });
      const { code } = await invite(worker, { role: 'participant' });
      const kept = await invite(coordinator, { role: 'participant', site: 'Orchard' });
      await place('PUT', worker.id, 'Hill');
      await place('DELETE', worker.id, 'Orchard');
      expect(await refusal(await enrol(code))).toBe('urn:plotline:code-given-no-more');
      expect((await enrol(kept.code)).status).toBe(201);
    });

    test('nor does a code for nobody in particular let its holder pass for somebody who is at no site', async () => {
      const ada = await phone(hub);
      const named = randomUUID();
      await coordinator.push(about(named, { author: { id: coordinator.id, role: 'coordinator' } }));
      await place('DELETE', named, 'Garden');
      const { code } = await invite(coordinator, { role: 'participant', site: 'Garden' });
      for (const id of [named, ada.id]) {
        expect(await refusal(await enrol(code, id))).toBe('urn:plotline:person-known');
      }
      expect((await enrol(code)).status).toBe(201);
    });
  });
});
