/** Every route of the API in words and schemas; the OpenAPI document and its page are made from this list. */
import type * as z from 'zod/mini';
import {
  devicesAnswerSchema,
  endedAnswerSchema,
  enrolAnswerSchema,
  enrolRequestSchema,
  invitationAnswerSchema,
  invitationRequestSchema,
  invitationsAnswerSchema,
  LONGEST_PAGE,
  meAnswerSchema,
  membersAnswerSchema,
  pageAnswerSchema,
  personAnswerSchema,
  pushAnswerSchema,
  pushRequestSchema,
  siteAnswerSchema,
  siteRequestSchema,
  sitesAnswerSchema,
} from '../sync/protocol/hub-api.ts';
import { MOST_VERSIONS, wireVersionSchema } from '../sync/protocol/wire.ts';

export interface RouteAnswer {
  about: string;
  /** Absent: no body. 'bytes': the attachment itself. */
  body?: z.ZodMiniType | 'bytes';
}

export interface ApiRoute {
  method: 'get' | 'head' | 'post' | 'put' | 'delete';
  path: string;
  summary: string;
  about: string;
  /** Without a token. */
  open?: true;
  parameters?: readonly { name: string; in: 'query' | 'header'; about: string }[];
  body?: z.ZodMiniType | 'bytes';
  answers: Readonly<Record<number, RouteAnswer>>;
}

const attachment = '/v1/attachments/{sha256}';
const partly = 'Upload-Offset says how many bytes are there.';

