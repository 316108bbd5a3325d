/** Compares what the hub and every phone have with what was written. */
import { versionSchema } from '../../src/core/version.ts';
import { keyOf } from '../../src/sync/protocol/wire.ts';
import { until } from '../support/vault.ts';
import { contents, type Device, type Field } from './fleet.ts';

/** Participants write about themselves, workers about everybody at their site. */
export function whomFor(device: Device, devices: readonly Device[]): string[] {
  const own = device.phone.owner.personId;
  if (device.role !== 'worker') return [own];
  return devices.filter(({ site }) => site === device.site).map(({ phone }) => phone.owner.personId);
}

export interface Compared {
  /** At the hub, or at a phone that may see it. */
  missing: number;
  /** Listed more than once by the hub. */
  copies: number;
  /** Other contents than were written. */
  changed: number;
  /** Seen by somebody who may not see it. */
  strays: number;
  photosMissing: number;
  stillWaiting: number;
  setAside: number;
}

export async function compare(
  devices: readonly Device[],
  field: Field,
  phonesToo: boolean,
  tell: (line: string) => void,
): Promise<Compared> {
  const written = new Map(devices.flatMap(({ wrote }) => [...wrote]));
  const subjects = new Map<string, string>();
  for (const device of devices) {
    for (const [key, { version }] of await contents(device)) subjects.set(key, version.subject);
  }
  const compared: Compared = {
    missing: 0,
    copies: 0,
    changed: 0,
    strays: 0,
    photosMissing: 0,
    stillWaiting: 0,
    setAside: 0,
  };

  // 1. What the hub has: each version once, as it was written.
  const listed = new Map<string, string[]>();
  for (const { key, digest } of await listHub(field)) listed.set(key, [...(listed.get(key) ?? []), digest]);
  for (const [key, digest] of written) {
    const there = listed.get(key) ?? [];
    if (there.length === 0) compared.missing += 1;
    if (there.length > 1) compared.copies += there.length - 1;
    compared.changed += there.filter((other) => other !== digest).length;
  }
  compared.copies += [...listed.keys()].filter((key) => !written.has(key)).length;
  if (!phonesToo) return compared;

  // 2. What each phone has: all it may see, as it was written, and nothing else.
  for (const device of devices) {
    const here = await contents(device);
    const people = new Set(whomFor(device, devices));
    for (const [key, digest] of written) {
      const found = here.get(key);
      const mayHave = people.has(subjects.get(key) ?? '') || device.wrote.has(key);
      if (mayHave && !found) compared.missing += 1;
      if (!mayHave && found) compared.strays += 1;
      if (found && found.digest !== digest) compared.changed += 1;
    }
    compared.strays += [...here.keys()].filter((key) => !written.has(key)).length;
    for (const { version } of here.values()) {
      for (const { sha256 } of photosIn(version.body)) {
        if (!(await device.phone.vault.attachment(sha256))) compared.photosMissing += 1;
      }
    }
    const waiting = await until(device.store.watchNotReceived(), () => true);
    compared.stillWaiting += waiting.length;
    for (const one of waiting) {
      tell(
        `phone ${device.nth}, ${JSON.stringify(device.status)}: ${keyOf(one)} is ${one.state} since ${one.since}`,
      );
    }
    compared.setAside += (await until(device.store.watchSetAside(), () => true)).length;
  }
  return compared;
}

function photosIn(body: unknown): { sha256: string }[] {
  const photos: unknown = Reflect.get(Object(body), 'photos');
  return Array.isArray(photos) ? (photos as { sha256: string }[]) : [];
}

/** All that the hub lists to a coordinator. */
async function listHub(field: Field): Promise<{ key: string; digest: string }[]> {
  const { token } = await field.hub.join({ role: 'coordinator', site: 'Garden 0' });
  const all: { key: string; digest: string }[] = [];
  for (let since = ''; ;) {
    const url = `${field.hub.origin}/v1/versions?limit=500${since && `&since=${encodeURIComponent(since)}`}`;
    const response = await field.serve(new Request(url, { headers: { Authorization: `Bearer ${token}` } }));
    const page = (await response.json()) as {
      items: { version: unknown; digest: string }[];
      next: string;
      more: boolean;
    };
    for (const { version, digest } of page.items)
      all.push({ key: keyOf(versionSchema.parse(version)), digest });
    if (!page.more) return all;
    since = page.next;
  }
}
