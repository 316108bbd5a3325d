/** One's own phones at the hub: which there are, by whose code, and cutting one off so that it stays off. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  devicesAnswerSchema,
  type EnrolAnswer,
  type InvitationAnswer,
  type InvitationRequest,
  type OwnDevice,
  type Problem,
} from '../../src/sync/protocol/hub-api.ts';
import type { HubServer } from '../support/hub.ts';
import { hubEngines, type HubEngine } from '../support/hub-engines.ts';
import { phone, phoneOf, type HubPhone } from '../support/hub-phone.ts';

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
  const invite = async (who: HubPhone, asked: InvitationRequest): Promise<InvitationAnswer> => {
    const answer = await who.ask('POST', '/v1/invitations', JSON.stringify(asked));
    expect(answer.status).toBe(201);
    return (await answer.json()) as InvitationAnswer;
  };
  const mine = async (who: HubPhone): Promise<OwnDevice[]> =>
    devicesAnswerSchema.parse(await (await who.ask('GET', '/v1/devices')).json()).devices;
  const end = (who: HubPhone, device: OwnDevice | undefined) =>
    who.ask('DELETE', `/v1/devices/${device?.id}`);

  test('since when, by whose code; and ending one, which its code does not undo', async () => {
    const ada = await phone(hub);
    const worker = await phone(hub, { role: 'worker' });
    const { code } = await invite(worker, { role: 'participant', personId: ada.id });
    const attempt = randomUUID();
    const came = await enrol(code, ada.id, attempt);
    const second = phoneOf(hub.origin, (await came.json()) as EnrolAnswer);
    const [first, other, ...more] = await mine(ada);
    expect([first, other, ...more]).toMatchObject([{ here: true }, { here: false, codeBy: worker.id }]);
    expect(first).not.toHaveProperty('codeBy');
    expect(await mine(worker)).toHaveLength(1);
    // Not by others, whoever they are.
    expect([(await end(worker, other)).status, (await end(coordinator, other)).status]).toEqual([404, 404]);
    expect([(await end(ada, other)).status, (await end(ada, other)).status]).toEqual([204, 404]);
    expect((await second.ask('GET', '/v1/me')).status).toBe(401);
    expect((await enrol(code, ada.id, attempt)).status).toBe(403);
    expect(await mine(ada)).toHaveLength(1);
  });

  test('cut off, it does not come back with a code it made itself; codes of others stand', async () => {
    const ada = await phone(hub);
    const { code } = await invite(coordinator, { role: 'participant', personId: ada.id });
    const came = await enrol(code, ada.id);
    const stranger = phoneOf(hub.origin, (await came.json()) as EnrolAnswer);
    const theirs = await invite(stranger, { role: 'participant', personId: ada.id });
    const adas = await invite(coordinator, { role: 'participant', personId: ada.id });
    const other = (await mine(ada)).find((device) => !device.here);
    expect((await end(ada, other)).status).toBe(204);
    const again = await enrol(theirs.code, ada.id);
    expect(((await again.json()) as Problem).type).toBe('urn:plotline:code-expired');
    expect((await enrol(adas.code, ada.id)).status).toBe(201);
  });
});
