/** Two hundred phones at one hub at once, sending and fetching; then what is there is counted. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { canonicalJson } from '../../src/core/canonical-json.ts';
import type { EnrolAnswer } from '../../src/sync/protocol/hub-api.ts';
import { findPostgres, startPostgres } from '../servers/start-postgres.ts';
import { alone, counted, share, type Figure } from './figure.ts';
import { oneKilobyte } from './one-kilobyte.ts';
import { startProgram, type Program } from './programs/start-program.ts';

/** How many at once: a quarter and a half of them show whether it grows with the number. */
const DEVICES = [50, 100, 200];
const ROUNDS = 10;
const VERSIONS = 5;

export async function hubLoad(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plotline-bench-'));
  try {
    const figures = await loaded('PGlite', join(folder, 'database'));
    const bin = findPostgres();
    if (!bin) return figures;
    const postgres = await startPostgres(bin);
    try {
      const url = `postgres://postgres@127.0.0.1:${postgres.port}/postgres`;
      return [...figures, ...(await loaded('PostgreSQL', url))];
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function loaded(engine: string, where: string): Promise<Figure[]> {
  const hub = await startProgram('hub.mjs', [where]);
  try {
    const figures: Figure[] = [];
    for (const devices of DEVICES) figures.push(...(await withDevices(hub, engine, devices)));
    return figures;
  } finally {
    await hub.stop();
  }
}

async function withDevices(hub: Program, engine: string, count: number): Promise<Figure[]> {
  const phones: Phone[] = [];
  for (let at = 0; at < count; at++) phones.push(await newPhone(hub));
  const seen: Seen = { pushes: [], pulls: [], errors: 0 };
  const began = performance.now();
  await Promise.all(phones.map((phone) => use(hub.origin, phone, seen)));
  const seconds = (performance.now() - began) / 1000;
  let wrong = 0;
  for (const phone of phones) wrong += await difference(hub.origin, phone);
  const name = (what: string) => `hub on ${engine}, ${count} phones at once: ${what}`;
  const versions = count * ROUNDS * VERSIONS;
  return [
    share({ name: name(`push of ${VERSIONS}, p99`) }, seen.pushes, 0.99),
    share({ name: name('pull, p99') }, seen.pulls, 0.99),
    alone({ name: name('push, p50') }, seen.pushes),
    counted({ name: name('versions taken in'), unit: '/s' }, versions / seconds),
    counted({ name: name('failed requests'), unit: 'count', bar: 0 }, seen.errors),
    counted({ name: name('versions lost or doubled'), unit: 'count', bar: 0 }, wrong),
  ];
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
