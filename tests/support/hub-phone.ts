/** What a phone says to the hub, for tests: versions of its own, and requests with its token. */
import { randomUUID } from 'node:crypto';
import type { Version } from '../../src/core/version.ts';
import type { EnrolAnswer, PushResult } from '../../src/sync/protocol/hub-api.ts';
import { digestOf, type WireVersion } from '../../src/sync/protocol/wire.ts';
import type { HubServer } from './hub.ts';

let made = 0;

/** A new version about `subject`, by `subject` unless `parts` say otherwise; each later one has a greater rev. */
export function about(subject: string, parts: Partial<Version> = {}): Version {
  made++;
  return {
    id: randomUUID(),
    rev: `01970000${made.toString(16).padStart(4, '0')}-0000-testnode`,
    base: null,
    kind: 'reflection',
    schema: 1,
    subject,
    author: { id: subject, role: 'participant' },
    occurredAt: '2026-05-01',
    recordedAt: '2026-05-01T09:00:00.000Z',
    audience: 'team',
    body: { said: `words ${made}` },
    ...parts,
  };
}

/** The next version of the same record. */
export function after(version: Version, parts: Partial<Version> = {}): Version {
  const { rev } = about(version.subject);
  return { ...version, rev, base: version.rev, ...parts };
}

export const erased = (version: Version, parts: Partial<Version> = {}): Version =>
  after(version, { removed: 'erased', body: null, ...parts });
export const takenBack = (version: Version, parts: Partial<Version> = {}): Version =>
  after(version, { audience: 'me', body: null, ...parts });

export async function wire(version: Version): Promise<WireVersion> {
  return { version, digest: await digestOf(version) };
}

export interface HubPage {
  items: WireVersion[];
  next: string;
  more: boolean;
}

export interface HubPhone {
  readonly id: string;
  readonly token: string;
  readonly member: EnrolAnswer;
  /** A request with the phone's token. */
  ask(method: string, path: string, body?: BodyInit, headers?: Record<string, string>): Promise<Response>;
  push(...versions: Version[]): Promise<PushResult[]>;
  /** Only the outcomes of a push, and why where one was refused. */
  outcomes(...versions: Version[]): Promise<string[]>;
  page(since?: string | null, limit?: number): Promise<HubPage>;
  /** Everything from the start or from `since` on, page by page. */
  pull(since?: string | null, limit?: number): Promise<{ versions: Version[]; next: string | null }>;
  /** Keys of what a fresh pull gives, in order. */
  sees(...versions: Version[]): Promise<boolean[]>;
}

/** A phone that comes in with an invitation of the operator. */
export async function phone(hub: HubServer, asked: Parameters<HubServer['join']>[0] = {}): Promise<HubPhone> {
  return phoneOf(hub.origin, await hub.join(asked));
}

/** A phone that has come in already. */
export function phoneOf(origin: string, member: EnrolAnswer): HubPhone {
  const { token } = member;
  const ask: HubPhone['ask'] = (method, path, body, headers = {}) =>
    fetch(`${origin}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const push: HubPhone['push'] = async (...versions) => {
    const body = JSON.stringify({ versions: await Promise.all(versions.map(wire)) });
    const answer = await ask('POST', '/v1/versions', body, { 'Content-Type': 'application/json' });
    if (answer.status !== 200) throw new Error(`push: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { results: PushResult[] }).results;
  };
  const page: HubPhone['page'] = async (since = null, limit = 100) => {
    const query = new URLSearchParams({ limit: String(limit), ...(since === null ? {} : { since }) });
    const answer = await ask('GET', `/v1/versions?${query.toString()}`);
    if (answer.status !== 200) throw new Error(`pull: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as HubPage;
  };
  const pull: HubPhone['pull'] = async (since = null, limit = 100) => {
    const versions: Version[] = [];
    for (let at = since; ;) {
      const { items, next, more } = await page(at, limit);
      versions.push(...items.map(({ version }) => version));
      at = next;
      if (!more) return { versions, next };
    }
  };
  return {
    id: member.person.id,
    token,
    member,
    ask,
    push,
    async outcomes(...versions) {
      return (await push(...versions)).map(({ outcome, reason }) =>
        reason ? `${outcome}: ${reason}` : outcome,
      );
    },
    page,
    pull,
    async sees(...versions) {
      const { versions: there } = await pull();
      return versions.map(({ id, rev }) => there.some((version) => version.id === id && version.rev === rev));
    },
  };
}
