/** A person whose phone is on the hub and whose other phone is on a server nobody here wrote: both end with the same. */
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Version } from '../../src/core/version.ts';
import { settingsFor } from './endpoint-at.ts';
import { serversHere } from './every-server.ts';
import { openPhone, type Phone } from './phone.ts';
import { randomPhoto } from './random-photo.ts';
import type { RealServer } from './real-server.ts';
import { hub } from './start-hub.ts';

const DAY = 24 * 60 * 60 * 1000;
for (const foreign of serversHere) {
  describe(`a phone on the hub and one on ${foreign.name}`, () => {
    let garden: RealServer;
    let other: RealServer;
    /** The worker's own. */
    let third: RealServer;
    /** Ada's phone: everything to the hub, and a copy of what is hers to the other server. */
    let phone: Phone;
    /** Ada's second phone knows nothing of the hub. */
    let second: Phone;

    beforeAll(async () => {
      [garden, other, third] = await Promise.all([hub.start(), foreign.start(), foreign.start()]);
    });
    afterAll(() => Promise.all([garden.stop(), other.stop(), third.stop()]));
    beforeEach(async () => {
      phone = await openPhone();
      second = await openPhone(phone.owner);
      await phone.connect(settingsFor(garden, await garden.loginOf?.(phone.owner.personId)));
      await phone.connect(settingsFor(other), 'mine');
      await second.connect(settingsFor(other));
    });
    afterEach(() => [phone, second].forEach((one) => one.close()));

    /** What is about Ada, in a fixed order. */
    const aboutHer = async (one: Phone): Promise<Version[]> =>
      Object.entries(await one.holds())
        .filter(([, { subject }]) => subject === phone.owner.personId)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, version]) => version);

    test('after a day offline both hold the same, and so does the hub', async () => {
      for (const one of [phone, second]) {
        one.behind = DAY;
        for (let n = 0; n < 8; n += 1) {
          const id = await one.write(`words ${n}`);
          if (n % 3 === 0) await one.edit(id, `better words ${n}`);
        }
        one.behind = 0;
      }
      const bytes = randomPhoto(120_000);
      const photographed = await second.write('a photo', { photo: bytes.buffer });

      // Each comes online for itself, never both at once. The photo does not get through at the first time.
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await phone.exchange();
      await second.exchange();
      other.gate.befall('lost', ({ method, path }) => method === 'GET' && path.includes(sha256));
      await phone.exchange();
      expect(other.gate.toCome()).toBe(0);
      expect((await phone.notReceived()).filter(({ state }) => state === 'refused')).toEqual([]);
      // The first phone comes again for what the second brought, and takes it on to the hub.
      for (let n = 0; n < 2; n += 1) await phone.exchange();

      const held = await aboutHer(phone);
      expect(held).toHaveLength(2 * 11 + 1);
      expect(await aboutHer(second)).toEqual(held);
      const keys = held.map(({ id, rev }) => `${id}_${rev}`);
      for (const server of [garden, other]) expect((await server.keys()).toSorted()).toEqual(keys);
      for (const one of [phone, second]) expect(await one.notReceived()).toEqual([]);

      expect(await phone.vault.get(photographed)).toMatchObject({ status: 'ok' });
      const come = await phone.vault.attachment(sha256);
      expect(come && Buffer.from(come).equals(bytes)).toBe(true);
    });

    test("what others wrote, and came from the hub, does not go on to one's own server", async () => {
      const theirs = await phone.write('about Ada alone');
      await phone.exchange();

      const worker = await openPhone({ personId: crypto.randomUUID(), role: 'worker' });
      const login = await garden.loginOf?.(worker.owner.personId, 'worker');
      await worker.connect(settingsFor(garden, login));
      await worker.connect(settingsFor(third), 'mine');
      const own = await worker.write('about the worker');
      const ofAda = await worker.write('about Ada, by the worker', { subject: phone.owner.personId });
      await worker.exchange();
      await worker.exchange();
      expect(Object.values(await worker.holds()).map(({ id }) => id)).toContain(theirs);
      expect((await third.keys()).map((key) => key.split('_')[0])).toEqual([own]);

      // What is about Ada comes to her over the hub, and on to the phone that knows nothing of it.
      await phone.exchange();
      await second.exchange();
      expect((await aboutHer(second)).map(({ id }) => id)).toContain(ofAda);
      worker.close();
    });
  });
}
