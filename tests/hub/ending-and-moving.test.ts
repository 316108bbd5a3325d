/** Somebody's access ends and stays ended, codes included; and a coordinator moves people between sites. On each database. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/core/version.ts';
import { endDevicesAsOperator } from '../../src/hub/end-devices.ts';
import type {
  EnrolAnswer,
  InvitationAnswer,
  PersonAnswer,
  Problem,
} from '../../src/sync/protocol/hub-api.ts';
import type { HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { about, phone, phoneOf, type HubPhone } from '../support/hub-phone.ts';

describe.each(hubEngines)('on $engine', ({ open }) => {
  let engine: HubEngine;
  let hub: HubServer;
  let coordinator: HubPhone;
  beforeAll(async () => {
    engine = await open();
    hub = await engine.start();
    coordinator = await phone(hub, { role: 'coordinator' });
  });
  afterAll(async () => {
    await hub.close();
    await engine.close();
  });

  const enrol = (code: string, personId: string, attempt: string = randomUUID()) =>
    fetch(`${hub.origin}/v1/enrol`, { method: 'POST', body: JSON.stringify({ code, personId, attempt }) });
  const refusal = async (answer: Response) => ((await answer.json()) as Problem).type;
  const comeIn = async (code: string, personId: string, attempt?: string): Promise<HubPhone> => {
    const answer = await enrol(code, personId, attempt);
    expect(answer.status).toBe(201);
    return phoneOf(hub.origin, (await answer.json()) as EnrolAnswer);
  };
  const codeOf = async (who: HubPhone, role: Role, personId?: string): Promise<string> => {
    const asked = JSON.stringify({ role, ...(personId ? { personId } : {}) });
    const answer = await who.ask('POST', '/v1/invitations', asked);
    expect(answer.status).toBe(201);
    return ((await answer.json()) as InvitationAnswer).code;
  };
  const end = (who: HubPhone) => coordinator.ask('DELETE', `/v1/people/${who.id}/devices`);
  const isIn = async (who: HubPhone) => (await who.ask('GET', '/v1/me')).status === 200;
  const siteId = async (name: string): Promise<string> => {
    const made = await coordinator.ask('POST', '/v1/sites', JSON.stringify({ name }));
    return ((await made.json()) as { id: string }).id;
  };
  const place = async (method: 'PUT' | 'DELETE', personId: string, name: string) =>
    (await coordinator.ask(method, `/v1/people/${personId}/sites/${await siteId(name)}`)).status;

  describe('ended', () => {
    test('the code a phone came in with gives it no second token', async () => {
      const { code } = await hub.invite();
      const [personId, attempt] = [randomUUID(), randomUUID()];
      const lost = await comeIn(code, personId, attempt);
      await end(lost);
      expect((await enrol(code, personId, attempt)).status).toBe(403);
      expect(await isIn(lost)).toBe(false);
    });

    test('nor after it left by itself', async () => {
      const { code } = await hub.invite();
      const [personId, attempt] = [randomUUID(), randomUUID()];
      const left = await comeIn(code, personId, attempt);
      expect((await left.ask('DELETE', '/v1/devices/me')).status).toBe(204);
      expect(await refusal(await enrol(code, personId, attempt))).toBe('urn:plotline:code-used');
    });

    test('nor do codes that somebody made, or that were made for them, before; one made afterwards does', async () => {
      const worker = await phone(hub, { role: 'worker' });
      const codes = [
        { code: await codeOf(worker, 'worker', worker.id), personId: worker.id },
        { code: await codeOf(worker, 'participant'), personId: randomUUID() },
        { code: await codeOf(coordinator, 'worker', worker.id), personId: worker.id },
      ];
      const another = await codeOf(coordinator, 'participant');
      await end(worker);
      for (const { code, personId } of codes) {
        expect(await refusal(await enrol(code, personId))).toBe('urn:plotline:code-expired');
      }
      expect((await enrol(another, randomUUID())).status).toBe(201);
      const afterwards = await codeOf(coordinator, 'worker', worker.id);
      expect(await isIn(await comeIn(afterwards, worker.id))).toBe(true);
    });

    test('an answer of theirs that was lost is not had again, whoever made the code', async () => {
      const ada = await phone(hub);
      const attempt = randomUUID();
      const code = await codeOf(coordinator, 'participant', ada.id);
      await comeIn(code, ada.id, attempt);
      await end(ada);
      expect((await enrol(code, ada.id, attempt)).status).toBe(403);
    });

    test('the operator ends it too, in that organisation only', async () => {
      const worker = await phone(hub, { role: 'worker' });
      const other = await hub.anotherOrganisation();
      expect(await endDevicesAsOperator(hub.database, other, worker.id)).toBe(null);
      expect(await isIn(worker)).toBe(true);
      expect(await endDevicesAsOperator(hub.database, hub.organisationId, worker.id)).toBe(1);
      expect(await isIn(worker)).toBe(false);
    });

    test('coming in and being ended at once: whoever came in is out', async () => {
      const ada = await phone(hub);
      const codes = await Promise.all(
        Array.from({ length: 4 }, () => codeOf(coordinator, 'participant', ada.id)),
      );
      const [ended, ...came] = await Promise.all([end(ada), ...codes.map((code) => enrol(code, ada.id))]);
      expect(ended?.status).toBe(200);
      for (const answer of came) {
        if (answer.status !== 201) continue;
        expect(await isIn(phoneOf(hub.origin, (await answer.json()) as EnrolAnswer))).toBe(false);
      }
    });
  });

  test('who is no worker any more has no code that only a worker could make', async () => {
    const worker = await phone(hub, { role: 'worker' });
    const code = await codeOf(worker, 'participant');
    const own = await codeOf(worker, 'worker', worker.id);
    await hub.join({ role: 'participant', personId: worker.id });
    expect(await refusal(await enrol(code, randomUUID()))).toBe('urn:plotline:code-expired');
    expect((await enrol(own, worker.id)).status).toBe(201);
  });

  test('who became a trainer keeps the codes that a trainer makes too', async () => {
    const worker = await phone(hub, { role: 'worker' });
    const code = await codeOf(worker, 'participant');
    await hub.join({ role: 'trainer', personId: worker.id });
    expect((await enrol(code, randomUUID())).status).toBe(201);
  });

  test('a code for one person that was used already still says whose it is to another id, and lets only them in again', async () => {
    const ada = await phone(hub);
    const attempt = randomUUID();
    const code = await codeOf(coordinator, 'participant', ada.id);
    await comeIn(code, ada.id, attempt);
    expect(await (await enrol(code, randomUUID(), attempt)).json()).toMatchObject({
      type: 'urn:plotline:code-for-someone-else',
      personId: ada.id,
    });
    expect(await refusal(await enrol(code, ada.id))).toBe('urn:plotline:code-used');
    expect((await enrol(code, ada.id, attempt)).status).toBe(201);
  });

  test('how somebody stands: role, sites and phones, for those who may know', async () => {
    const ada = await phone(hub);
    const [worker, far] = [
      await phone(hub, { role: 'worker' }),
      await phone(hub, { role: 'worker', site: 'Orchard' }),
    ];
    const seen = async (who: HubPhone, of: string) =>
      (await (await who.ask('GET', `/v1/people/${of}`)).json()) as PersonAnswer;
    const ofAda = { id: ada.id, role: 'participant', sites: [{ name: 'Garden' }], devices: 1 };
    for (const who of [coordinator, worker, ada]) expect(await seen(who, ada.id)).toMatchObject(ofAda);
    // Of other staff a worker sees where they are, and no phones.
    expect(await seen(worker, coordinator.id)).not.toHaveProperty('devices');
    expect((await far.ask('GET', `/v1/people/${ada.id}`)).status).toBe(404);
    await end(ada);
    expect(await seen(coordinator, ada.id)).toMatchObject({ role: 'participant', devices: 0 });
    expect((await coordinator.ask('GET', '/v1/people/nobody')).status).toBe(400);
  });

  describe('moved', () => {
    test('somebody first named at one site is written about at another, and what was said of them is there', async () => {
      const [here, there] = [
        await phone(hub, { role: 'worker', site: 'Orchard' }),
        await phone(hub, { role: 'worker', site: 'Pond' }),
      ];
      const newcomer = randomUUID();
      const first = about(newcomer, { author: { id: here.id, role: 'worker' } });
      await here.push(first);
      await there.push(about(there.id));
      const { next } = await there.pull();
      const words = () => about(newcomer, { author: { id: there.id, role: 'worker' } });
      expect(await there.outcomes(words())).toEqual(['reject: not-yours']);
      expect(await place('PUT', newcomer, 'Pond')).toBe(204);
      expect(await there.outcomes(words())).toEqual(['ok']);
      expect((await there.pull(next)).versions.map(({ id }) => id)).toContain(first.id);
      expect(await here.sees(first)).toEqual([true]);
    });

    test('somebody whom only a coordinator has named so far comes to a site', async () => {
      const worker = await phone(hub, { role: 'worker', site: 'Orchard' });
      const siteless = await hub.join({ role: 'coordinator', site: 'Office' });
      const chief = phoneOf(hub.origin, siteless);
      await place('DELETE', chief.id, 'Office');
      const newcomer = randomUUID();
      const words = about(newcomer, { author: { id: chief.id, role: 'coordinator' } });
      expect(await chief.outcomes(words)).toEqual(['ok']);
      expect(await worker.sees(words)).toEqual([false]);
      expect(await place('PUT', newcomer, 'Orchard')).toBe(204);
      expect(await worker.sees(words)).toEqual([true]);
    });

    test('a worker who goes to another site sees that one, and the old one no more', async () => {
      const worker = await phone(hub, { role: 'worker', site: 'Orchard' });
      const [old, young] = [await phone(hub, { site: 'Orchard' }), await phone(hub, { site: 'Hill' })];
      const [ofOld, ofYoung] = [about(old.id), about(young.id)];
      await old.push(ofOld);
      await young.push(ofYoung);
      const { next } = await worker.pull();
      expect(await worker.sees(ofOld, ofYoung)).toEqual([true, false]);
      expect([await place('PUT', worker.id, 'Hill'), await place('DELETE', worker.id, 'Orchard')]).toEqual([
        204, 204,
      ]);
      const later = about(old.id);
      await old.push(later);
      const came = (await worker.pull(next)).versions.map(({ id }) => id);
      expect(came).toContain(ofYoung.id);
      expect(came).not.toContain(later.id);
      expect(await worker.sees(ofOld, ofYoung)).toEqual([false, true]);
      // Back again: what came meanwhile is not left out.
      const { next: last } = await worker.pull();
      await place('PUT', worker.id, 'Orchard');
      expect((await worker.pull(last)).versions.map(({ id }) => id)).toContain(later.id);
    });

    test('to a site one is at already, nobody begins anew', async () => {
      const ada = await phone(hub);
      await ada.push(about(ada.id));
      const { next } = await ada.pull();
      expect(await place('PUT', ada.id, 'Garden')).toBe(204);
      expect((await ada.page(next)).items).toEqual([]);
    });

    test('not somebody, and not to a site, that is not there', async () => {
      const ada = await phone(hub);
      expect(await place('PUT', randomUUID(), 'Garden')).toBe(404);
      const nowhere = `/v1/people/${ada.id}/sites/${randomUUID()}`;
      expect((await coordinator.ask('PUT', nowhere)).status).toBe(404);
    });
  });
});
