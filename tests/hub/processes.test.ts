/** The hub as processes: started by a newcomer, stopped in order, killed in the middle, several over one database. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Version } from '../../src/core/version.ts';
import type { EnrolAnswer } from '../../src/sync/protocol/hub-api.ts';
import { keyOf } from '../../src/sync/protocol/wire.ts';
import { buildHub, type BuiltHub, type HubProcess } from '../support/hub-process.ts';
import { about, phoneOf, wire, type HubPhone } from '../support/hub-phone.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';

let built: BuiltHub;
let folder: string;
beforeAll(async () => {
  built = await buildHub();
  folder = mkdtempSync(join(tmpdir(), 'plotline-data-'));
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Comes in with the code that a process printed. */
async function comeIn(hub: HubProcess, origin: string): Promise<HubPhone> {
  const [, code = ''] = await hub.says(/code {2}([0-9A-Z-]{14})/);
  const answer = await fetch(`${origin}/v1/enrol`, {
    method: 'POST',
    body: JSON.stringify({ code, personId: randomUUID(), attempt: randomUUID() }),
  });
  expect(answer.status).toBe(201);
  return phoneOf(origin, (await answer.json()) as EnrolAnswer);
}

test('a newcomer: the first start prints a code, the operator makes more, a kill loses nothing that was acknowledged', async () => {
  const data = join(folder, 'first');
  const first = built.start({
    PLOTLINE_DATA: data,
    PLOTLINE_ORGANISATION: 'Hedge school',
    PLOTLINE_SITE: 'Walled garden',
  });
  await first.says(/Plotline is starting/);
  const origin = await first.origin();
  expect(await (await fetch(origin, { headers: { Accept: 'text/html' } })).text()).toContain(
    '<title>Plotline',
  );
  expect((await first.says(/link {2}(\S+)/))[1]).toMatch(
    /^http:\/\/localhost:\d+\/connect#code=[0-9A-Z-]{14}$/,
  );
  expect(first.printed()).toContain('▀▄█');
  const coordinator = await comeIn(first, origin);
  expect(coordinator.member).toMatchObject({
    organisation: { name: 'Hedge school' },
    person: { role: 'coordinator', sites: [{ name: 'Walled garden' }] },
  });

  // While it runs: a code through its door; a second hub on the same folder is kept away.
  const invited = built.start({ PLOTLINE_DATA: data }, ['invite', '--role', 'worker', '--site', 'Orchard']);
  expect(await invited.ended).toBe(0);
  const worker = await comeIn(invited, origin);
  expect(worker.member.person).toMatchObject({ role: 'worker', sites: [{ name: 'Orchard' }] });
  const second = built.start({ PLOTLINE_DATA: data });
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain('Another hub is running');
  const wrong = built.start({ PLOTLINE_DATA: data }, ['invite', '--role', 'gardener']);
  expect(await wrong.ended).toBe(1);
  expect(wrong.printed()).toContain('--role worker');

  // Killed while it is being written to.
  const acknowledged: Version[] = [];
  const writing = keepPushing(worker, acknowledged);
  await expect.poll(() => acknowledged.length).toBeGreaterThan(10);
  first.kill('SIGKILL');
  await first.ended;
  await writing;

  const again = built.start({ PLOTLINE_DATA: data });
  const there = phoneOf(await again.origin(), worker.member);
  const stored = (await there.pull()).versions.map(keyOf);
  expect(acknowledged.map(keyOf).filter((key) => !stored.includes(key))).toEqual([]);
  // Somebody coordinates it now: no code is printed any more.
  again.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  expect(again.printed()).not.toContain('code');
});

test('the operator at a running hub ends somebody’s access, and makes another organisation', async () => {
  const data = join(folder, 'operator');
  const hub = built.start({ PLOTLINE_DATA: data, PLOTLINE_ORGANISATION: 'Hedge school' });
  const origin = await hub.origin();
  // Somebody goes: the operator ends it, while the hub runs.
  const leaver = await comeIn(
    built.start({ PLOTLINE_DATA: data }, ['invite', '--role', 'worker', '--site', 'Orchard']),
    origin,
  );
  const ended = built.start({ PLOTLINE_DATA: data }, ['end', '--person', leaver.id]);
  expect(await ended.ended).toBe(0);
  expect(ended.printed()).toContain('are not any more: 1.');
  expect((await leaver.ask('GET', '/v1/me')).status).toBe(401);

  // Another organisation in the same hub, with people of its own.
  const founded = built.start({ PLOTLINE_DATA: data }, ['organisation', 'Weir school', '--site', 'Weir']);
  expect(await founded.ended).toBe(0);
  expect((await comeIn(founded, origin)).member).toMatchObject({
    organisation: { name: 'Weir school' },
    person: { role: 'coordinator', sites: [{ name: 'Weir' }] },
  });
  hub.kill('SIGTERM');
  expect(await hub.ended).toBe(0);
});

