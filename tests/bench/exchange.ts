/** Sending 10,000 versions of 1 KB to the hub and fetching them on a fresh phone, beside PouchDB with express-pouchdb. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { EnrolAnswer } from '../../src/sync/protocol/hub-api.ts';
import { findPostgres, startPostgres } from '../servers/start-postgres.ts';
import { appFolder, peersFolder } from './builds.ts';
import { openLine, type Speed } from './counted-line.ts';
import { alone, rated, type Figure } from './figure.ts';
import { inFolder } from './in-folder.ts';
import { phoneLine } from './phone-line.ts';
import { onPhone } from './phone.ts';
import { startProgram, type Program } from './programs/start-program.ts';

const COUNT = 10_000;

interface Exchanged {
  /** Versions a second. */
  push: number;
  pull: number;
  up: number;
  down: number;
}

export async function exchange(): Promise<Figure[]> {
  return exchangeOf(COUNT, Number(process.env['BENCH_RUNS'] ?? 3), true);
}

/** The same where the line is what takes the time: one run of each, for a run of the peer's takes minutes. */
export async function exchangeOnPhoneLine(): Promise<Figure[]> {
  const peer = await inFolder((folder) => withPouchdb(folder, COUNT, phoneLine));
  const told = (engine: string, own: Exchanged, what: 'push' | 'pull') =>
    rated(
      {
        name: `${what} ${COUNT.toLocaleString('en')} versions on slow 4G, hub on ${engine}`,
        unit: '/s',
        peerName: 'PouchDB 9 → express-pouchdb',
        bar: 4,
        better: 'more',
      },
      [own[what]],
      [peer[what]],
    );
  const both = (engine: string, own: Exchanged) => [told(engine, own, 'push'), told(engine, own, 'pull')];
  const figures = both(
    'PGlite',
    await inFolder((folder) => withHub(join(folder, 'database'), COUNT, phoneLine)),
  );
  const found = await onPostgres((where) => withHub(where, COUNT, phoneLine));
  return found ? [...figures, ...both('PostgreSQL', found)] : figures;
}

/** Null where this machine has none. */
async function onPostgres<T>(work: (where: string) => Promise<T>): Promise<T | null> {
  const bin = findPostgres();
  if (!bin) return null;
  const postgres = await startPostgres(bin);
  try {
    return await work(`postgres://postgres@127.0.0.1:${postgres.port}/postgres`);
  } finally {
    await postgres.stop();
  }
}

/** In turns: hub on PGlite, PouchDB where it is wanted beside, hub on PostgreSQL. */
export async function exchangeOf(count: number, runs: number, besidePouchdb: boolean): Promise<Figure[]> {
  const all = {
    pglite: new Array<Exchanged>(),
    postgresql: new Array<Exchanged>(),
    pouchdb: new Array<Exchanged>(),
  };
  for (let run = 0; run < runs; run++) {
    all.pglite.push(await inFolder((folder) => withHub(join(folder, 'database'), count)));
    if (besidePouchdb) all.pouchdb.push(await inFolder((folder) => withPouchdb(folder, count)));
    const found = await onPostgres((where) => withHub(where, count));
    if (found) all.postgresql.push(found);
  }
  const many = count.toLocaleString('en');
  return (['pglite', 'postgresql'] as const).flatMap((engine) => {
    if (all[engine].length === 0) return [];
    const on = engine === 'pglite' ? 'PGlite' : 'PostgreSQL';
    const told = (what: keyof Exchanged, name: string, unit: '/s' | 'MB', bar: number) => {
      const own = all[engine].map((one) => one[what]);
      if (all.pouchdb.length === 0) return alone({ name, unit }, own);
      const better = unit === '/s' ? ('more' as const) : ('less' as const);
      const about = { name, unit, peerName: 'PouchDB 9 → express-pouchdb', bar, better };
      return rated(
        about,
        own,
        all.pouchdb.map((one) => one[what]),
      );
    };
    return [
      told('push', `push ${many} versions of 1 KB, hub on ${on}`, '/s', 4),
      told('pull', `pull ${many} versions, usable, hub on ${on}`, '/s', 4),
      told('up', `bytes of that push, hub on ${on}`, 'MB', 0.25),
      told('down', `bytes of that pull, hub on ${on}`, 'MB', 1),
    ];
  });
}

async function withHub(where: string, count: number, speed?: Speed): Promise<Exchanged> {
  const hub = await startProgram('hub.mjs', [where, appFolder]);
  const line = await openLine(hub.origin, speed);
  try {
    const personId = randomUUID();
    const joined = await letIn(hub, personId, false);
    const again = await letIn(hub, personId, true);
    const page = `${line.origin}/bench/sync.html`;
    const pushed = await inBrowser(page, async (phone) => {
      await phone.evaluate(([who, many]) => window.syncing.fill(who, many), [personId, count] as const);
      line.take();
      return phone.evaluate(([known, many]) => window.syncing.push(known, many), [joined, count] as const);
    });
    const up = line.take();
    const pulled = await inBrowser(page, async (phone) => {
      line.take();
      return phone.evaluate(([known, many]) => window.syncing.pull(known, many), [again, count] as const);
    });
    const down = line.take();
    return told(count, pushed, pulled, up, down);
  } finally {
    await line.close();
    await hub.stop();
  }
}

async function withPouchdb(folder: string, count: number, speed?: Speed): Promise<Exchanged> {
  const server = await startProgram('pouchdb.mjs', [folder, peersFolder]);
  const line = await openLine(server.origin, speed);
  try {
    await fetch(`${line.origin}/db/bench`, { method: 'PUT' });
    const page = `${line.origin}/pages/pouchdb.html`;
    const pushed = await inBrowser(page, async (phone) => {
      await phone.evaluate((many) => window.pouching.fill(many), count);
      line.take();
      return phone.evaluate(() => window.pouching.push(), undefined);
    });
    const up = line.take();
    const pulled = await inBrowser(page, async (phone) => {
      line.take();
      return phone.evaluate(() => window.pouching.pull(), undefined);
    });
    const down = line.take();
    return told(count, pushed, pulled, up, down);
  } finally {
    await line.close();
    await server.stop();
  }
}

type Bytes = { up: number; down: number };

function told(count: number, pushed: number, pulled: number, up: Bytes, down: Bytes): Exchanged {
  const megabytes = ({ up: sent, down: got }: Bytes) => (sent + got) / 1_000_000;
  return {
    push: (count * 1000) / pushed,
    pull: (count * 1000) / pulled,
    up: megabytes(up),
    down: megabytes(down),
  };
}

/** A browser with nothing in it, not slowed. */
function inBrowser<T>(address: string, work: (page: Page) => Promise<T>): Promise<T> {
  return inFolder((profile) =>
    onPhone(profile, 1, async ({ page }) => {
      await page.goto(address);
      await page.waitForFunction(() => 'syncing' in window || 'pouching' in window);
      return work(page);
    }),
  );
}

async function letIn(hub: Program, personId: string, again: boolean): Promise<EnrolAnswer> {
  const answer = (await hub.ask({ personId, role: 'participant', again })) as {
    joined?: EnrolAnswer;
    failed?: string;
  };
  if (!answer.joined) throw new Error(answer.failed ?? 'not let in');
  return answer.joined;
}
