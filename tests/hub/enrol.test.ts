/** Coming in with a code, on each database: once, as oneself, within its time, and again where the answer was lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type {
  EnrolAnswer,
  InvitationAnswer,
  InvitationRequest,
  Problem,
} from '../../src/sync/protocol/hub-api.ts';
import { environment, type HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { about, phone, phoneOf, type HubPhone } from '../support/hub-phone.ts';

describe.each(hubEngines)('on $engine', ({ open }) => {
  let engine: HubEngine;
  let hub: HubServer;
  let lateMs = 0;
  beforeAll(async () => {
    engine = await open();
    hub = await engine.start({ environment: { ...environment, now: () => Date.now() + lateMs } });
  });
  afterAll(async () => {
    await hub.close();
    await engine.close();
  });

  const enrol = (code: string, personId: string = randomUUID(), attempt: string = randomUUID()) =>
    fetch(`${hub.origin}/v1/enrol`, { method: 'POST', body: JSON.stringify({ code, personId, attempt }) });
  const problem = async (answer: Response) => (await answer.json()) as Problem;
  const invite = async (who: HubPhone, asked: InvitationRequest): Promise<InvitationAnswer> => {
    const answer = await who.ask('POST', '/v1/invitations', JSON.stringify(asked));
    expect(answer.status).toBe(201);
    return (await answer.json()) as InvitationAnswer;
  };
  const mayInvite = async (who: HubPhone, asked: InvitationRequest) =>
    (await who.ask('POST', '/v1/invitations', JSON.stringify(asked))).status === 201;

  test('a code makes a member, with a role and a site', async () => {
    const { code, link } = await hub.invite({ role: 'worker', site: 'Orchard' });
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(link).toBe(`${hub.origin}/connect#code=${code}`);
    const personId = randomUUID();
    const answer = await enrol(code, personId);
    expect(answer.status).toBe(201);
    const member = (await answer.json()) as EnrolAnswer;
    expect(member).toMatchObject({
      organisation: { name: 'Garden project' },
      person: { id: personId, role: 'worker', sites: [{ name: 'Orchard' }] },
    });
    const me = await phoneOf(hub.origin, member).ask('GET', '/v1/me');
    expect(await me.json()).toMatchObject({ organisation: member.organisation, person: member.person });
  });

  test.each([
    ['in small letters, with spaces', (code: string) => ` ${code.toLowerCase().replaceAll('-', ' ')} `],
    ['with O for 0 and L for 1', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['without dashes', (code: string) => code.replaceAll('-', '')],
  ])('a code may be typed %s', async (_, typed) => {
    const { code } = await hub.invite();
    expect((await enrol(typed(code))).status).toBe(201);
  });

  test('a code is good for one device', async () => {
    const { code } = await hub.invite();
    const together = await Promise.all(Array.from({ length: 5 }, () => enrol(code)));
    expect(together.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(together.filter(({ status }) => status === 403)).toHaveLength(4);
    expect(await problem(await enrol(code))).toMatchObject({ status: 403, type: 'urn:plotline:code-used' });
  });

  test('a lost answer is had again by the same device: the token before it ends', async () => {
    const { code } = await hub.invite();
    const [personId, attempt] = [randomUUID(), randomUUID()];
    const lost = (await (await enrol(code, personId, attempt)).json()) as EnrolAnswer;
    const again = await enrol(code, personId, attempt);
    expect(again.status).toBe(201);
    const member = (await again.json()) as EnrolAnswer;
    expect(member.token).not.toBe(lost.token);
    expect((await phoneOf(hub.origin, lost).ask('GET', '/v1/me')).status).toBe(401);
    expect((await phoneOf(hub.origin, member).ask('GET', '/v1/me')).status).toBe(200);
    expect((await enrol(code, personId, randomUUID())).status).toBe(403);
    expect((await enrol(code, randomUUID(), attempt)).status).toBe(403);
  });

  test('a code ends with its time', async () => {
    const { code } = await hub.invite({ hours: 2 });
    try {
      lateMs = 2 * 3_600_000 + 1000;
      expect(await problem(await enrol(code))).toMatchObject({
        status: 403,
        type: 'urn:plotline:code-expired',
      });
    } finally {
      lateMs = 0;
    }
    expect((await enrol(code)).status).toBe(201);
  });

  test.each(['', 'AAAA', 'AAAA-BBBB-CCCC', 'AAAA-BBBB-CCCU', "'; drop table plotline.versions; --"])(
    'a code that nobody made (%s) is not known',
    async (code) => {
      const answer = await enrol(code);
      expect([400, 403]).toContain(answer.status);
      expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    },
  );

  test('a code for somebody in particular says whom it is for', async () => {
    const personId = randomUUID();
    const { code } = await hub.invite({ personId });
    expect(await problem(await enrol(code))).toMatchObject({
      status: 409,
      type: 'urn:plotline:code-for-someone-else',
      personId,
    });
    expect((await enrol(code, personId)).status).toBe(201);
  });

  test('nobody passes for somebody else with a code that is for nobody in particular', async () => {
    const worker = await phone(hub, { role: 'worker' });
    const coordinator = await phone(hub, { role: 'coordinator' });
    const elsewhere = randomUUID();
    const orchard = await phone(hub, { role: 'worker', site: 'Orchard' });
    await orchard.push(about(elsewhere, { author: { id: orchard.id, role: 'worker' } }));
    for (const victim of [worker.id, coordinator.id, elsewhere]) {
      const { code } = await hub.invite();
      expect(await problem(await enrol(code, victim))).toMatchObject({
        status: 409,
        type: 'urn:plotline:person-known',
      });
    }
    // Somebody whom a worker of the same site has written about already comes in as themselves.
    const written = randomUUID();
    await worker.push(about(written, { author: { id: worker.id, role: 'worker' } }));
    const { code } = await hub.invite();
    expect((await enrol(code, written)).status).toBe(201);
  });

  test('nobody comes in as a site, whoever made the code', async () => {
    const coordinator = await phone(hub, { role: 'coordinator' });
    const made = await coordinator.ask('POST', '/v1/sites', JSON.stringify({ name: 'Garden' }));
    const { id } = (await made.json()) as { id: string };
    const { code } = await hub.invite();
    expect(await problem(await enrol(code, id))).toMatchObject({ type: 'urn:plotline:person-known' });
    expect((await enrol(code, randomUUID())).status).toBe(201);
  });

  test('who may invite whom', async () => {
    const coordinator = await phone(hub, { role: 'coordinator' });
    const worker = await phone(hub, { role: 'worker' });
    const ada = await phone(hub);
    expect(await mayInvite(coordinator, { role: 'coordinator' })).toBe(true);
    expect(await mayInvite(coordinator, { role: 'worker', site: 'A new site' })).toBe(true);
    expect(await mayInvite(worker, { role: 'participant' })).toBe(true);
    expect(await mayInvite(worker, { role: 'employer', personId: randomUUID() })).toBe(true);
    expect(await mayInvite(worker, { role: 'participant', personId: ada.id })).toBe(true);
    for (const role of ['worker', 'trainer', 'assessor', 'coordinator'] as const) {
      expect(await mayInvite(worker, { role })).toBe(false);
      expect(await mayInvite(ada, { role, personId: ada.id })).toBe(false);
    }
    expect(await mayInvite(worker, { role: 'participant', personId: coordinator.id })).toBe(false);
    expect(await mayInvite(worker, { role: 'participant', site: 'Another new site' })).toBe(false);
    expect(await mayInvite(worker, { role: 'participant', sites: [randomUUID()] })).toBe(false);
    expect(await mayInvite(ada, { role: 'participant' })).toBe(false);
    expect(await mayInvite(ada, { role: 'participant', personId: worker.id })).toBe(false);
    expect(await mayInvite(ada, { role: 'participant', personId: ada.id })).toBe(true);
  });

  test('a worker makes no code for somebody of another site, so nobody passes for them', async () => {
    const worker = await phone(hub, { role: 'worker', site: 'Orchard' });
    const elsewhere = await phone(hub, { role: 'participant', site: 'Market' });
    const chief = await phone(hub, { role: 'coordinator', site: 'Office' });
    const here = await phone(hub, { role: 'participant', site: 'Orchard' });
    for (const { id } of [elsewhere, chief]) {
      expect(await mayInvite(worker, { role: 'participant', personId: id })).toBe(false);
    }
    expect(await mayInvite(worker, { role: 'participant', personId: here.id })).toBe(true);
    expect(await mayInvite(chief, { role: 'participant', personId: elsewhere.id })).toBe(true);
  });

  test('a second phone of one’s own is oneself: same role, same sites, whatever changed meanwhile', async () => {
    const worker = await phone(hub, { role: 'worker' });
    const { code } = await invite(worker, { role: 'worker', personId: worker.id });
    // Meanwhile a coordinator makes them a participant.
    await hub.join({ role: 'participant', personId: worker.id });
    const second = (await (await enrol(code, worker.id)).json()) as EnrolAnswer;
    expect(second.person.role).toBe('participant');
    expect(second.person.sites.map(({ name }) => name)).toEqual(['Garden']);
  });

  test('sites: a coordinator makes them, each sees their own', async () => {
    const coordinator = await phone(hub, { role: 'coordinator' });
    const worker = await phone(hub, { role: 'worker' });
    const made = await coordinator.ask('POST', '/v1/sites', JSON.stringify({ name: 'Rose bed' }));
    expect(made.status).toBe(201);
    expect((await worker.ask('POST', '/v1/sites', JSON.stringify({ name: 'Weeds' }))).status).toBe(403);
    const names = async (who: HubPhone) =>
      ((await (await who.ask('GET', '/v1/sites')).json()) as { sites: { name: string }[] }).sites.map(
        ({ name }) => name,
      );
    expect(await names(worker)).toEqual(['Garden']);
    expect(await names(coordinator)).toEqual(expect.arrayContaining(['Garden', 'Rose bed']));
  });

  test('a token ends when its owner leaves or their phone is lost', async () => {
    const [ada, worker, coordinator] = [
      await phone(hub),
      await phone(hub, { role: 'worker' }),
      await phone(hub, { role: 'coordinator' }),
    ];
    const second = phoneOf(
      hub.origin,
      (await (
        await enrol((await invite(ada, { role: 'participant', personId: ada.id })).code, ada.id)
      ).json()) as EnrolAnswer,
    );
    const status = async (who: HubPhone) => (await who.ask('GET', '/v1/me')).status;
    expect((await second.ask('DELETE', '/v1/devices/me')).status).toBe(204);
    expect([await status(second), await status(ada)]).toEqual([401, 200]);
    expect((await ada.ask('DELETE', `/v1/people/${worker.id}/devices`)).status).toBe(403);
    expect((await worker.ask('DELETE', `/v1/people/${coordinator.id}/devices`)).status).toBe(403);
    expect(await (await worker.ask('DELETE', `/v1/people/${ada.id}/devices`)).json()).toEqual({ ended: 1 });
    expect(await status(ada)).toBe(401);
    expect(await (await coordinator.ask('DELETE', `/v1/people/${worker.id}/devices`)).json()).toEqual({
      ended: 1,
    });
    expect(await status(worker)).toBe(401);
  });

  test.each([
    undefined,
    'Bearer',
    'Basic YTpi',
    `Bearer ${'0'.repeat(96)}`,
    'Bearer null',
    `bearer ${'g'.repeat(96)}`,
  ])('without a good token (%s) nobody is let in', async (header) => {
    for (const path of ['/v1/me', '/v1/versions', '/v1/sites']) {
      const answer = await fetch(
        `${hub.origin}${path}`,
        header ? { headers: { Authorization: header } } : {},
      );
      expect(await problem(answer)).toMatchObject({ status: 401, type: 'urn:plotline:sign-in' });
    }
  });

  test('neither codes nor tokens stand in the database', async () => {
    const { code } = await hub.invite();
    const ada = await phone(hub);
    const rows = await hub.database.transaction('upkeep', (transaction) =>
      transaction.query(
        z.object({ text: z.string() }),
        `select row_to_json(device)::text as text from plotline.devices device
         union all select row_to_json(invitation)::text from plotline.invitations invitation`,
      ),
    );
    const all = rows.map(({ text }) => text).join('\n');
    expect(rows.length).toBeGreaterThan(10);
    expect(all).not.toContain(code);
    expect(all).not.toContain(ada.token);
    expect(all).not.toContain(ada.token.slice(32));
  });
});