/** Pushes one version after the other until the hub is gone; notes those that were acknowledged. */
async function keepPushing(who: HubPhone, acknowledged: Version[]): Promise<void> {
  for (;;) {
    const version = about(who.id);
    const results = await who.push(version).catch(() => null);
    if (!results) return;
    if (results[0]?.outcome === 'ok') acknowledged.push(version);
  }
}

describe('over one PostgreSQL', () => {
  let postgres: PostgresServer;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.createDatabase();
  });
  afterAll(() => postgres.stop());

  test('two processes are one hub; when one is killed in the middle, nothing that was acknowledged is missing', async () => {
    // Both at once: one makes the tables and the organisation, the other waits for it.
    const processes = [built.start({ DATABASE_URL: url }), built.start({ DATABASE_URL: url })] as const;
    const [one, two] = await Promise.all(processes.map((process) => process.origin()));
    const coordinator = await comeIn(processes[0], one ?? '');
    const invited = await coordinator.ask(
      'POST',
      '/v1/invitations',
      JSON.stringify({ role: 'worker', site: 'Garden' }),
    );
    const { code } = (await invited.json()) as { code: string };
    const entered = await fetch(`${two}/v1/enrol`, {
      method: 'POST',
      body: JSON.stringify({ code, personId: randomUUID(), attempt: randomUUID() }),
    });
    const member = (await entered.json()) as EnrolAnswer;
    const sides = [phoneOf(one ?? '', member), phoneOf(two ?? '', member)] as const;

    // One truth: what one took the other gives, and knows as its own.
    const version = about(member.person.id);
    expect(await sides[0].outcomes(version)).toEqual(['ok']);
    expect(await sides[1].outcomes(version)).toEqual(['exists']);
    const raced = Array.from({ length: 20 }, () => about(member.person.id));
    const both = await Promise.all([sides[0].push(...raced), sides[1].push(...raced.toReversed())]);
    const outcomes = both.flat();
    for (const { id, rev } of raced) {
      const of = outcomes.filter(({ key }) => key === keyOf({ id, rev })).map(({ outcome }) => outcome);
      expect(of.sort()).toEqual(['exists', 'ok']);
    }

    // The second is killed while many phones write through it.
    const acknowledged: Version[] = [];
    const writing = Promise.all(Array.from({ length: 8 }, () => keepPushing(sides[1], acknowledged)));
    await expect.poll(() => acknowledged.length).toBeGreaterThan(40);
    processes[1].kill('SIGKILL');
    await processes[1].ended;
    await writing;
    await expect
      .poll(async () => {
        const stored = new Set((await sides[0].pull()).versions.map(keyOf));
        return acknowledged.filter((version) => !stored.has(keyOf(version))).length;
      })
      .toBe(0);
    // What it left open holds nobody back: the other goes on, and gives what it takes.
    const late = about(member.person.id);
    expect(await sides[0].outcomes(late)).toEqual(['ok']);
    await expect.poll(async () => (await sides[0].sees(late))[0]).toBe(true);
    processes[0].kill('SIGTERM');
    expect(await processes[0].ended).toBe(0);
  });

  test('told to stop, it finishes what is under way and takes nothing new', async () => {
    const hub = built.start({ DATABASE_URL: await postgres.createDatabase() });
    const origin = await hub.origin();
    const coordinator = await comeIn(hub, origin);
    const version = about(coordinator.id);
    const body = JSON.stringify({ versions: [await wire(version)] });
    // A request whose body is still coming when the hub is told to stop.
    const answered = new Promise<string>((done, failed) => {
      const outgoing = request(
        `${origin}/v1/versions`,
        {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${coordinator.token}`,
            'Content-Length': Buffer.byteLength(body),
          },
        },
        (incoming) => {
          let text = '';
          incoming.on('data', (part: Buffer) => (text += part.toString()));
          incoming.on('end', () => done(text));
        },
      );
      outgoing.on('error', failed);
      outgoing.write(body.slice(0, 50), () => {
        hub.kill('SIGTERM');
        void hub.says(/"event":"stopping"/).then(async () => {
          await expect(fetch(`${origin}/healthz`)).rejects.toThrow('fetch failed');
          outgoing.end(body.slice(50));
        });
      });
    });
    expect(JSON.parse(await answered)).toMatchObject({ results: [{ outcome: 'ok' }] });
    expect(await hub.ended).toBe(0);
    expect(hub.printed()).toContain('"event":"stopped","whole":true');
  });
});

test.each([
  ['PORT', { PORT: 'http' }],
  ['PLOTLINE_ENDPOINTS', { PLOTLINE_ENDPOINTS: "https://a.example *; script-src 'unsafe-inline'" }],
  ['PLOTLINE_ORIGIN', { PLOTLINE_ORIGIN: 'hub.example' }],
  ['PLOTLINE_METRICS_TOKEN', { PLOTLINE_METRICS_TOKEN: 'short' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
  ['cannot be opened', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }],
])('what the operator got wrong is said: %s', async (word, variables) => {
  const hub = built.start({ PLOTLINE_DATA: join(folder, 'none'), ...variables });
  expect(await hub.ended).toBe(1);
  expect(hub.printed()).toContain(word);
});
