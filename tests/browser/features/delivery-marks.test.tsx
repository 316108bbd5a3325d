/** How far a record has come is said wherever it is listed: here, what the team has, what needs the person; not what is private. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { RecordKind } from '../../../src/core/define-record.ts';
import type { Audience, Version } from '../../../src/core/version.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { introduceOwner, shareName } from '../../../src/features/people/data.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { connectGarden, garden, openDesk, type TestDesk } from '../../support/desk.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { saved } from '../../support/vault.ts';

let phone: OwnVault;
let desk: TestDesk;
let shown: OwnStage | undefined;

beforeEach(async () => {
  phone = await openOwnVault();
  desk = await openDesk(phone);
  await connectGarden(desk);
});
afterEach(() => {
  shown?.clear();
  shown = undefined;
  phone.vault.close();
});

const row = (name: RegExp) => page.getByRole('link', { name });
const states = /On this phone|Received|Needs you|Sending/;

async function open(path: string): Promise<void> {
  shown = await showScreen({ phone, path, app: desk.app });
}

async function keep(kind: RecordKind, body: unknown, audience: Audience = 'team', occurredAt = '2026-05-01') {
  phone.environment.time += 60_000;
  const { personId: subject } = phone.owner;
  const change = { do: 'create', id: phone.newId(), kind, subject, body, audience, occurredAt } as const;
  return saved(await phone.vault.write([change]));
}

async function received({ id, rev }: Version): Promise<void> {
  await desk.desk.kept.markSending(garden, [{ id, rev }]);
  await desk.desk.kept.settle(garden, [{ id, rev, to: 'received' }]);
}

async function refused({ id, rev }: Version): Promise<void> {
  await desk.desk.kept.markSending(garden, [{ id, rev }]);
  await desk.desk.kept.settle(garden, [{ id, rev, to: 'refused', why: 'Full', reason: 'rejected' }]);
}

const skill = (what: string) => ({ what, part: 'hand', photos: [], priorLearning: false, competences: [] });
const toDo = (what: string) => ({ what, owner: 'me', causes: [] });

test.each([
  { path: '/assets', kind: asset, body: skill },
  { path: '/actions', kind: action, body: toDo },
])('at $path each one says how far it has come, as soon as that changes', async ({ path, kind, body }) => {
  await received(await keep(kind, body('Grafting')));
  await keep(kind, body('My own'), 'me');
  const third = await keep(kind, body('Watering'));
  await open(path);
  await expect.element(row(/Watering.*On this phone/)).toBeVisible();
  await expect.element(row(/Grafting.*Received/)).toBeVisible();
  await expect.element(row(/My own/)).not.toHaveTextContent(states);
  await refused(third);
  await expect.element(row(/Watering.*Needs you/)).toBeVisible();
  expect(await findBarriers(document.body)).toEqual([]);
});

test('shared with nobody connected, it is said to be on this phone only', async () => {
  await desk.desk.kept.removeConnection(garden);
  await keep(asset, skill('Grafting'));
  await keep(asset, skill('My own'), 'me');
  await open('/assets');
  await expect.element(row(/Grafting.*On this phone/)).toBeVisible();
  await expect.element(row(/My own/)).not.toHaveTextContent(states);
});

test('who I am says where it is, too, and follows', async () => {
  const me = saved(await introduceOwner(phone.vault, 'Robin', 'en'));
  await open('/me');
  const main = page.getByRole('main');
  await expect.element(main).toHaveTextContent(/Where it is On this phone/);
  const shared = saved(await shareName(phone.vault));
  expect(shared.id).toBe(me.id);
  await received(shared);
  await expect.element(main).toHaveTextContent(/Where it is Received/);
  expect(await findBarriers(document.body)).toEqual([]);
});

test('beside the star each line says how far its reading has come', async () => {
  const statements = ['assets', 'voice', 'responsibility', 'celebrating', 'support', 'benefits'];
  const answers = statements.map((statement, at) => ({ statement, score: at + 1 }));
  const body = { instrument: { id: 'engagement', version: 1 }, relation: 'self', answers };
  await keep(reading, body, 'me', '2026-02-10');
  await received(await keep(reading, body, 'team', '2026-03-10'));
  await refused(await keep(reading, body, 'team', '2026-04-10'));
  await open('/star');
  const lines = page.getByRole('list', { name: 'What the lines mean' }).getByRole('listitem');
  await expect.element(lines.nth(0)).toHaveTextContent(/10 April 2026 Needs you$/);
  await expect.element(lines.nth(1)).toHaveTextContent(/10 March 2026 Received$/);
  await expect.element(lines.nth(2)).toHaveTextContent(/10 February 2026$/);
  await page.getByRole('button', { name: 'Equal voice' }).first().click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent(/10 March 2026.*2 of 6.*Received/);
});

test('in what it was before, each version says how far it has come', async () => {
  const first = await keep(asset, skill('Grafting'));
  await received(first);
  phone.environment.time += 60_000;
  const { id, rev: base } = first;
  await refused(
    saved(await phone.vault.write([{ do: 'edit', id, kind: asset, base, body: skill('Grafting pears') }])),
  );
  await open(`/record/${id}/history`);
  const steps = page.getByRole('main').getByRole('listitem');
  await expect.element(steps.first()).toHaveTextContent(/Needs you.*Changed/);
  await expect.element(steps.last()).toHaveTextContent(/Received.*Written down/);
});
