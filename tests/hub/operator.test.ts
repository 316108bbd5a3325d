/** What the operator can tell a hub: read from the command line, and done in the organisation that is meant. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operate } from '../../src/hub/operator.ts';
import { readArguments, readCommand, type OperatorAnswer } from '../../src/hub/operator-requests.ts';
import { showAnswer } from '../../src/hub/show-answer.ts';
import type { EnrolAnswer } from '../../src/sync/protocol/hub-api.ts';
import { environment, startHub, type HubServer } from '../support/hub.ts';
import { phone, phoneOf, type HubPhone } from '../support/hub-phone.ts';

let hub: HubServer;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** As `npm run hub -- …` does it. */
async function tell(word: string, ...given: string[]): Promise<OperatorAnswer> {
  const command = readCommand(word);
  if (!command) throw new Error('no such command');
  const asked = readArguments(command, given);
  if (asked.status === 'wrong') throw new Error(asked.complaint);
  return operate({ database: hub.database, environment, origin: hub.origin }, asked.request);
}

async function comeIn(told: OperatorAnswer): Promise<HubPhone> {
  if (!('invitation' in told)) throw new Error('no code');
  const { code } = told.invitation;
  const answer = await fetch(`${hub.origin}/v1/enrol`, {
    method: 'POST',
    body: JSON.stringify({ code, personId: randomUUID(), attempt: randomUUID() }),
  });
  expect(answer.status).toBe(201);
  return phoneOf(hub.origin, (await answer.json()) as EnrolAnswer);
}

test('somebody’s access is ended, and the operator reads how many phones it was', async () => {
  const ada = await phone(hub);
  expect(showAnswer(await tell('end', '--person', ada.id), false)).toContain('not any more: 1.');
  expect((await ada.ask('GET', '/v1/me')).status).toBe(401);
  expect(showAnswer(await tell('end', '--person', ada.id), false)).toContain('No phone of theirs');
  await expect(tell('end', '--person', randomUUID())).rejects.toThrow('Nobody of that id');
});

test('the codes that are open are listed, never the codes themselves, and one is taken back', async () => {
  const told = await tell('invite', '--role', 'worker', '--site', 'Orchard');
  if (told.command !== 'invite') throw new Error('no code');
  const { id = '', code } = told.invitation;
  const listed = showAnswer(await tell('codes'), false);
  expect(listed).toMatch(new RegExp(`^${id}  worker at Orchard; made at the hub, .*; until `, 'm'));
  expect(listed).not.toContain(code);
  expect(showAnswer(await tell('take-back', id), false)).toContain('lets nobody in');
  expect(showAnswer(await tell('codes'), false)).not.toContain(id);
  await expect(comeIn(told)).rejects.toThrow('403');
  await expect(tell('take-back', randomUUID())).rejects.toThrow('No code of that id');
});

test('another organisation has its own coordinator and sites; from then on it is said which is meant', async () => {
  const chief = await comeIn(await tell('organisation', 'Weir school', '--site', 'Weir', '--site', ' Mill '));
  expect(chief.member).toMatchObject({
    organisation: { name: 'Weir school' },
    person: { role: 'coordinator', sites: [{ name: 'Weir' }] },
  });
  const { sites } = (await (await chief.ask('GET', '/v1/sites')).json()) as { sites: { name: string }[] };
  expect(sites.map(({ name }) => name)).toEqual(['Mill', 'Weir']);
  await expect(tell('organisation', 'Weir school', '--site', 'Weir')).rejects.toThrow('already');
  const both = '"Garden project", "Weir school"';
  await expect(tell('invite', '--role', 'coordinator')).rejects.toThrow(both);
  await expect(tell('end', '--person', chief.id)).rejects.toThrow(both);
  const there = ['--organisation', 'Garden project'];
  await expect(tell('end', '--person', chief.id, ...there)).rejects.toThrow('Nobody of that id');
  const worker = await comeIn(await tell('invite', '--role', 'worker', '--site', 'Orchard', ...there));
  expect(worker.member.organisation.name).toBe('Garden project');
  await expect(tell('invite', '--role', 'worker', ...there)).rejects.toThrow('--site');
});

test.each([
  ['end', [], 'person'],
  ['end', ['--person', 'Ada'], 'person'],
  ['organisation', ['Weir school'], 'sites'],
  ['organisation', ['Weir', 'school', '--site', 'Weir'], 'in one piece'],
  ['organisation', [' ', '--site', 'Weir'], 'name'],
  ['take-back', [], 'id of one code'],
  ['take-back', ['ABCD-EFGH-JKLM'], 'id'],
  ['codes', ['--nonsense'], 'nonsense'],
  ['invite', ['--role', 'gardener'], 'role'],
  ['invite', ['--nonsense'], 'nonsense'],
] as const)('%s %j is refused, with what is wrong and how it goes', (word, given, why) => {
  const complaint: unknown = expect.stringMatching(new RegExp(`${why}[\\s\\S]*npm run hub -- ${word} `));
  expect(readArguments(word, [...given])).toEqual({ status: 'wrong', complaint });
});