export const apiRouteList: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/v1/enrol',
    summary: 'Turn a code into a token',
    about:
      'A code works once, ends with its time, and gives no more than whoever made it may still give. With the same code, person and attempt a lost answer can be asked for again: it gives a fresh token and ends the earlier one, unless that was ended already.',
    open: true,
    body: enrolRequestSchema,
    answers: { 201: { about: 'Let in.', body: enrolAnswerSchema } },
  },
  {
    method: 'get',
    path: '/v1/me',
    summary: 'Who one is here',
    about: 'Organisation, role and sites as they are now.',
    answers: { 200: { about: 'The member whose token this is.', body: meAnswerSchema } },
  },
  {
    method: 'delete',
    path: '/v1/devices/me',
    summary: 'Leave',
    about: 'Ends the token of this request. Nothing else is removed.',
    answers: { 204: { about: 'The token is worth nothing any more.' } },
  },
  {
    method: 'get',
    path: '/v1/devices',
    summary: 'List one’s own phones',
    about: 'Those that are connected as the person of this token: since when, and whose code let them in.',
    answers: { 200: { about: 'The oldest first.', body: devicesAnswerSchema } },
  },
  {
    method: 'delete',
    path: '/v1/devices/{id}',
    summary: 'End one of one’s own phones',
    about: 'Its token ends, and its code gives it no other. 404 where it is nobody’s, or somebody else’s.',
    answers: { 204: { about: 'It is not connected any more.' } },
  },
  {
    method: 'get',
    path: '/v1/people',
    summary: 'List who has come in',
    about:
      'Everybody with a role whom the member of this token may see, also those of whom nothing was ever shared: at most 200, in the order of ids.',
    parameters: [
      {
        name: 'after',
        in: 'query',
        about: 'The id of the last one of the page before; left out: from the first.',
      },
    ],
    answers: { 200: { about: 'A page of them.', body: membersAnswerSchema } },
  },
  {
    method: 'get',
    path: '/v1/people/{id}',
    summary: 'How somebody stands here',
    about: 'Role, sites and connected devices of oneself and of those one may see. 404 for all others.',
    answers: { 200: { about: 'The person.', body: personAnswerSchema } },
  },
  {
    method: 'delete',
    path: '/v1/people/{id}/devices',
    summary: 'End all connections of a person',
    about:
      'For a lost phone, or somebody who goes: one’s own, anybody’s for a coordinator, those of participants, peers, employers and community at one’s sites for staff. Codes that they made, used or that are for them end too.',
    answers: { 200: { about: 'How many were ended.', body: endedAnswerSchema } },
  },
  {
    method: 'put',
    path: '/v1/people/{id}/sites/{site}',
    summary: 'Somebody belongs to a site',
    about:
      'For coordinators. What was there before they came is given to them, and what is known of them to the staff there. 404 where nobody has named the person yet, or there is no such site.',
    answers: { 204: { about: 'They do.' } },
  },
  {
    method: 'delete',
    path: '/v1/people/{id}/sites/{site}',
    summary: 'Somebody does not belong to a site any more',
    about: 'For coordinators. What is on phones already stays there.',
    answers: { 204: { about: 'They do not.' } },
  },
  {
    method: 'post',
    path: '/v1/versions',
    summary: 'Send versions',
    about: `At most ${MOST_VERSIONS}; plain or gzip. Each is created if it is absent and gets its own result, in order; what is there is never overwritten. A version that erases removes all others of its record and the attachments that were its alone; one that takes a share back (audience "me", no body) leaves the earlier ones to whom they are about and who wrote them.`,
    body: pushRequestSchema,
    answers: { 200: { about: 'One result a version.', body: pushAnswerSchema } },
  },
  {
    method: 'get',
    path: '/v1/versions',
    summary: 'List what is new',
    about:
      'In the order in which versions became visible; nothing is ever left out, doubles may come. A cursor that is of no use any more begins anew.',
    parameters: [
      { name: 'since', in: 'query', about: 'The `next` of the page before; left out: from the start.' },
      { name: 'limit', in: 'query', about: `How many at most: 1 to ${LONGEST_PAGE}, 200 where left out.` },
    ],
    answers: { 200: { about: 'A page.', body: pageAnswerSchema } },
  },
  {
    method: 'get',
    path: '/v1/versions/{key}',
    summary: 'Read one version',
    about: 'The key is `<id>_<rev>`.',
    answers: { 200: { about: 'The version, exactly as it was sent.', body: wireVersionSchema } },
  },
  {
    method: 'head',
    path: attachment,
    summary: 'How much of a photo or recording is here',
    about: `200 only when it is whole. Where a part is here the answer is 404, and ${partly}`,
    answers: { 200: { about: 'It is here whole.' } },
  },
  {
    method: 'get',
    path: attachment,
    summary: 'Fetch a photo or recording',
    about: 'As open as the versions that refer to it.',
    parameters: [{ name: 'Range', in: 'header', about: 'One range of bytes, to go on after a cut.' }],
    answers: {
      200: { about: 'The bytes.', body: 'bytes' },
      206: { about: 'The range that was asked for.', body: 'bytes' },
    },
  },
  {
    method: 'put',
    path: attachment,
    summary: 'Send a photo or recording',
    about:
      'Whole, or a part with Content-Range. A version that refers to it must have been sent before. 409 where a part does not fit, with the true Upload-Offset; 422 where the bytes are not what their name says: they are dropped.',
    parameters: [{ name: 'Content-Range', in: 'header', about: 'Where the part goes: `bytes 0-99/250`.' }],
    body: 'bytes',
    answers: {
      200: { about: 'It was here already.' },
      201: { about: 'All of it is here, and it is what its name says.' },
      204: { about: `More is to come. ${partly}` },
    },
  },
  {
    method: 'post',
    path: '/v1/invitations',
    summary: 'Make a code that lets somebody in',
    about:
      'A coordinator: anybody, at any site, which is made where there is none of that name. Staff: participants, peers, employers and community at their sites. Everybody: a further device of their own (personId is theirs, role as it is).',
    body: invitationRequestSchema,
    answers: { 201: { about: 'The code, shown this once.', body: invitationAnswerSchema } },
  },
  {
    method: 'get',
    path: '/v1/invitations',
    summary: 'List codes that are open',
    about:
      'Without the codes themselves: those that were made by or are for whoever asks; for staff also those that let participants, peers, employers and community in at their sites; for a coordinator all. At most 500.',
    answers: { 200: { about: 'The newest first.', body: invitationsAnswerSchema } },
  },
  {
    method: 'delete',
    path: '/v1/invitations/{id}',
    summary: 'Take a code back',
    about:
      'At once, by whoever sees it in the list. 404 where they do not; 403 `code-used` where somebody came in with it before. One that has ended already stays so.',
    answers: { 204: { about: 'It lets nobody in any more.' } },
  },
  {
    method: 'get',
    path: '/v1/sites',
    summary: 'List sites',
    about: 'One’s own; all of them for a coordinator.',
    answers: { 200: { about: 'By name.', body: sitesAnswerSchema } },
  },
  {
    method: 'post',
    path: '/v1/sites',
    summary: 'Make a site',
    about: 'For coordinators.',
    body: siteRequestSchema,
    answers: { 201: { about: 'The site; the one of that name where it was there.', body: siteAnswerSchema } },
  },
];
