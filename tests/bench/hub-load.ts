/** Up to two hundred phones at one hub at once, sending and fetching; then what is there is counted. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import type { EnrolAnswer } from '../../src/sync/protocol/hub-api.ts';
import { findPostgres, startPostgres } from '../servers/start-postgres.ts';
import { alone, beside, counted, share, type Figure } from './figure.ts';
import { oneKilobyte } from './one-kilobyte.ts';
import { inFolder } from './in-folder.ts';
import { startProgram, type Program } from './programs/start-program.ts';
import type { Step } from './step.ts';

/** How many at once. The fewer show whether the time grows with the number. */
const DEVICES = [50, 100, 200];
const ROUNDS = 10;
const VERSIONS = 5;
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3);
/** These are not counted: the hub's code is compiled, its connections are open. */
const WARM_UP = 10;
/** As good as linear: four times the phones may take a quarter more than four times as long. */
const LINEAR = 1.25;

export const hubLoad: Step[] = [
  { name: 'hub on PGlite', measure: () => inFolder((folder) => loaded('PGlite', join(folder, 'database'))) },
  { name: 'hub on PostgreSQL', measure: onPostgres },
];

async function onPostgres(): Promise<Figure[]> {
  const bin = findPostgres();
  if (!bin) return [];
  const postgres = await startPostgres(bin);
  try {
    return await loaded('PostgreSQL', `postgres://postgres@127.0.0.1:${postgres.port}/postgres`);
  } finally {
    await postgres.stop();
  }
}

/** What was seen with one number of phones, all runs together. */
interface Load extends Seen {
  /** Of each run, until the last phone has its last answer. */
  milliseconds: number[];
  /** Versions that are not there exactly once. */
  wrong: number;
}

async function loaded(engine: string, where: string): Promise<Figure[]> {
  const hub = await startProgram('hub.mjs', [where]);
  try {
    await withDevices(hub, WARM_UP, newLoad());
    const loads = new Map(DEVICES.map((count) => [count, newLoad()]));
    for (let run = 0; run < RUNS; run++) {
      for (const [count, load] of loads) await withDevices(hub, count, load);
    }
    return [...loads].flatMap(([count, load]) => figuresOf(`hub on ${engine}`, count, load, loads));
  } finally {
    await hub.stop();
  }
}

function newLoad(): Load {
  return { pushes: [], pulls: [], errors: 0, milliseconds: [], wrong: 0 };
}

function figuresOf(hub: string, count: number, load: Load, loads: ReadonlyMap<number, Load>): Figure[] {
  const name = (what: string) => `${hub}, ${count} phones at once: ${what}`;
  const versions = count * ROUNDS * VERSIONS;
  const [[few, fewest] = [count, load]] = loads;
  const times = count / few;
  const linear = beside(
    { name: name('the whole of it'), peerName: `${times} × that of ${few} phones`, bar: LINEAR },
    load.milliseconds,
    fewest.milliseconds.map((took) => took * times),
  );
  return [
    share({ name: name(`push of ${VERSIONS}, p99`) }, load.pushes, 0.99),
    share({ name: name('pull, p99') }, load.pulls, 0.99),
    alone({ name: name('push, p50') }, load.pushes),
    alone(
      { name: name('versions taken in'), unit: '/s' },
      load.milliseconds.map((took) => (versions * 1000) / took),
    ),
    ...(count === few ? [] : [linear]),
    counted({ name: name('failed requests'), unit: 'count', bar: 0 }, load.errors),
    counted({ name: name('versions lost or doubled'), unit: 'count', bar: 0 }, load.wrong),
  ];
}

async function withDevices(hub: Program, count: number, load: Load): Promise<void> {
  const phones: Phone[] = [];
  for (let at = 0; at < count; at++) phones.push(await newPhone(hub));
  const began = performance.now();
  await Promise.all(phones.map((phone) => use(hub.origin, phone, load)));
  load.milliseconds.push(performance.now() - began);
  for (const phone of phones) load.wrong += await difference(hub.origin, phone);
}

interface Seen {
  pushes: number[];
  pulls: number[];
  errors: number;
}

interface Phone {
  token: string;
  personId: string;
  keys: string[];
}

async function newPhone(hub: Program): Promise<Phone> {
  const personId = randomUUID();
  const answer = (await hub.ask({ personId, role: 'participant', again: false })) as { joined: EnrolAnswer };
  return { token: answer.joined.token, personId, keys: [] };
}

const listSchema = z.object({
  items: z.array(z.object({ version: z.object({ id: z.string(), rev: z.string() }) })),
  next: z.string(),
  more: z.boolean(),
});

/** Sends some and asks what is new, again and again, as fast as it is answered. */
async function use(origin: string, phone: Phone, seen: Seen): Promise<void> {
  let since: string | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const made = Array.from({ length: VERSIONS }, (_, at) => wireOf(phone, round * VERSIONS + at));
    const body = new Uint8Array(gzipSync(JSON.stringify({ versions: made })));
    const sending = performance.now();
    const pushed = await ask(`${origin}/v1/versions`, phone, { method: 'POST', body });
    seen.pushes.push(performance.now() - sending);
    if (pushed.status === 200) phone.keys.push(...made.map(({ version }) => `${version.id}_${version.rev}`));
    else seen.errors += 1;
    const asking = performance.now();
    const page = await ask(`${origin}/v1/versions?limit=200${since ? `&since=${since}` : ''}`, phone, {});
    seen.pulls.push(performance.now() - asking);
    if (page.status === 200) since = listSchema.parse(page.said).next;
    else seen.errors += 1;
  }
}

/** How many versions of a phone are not at the hub exactly once. */
async function difference(origin: string, phone: Phone): Promise<number> {
  const there = new Map<string, number>();
  let since: string | null = null;
  for (let more = true; more;) {
    const page = await ask(`${origin}/v1/versions?limit=500${since ? `&since=${since}` : ''}`, phone, {});
    if (page.status !== 200) throw new Error(`the list failed: ${page.status}`);
    const list = listSchema.parse(page.said);
    for (const { version } of list.items) {
      const key = `${version.id}_${version.rev}`;
      there.set(key, (there.get(key) ?? 0) + 1);
    }
    since = list.next;
    more = list.more;
  }
  return (
    phone.keys.filter((key) => there.get(key) !== 1).length + Math.max(0, there.size - phone.keys.length)
  );
}

async function ask(
  address: string,
  { token }: Phone,
  { method = 'GET', body }: { method?: string; body?: Uint8Array<ArrayBuffer> },
): Promise<{ status: number; said: unknown }> {
  try {
    const answer = await fetch(address, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body ? { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' } : {}),
      },
      ...(body ? { body } : {}),
    });
    return { status: answer.status, said: await answer.json() };
  } catch {
    return { status: 0, said: null };
  }
}

function wireOf({ personId }: Phone, at: number) {
  const now = Date.now();
  const ms = now.toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const moment = new Date(now).toISOString();
  const version = {
    id: `${ms.slice(0, 8)}-${ms.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`,
    rev: `${ms}-${at.toString(16).padStart(4, '0')}-${personId.slice(0, 8)}`,
    base: null,
    kind: 'reflection',
    schema: 1,
    subject: personId,
    author: { id: personId, role: 'participant' },
    occurredAt: moment,
    recordedAt: moment,
    audience: 'team',
    body: { words: oneKilobyte(at), photos: [], talk: false },
  };
  return { version, digest: createHash('sha256').update(canonicalJson(version)).digest('hex') };
}
