/** Coming in, who one is, one's phones: `/v1/enrol`, `/v1/me`, `/v1/devices`; and others: `/v1/people`, `/v1/invitations`, `/v1/sites`. */
import { Hono } from 'hono';
import {
  enrolRequestSchema,
  invitationRequestSchema,
  siteRequestSchema,
  type MeAnswer,
} from '../../sync/protocol/hub-api.ts';
import { answerJson } from '../answer-json.ts';
import { originOf, tokenOf, type Api } from '../api.ts';
import { clientAddress } from '../client-address.ts';
import { endDevices, endOwnDevice } from '../end-devices.ts';
import { enrol } from '../enrol.ts';
import { inviteAsMember } from '../invite.ts';
import { listMembers } from '../list-members.ts';
import { asMember } from '../member.ts';
import { readMemberView } from '../member-view.ts';
import { listInvitations, takeBackInvitation } from '../open-invitations.ts';
import { endOneOfMine, listOwnDevices } from '../own-devices.ts';
import { placeAt, readPerson, takeFrom } from '../person-sites.ts';
import { Refused } from '../problem.ts';
import { readShape } from '../read-body.ts';
import { readId } from '../read-id.ts';
import { listSites, makeSite } from '../sites.ts';

export function memberRoutes(api: Api): Hono {
  const { database, environment, limits, failedEnrolments } = api;
  const routes = new Hono();

  routes.post('/v1/enrol', async (context) => {
    const address = clientAddress(context, api.behindProxy);
    const wait = failedEnrolments.look(address);
    if (wait > 0) {
      throw new Refused('too-many', 'Too many codes that did not fit. Try again later.', {
        headers: { 'Retry-After': String(wait) },
      });
    }
    const request = await readShape(context, enrolRequestSchema, limits.small);
    try {
      const answer = await enrol(database, environment, request);
      return await answerJson(context, JSON.stringify(answer), { status: 201 });
    } catch (error) {
      if (error instanceof Refused) failedEnrolments.draw(address);
      throw error;
    }
  });

  routes.get('/v1/me', async (context) => {
    const answer = await asMember(database, tokenOf(context), null, async (transaction, member) => {
      const view = await readMemberView(transaction, member.organisationId, member.personId);
      return { ...view, device: { id: member.deviceId, since: member.deviceSince } } satisfies MeAnswer;
    });
    return answerJson(context, JSON.stringify(answer));
  });

  routes.delete('/v1/devices/me', async (context) => {
    await endOwnDevice(database, tokenOf(context));
    return context.body(null, 204);
  });

  routes.get('/v1/devices', async (context) => {
    const devices = await listOwnDevices(database, tokenOf(context));
    return answerJson(context, JSON.stringify({ devices }));
  });

  routes.delete('/v1/devices/:id', async (context) => {
    const deviceId = readId(context.req.param('id'), 'phone');
    await endOneOfMine(database, tokenOf(context), deviceId);
    return context.body(null, 204);
  });

  routes.get('/v1/people', async (context) => {
    const after = context.req.query('after');
    const from = after === undefined ? null : readId(after, 'person');
    return answerJson(context, JSON.stringify(await listMembers(database, tokenOf(context), from)));
  });

  routes.get('/v1/people/:id', async (context) => {
    const personId = readId(context.req.param('id'), 'person');
    const person = await readPerson(database, tokenOf(context), personId);
    return answerJson(context, JSON.stringify(person));
  });

  routes.delete('/v1/people/:id/devices', async (context) => {
    const personId = readId(context.req.param('id'), 'person');
    const ended = await endDevices(database, tokenOf(context), personId);
    return answerJson(context, JSON.stringify({ ended }));
  });

  const placing = (person: string, site: string) => ({
    personId: readId(person, 'person'),
    siteId: readId(site, 'site'),
  });

  routes.put('/v1/people/:id/sites/:site', async (context) => {
    const { id, site } = context.req.param();
    await placeAt(database, tokenOf(context), placing(id, site));
    return context.body(null, 204);
  });

  routes.delete('/v1/people/:id/sites/:site', async (context) => {
    const { id, site } = context.req.param();
    await takeFrom(database, tokenOf(context), placing(id, site));
    return context.body(null, 204);
  });

  routes.post('/v1/invitations', async (context) => {
    const token = tokenOf(context);
    const request = await readShape(context, invitationRequestSchema, limits.small);
    const inviting = { database, environment, origin: originOf(api, context) };
    const answer = await inviteAsMember(inviting, token, request);
    return answerJson(context, JSON.stringify(answer), { status: 201 });
  });

  routes.get('/v1/invitations', async (context) => {
    const invitations = await listInvitations(database, environment, tokenOf(context));
    return answerJson(context, JSON.stringify({ invitations }));
  });

  routes.delete('/v1/invitations/:id', async (context) => {
    const invitationId = readId(context.req.param('id'), 'code');
    await takeBackInvitation(database, tokenOf(context), invitationId);
    return context.body(null, 204);
  });

  routes.get('/v1/sites', async (context) => {
    const sites = await listSites(database, tokenOf(context));
    return answerJson(context, JSON.stringify({ sites }));
  });

  routes.post('/v1/sites', async (context) => {
    const token = tokenOf(context);
    const { name } = await readShape(context, siteRequestSchema, limits.small);
    const site = await makeSite(database, environment, token, name);
    return answerJson(context, JSON.stringify(site), { status: 201 });
  });

  return routes;
}
