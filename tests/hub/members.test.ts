/** The list of who has come in: for whom it holds whom, and that it is whole. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersAnswerSchema, type MembersAnswer } from '../../src/sync/protocol/hub-api.ts';
import type { HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { about, phone, type HubPhone } from '../support/hub-phone.ts';

describe.each(hubEngines)('on $engine', ({ open }) => {
  let engine: HubEngine;
  let hub: HubServer;
  beforeAll(async () => {
    engine = await open();
    hub = await engine.start();
  });
  afterAll(async () => {
    await hub.close();
    await engine.close();
  });

  const list = async (who: HubPhone, after?: string): Promise<MembersAnswer> => {
    const answer = await who.ask('GET', `/v1/people${after === undefined ? '' : `?after=${after}`}`);
    expect(answer.status).toBe(200);
    return membersAnswerSchema.parse(await answer.json());
  };
  const idsFor = async (who: HubPhone) => (await list(who)).people.map(({ id }) => id).sort();

  test('a coordinator sees everybody who came in, staff those of their sites, all others themselves', async () => {
    const coordinator = await phone(hub, { role: 'coordinator' });
    const worker = await phone(hub, { role: 'worker', site: 'Garden' });
    const ada = await phone(hub, { site: 'Garden' });
    const far = await phone(hub, { role: 'worker', site: 'Orchard' });
    // Written about, but never let in.
    const named = randomUUID();
    await worker.push(about(named, { author: { id: worker.id, role: 'worker' } }));
    const sorted = (...who: HubPhone[]) => who.map(({ id }) => id).sort();
    expect(await idsFor(coordinator)).toEqual(sorted(coordinator, worker, ada, far));
    expect(await idsFor(far)).toEqual([far.id]);
    expect(await idsFor(ada)).toEqual([ada.id]);
    const seen = (await list(worker)).people;
    expect(seen.map(({ id }) => id)).toContain(ada.id);
    expect(seen.map(({ id }) => id)).not.toContain(far.id);
    const one = (await list(coordinator)).people.find(({ id }) => id === far.id);
    expect(one).toMatchObject({ role: 'worker', devices: 1, sites: [{ name: 'Orchard' }] });
    // Page by page, and nothing but an id is asked for.
    const ids = await idsFor(coordinator);
    expect((await list(coordinator, ids[1])).people.map(({ id }) => id)).toEqual(ids.slice(2));
    expect((await coordinator.ask('GET', '/v1/people?after=nobody')).status).toBe(400);
  });
});
