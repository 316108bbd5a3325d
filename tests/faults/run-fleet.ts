/** Lets the phones sync until all is quiet, and compares everything with everything. */
import 'fake-indexeddb/auto';
import { until } from '../support/vault.ts';
import { compare, whomFor, type Compared } from './compare.ts';
import {
  close,
  openDevice,
  openField,
  start,
  watchWaiting,
  write,
  writeByAndBy,
  type Device,
  type Field,
} from './fleet.ts';

export interface Result extends Compared {
  devices: number;
  written: number;
  unexpected: unknown[];
  /** How often all phones were opened anew because one was still offering again what it had sent. */
  openedAnew: number;
  /** "Try again", pressed by people. */
  pressed: number;
  requests: number;
  faults: Record<string, number>;
  virtualMinutes: number;
}

interface Options {
  devices: number;
  records: number;
  share: number;
  /** Sends for one device instead of the engine; for the control. */
  naive?: (device: Device) => Promise<void>;
  tell?: (line: string) => void;
}

const DEVICES_A_SITE = 20;
/** One in so many phones is at work at the same moment before time goes on. */
const AT_WORK = 25;
/** So many looks in a row may find nothing due while rows and keys are still on their way, before it is called stuck. */
const LOOKS = 5_000;

/** A phone may be in the middle of offering all again when the others are done; one that never ends is not waited for. */
const MOST_TIMES_ANEW = 2;
const TURNS_TO_STOP = 100;

export async function runFleet({
  devices: count,
  records,
  share,
  naive,
  tell = () => {},
}: Options): Promise<Result> {
  const field = await openField(share);
  const began = field.timers.now();
  const devices: Device[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    devices.push(await openDevice(field, nth, `Garden ${Math.floor(nth / DEVICES_A_SITE)}`));
  }
  tell(`${count} phones have joined`);
  for (const device of devices) {
    const about = whomFor(device, devices);
    if (naive) await write(device, records, about);
    else await writeByAndBy(device, records, about, field);
  }
  tell(`the first versions are written`);
  let openedAnew = 0;
  if (naive) {
    const all = Promise.all(devices.map((device) => naive(device)));
    let over = false;
    void all.finally(() => {
      over = true;
    });
    while (!over) {
      await turn();
      if (devices.some(({ sleeping }) => sleeping() > 0)) field.timers.fire();
    }
    await all;
  } else {
    for (const device of devices) watchWaiting(device);
    for (;;) {
      for (const device of devices) start(device, field);
      await settleAll(devices, field, tell);
      for (const device of devices) device.sync?.stop();
      const busy = await whoOffers(devices);
      if (busy.length === 0 || openedAnew === MOST_TIMES_ANEW) break;
      openedAnew += 1;
      tell(
        `offering again what was sent, as an endpoint that refused their place may have lost it: ${busy.join(', ')}`,
      );
    }
  }
  tell('all is quiet; comparing');
  const compared = await compare(devices, field, naive === undefined, tell);
  const faults = Object.fromEntries(field.network.counts);
  const result = {
    ...compared,
    devices: count,
    written: count * records,
    openedAnew,
    unexpected: devices.flatMap(({ unexpected }) => unexpected),
    pressed: devices.reduce((sum, { pressed }) => sum + pressed, 0),
    requests: Object.values(faults).reduce((sum, one) => sum + one, 0),
    faults,
    virtualMinutes: Math.round((field.timers.now() - began) / 60_000),
  };
  for (const device of devices) await close(device);
  await field.close();
  return result;
}

/** The phones that still have something to send, once what was under way when they were stopped is over. */
async function whoOffers(devices: readonly Device[]): Promise<number[]> {
  for (let turns = 0; turns < TURNS_TO_STOP; turns += 1) await turn();
  const busy: number[] = [];
  for (const { nth, store } of devices) {
    if ((await until(store.watchNotReceived(), () => true)).length > 0) busy.push(nth);
  }
  return busy;
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Everything sent, and after that everything heard: two rounds of each phone that went well to their end. */
async function settleAll(
  devices: readonly Device[],
  field: Field,
  tell: (line: string) => void,
): Promise<void> {
  await pump(devices, field, () => devices.every(({ waits, toWrite }) => waits === 0 && toWrite === 0), tell);
  tell('everything is sent');
  for (let rounds = 0; rounds < 2; rounds += 1) {
    const heard = new Map(devices.map((device) => [device, lastAt(device)]));
    for (const device of devices) device.sync?.now();
    const isHeard = (device: Device) => device.status.at === 'idle' && lastAt(device) !== heard.get(device);
    // Each at its own time: of many, some are always at the next round already.
    const open = new Set(devices);
    const over = () => {
      for (const device of open) if (isHeard(device)) open.delete(device);
      return open.size === 0 && devices.every(({ waits }) => waits === 0);
    };
    await pump(devices, field, over, tell);
    tell('everybody has heard');
  }
}

function lastAt({ status }: Device): number | null {
  return status.at === 'idle' ? status.lastAt : null;
}

/** Lets time jump whenever few phones are at work that do not wait for something late. */
async function pump(
  devices: readonly Device[],
  field: Field,
  over: () => boolean,
  tell: (line: string) => void,
): Promise<void> {
  let jumps = 0;
  let still = 0;
  let nothingDue = 0;
  const most = Math.max(1, devices.length / AT_WORK);
  while (!over()) {
    await turn();
    const busy = devices.filter(({ status, sleeping }) => status.at === 'working' && sleeping() === 0).length;
    still = busy >= most ? 0 : still + 1;
    // A live query needs a few turns to tell.
    if (still < 5) continue;
    still = 0;
    for (const device of devices) await attend(device);
    if (over()) return;
    if (field.timers.fire()) {
      jumps += 1;
      nothingDue = 0;
    } else if (busy === 0 && (nothingDue += 1) > LOOKS) throw new Error('nothing is due, and it is not over');
    if (jumps > 0 && jumps % 5000 === 0) {
      const states = ['working', 'waiting', 'idle', 'paused'] as const;
      const count = (at: string) => devices.filter(({ status }) => status.at === at).length;
      tell(`${jumps} jumps: ${states.map((at) => `${at} ${count(at)}`).join(', ')}`);
    }
    if (jumps > 500_000) throw new Error('it does not come to an end');
  }
}

/** What the person does: comes back where the login was refused, presses "try again" where a record needs them. */
async function attend(device: Device): Promise<void> {
  if (device.status.at === 'paused') device.wake('front');
  if (device.status.at !== 'idle' || device.waits === 0) return;
  const waiting = await until(device.store.watchNotReceived(), () => true);
  const refused = waiting.filter(({ state }) => state === 'refused');
  if (refused.length === 0) return;
  device.pressed += 1;
  await device.store.retry('hub', refused);
  device.sync?.now();
}
