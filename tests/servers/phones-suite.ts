/** Whole phones over every server: what each wrote offline is on both at the end, whatever the line did. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsFor } from './endpoint-at.ts';
import type { Asked } from './gate.ts';
import { openPhone, type Phone } from './phone.ts';
import { randomPhoto } from './random-photo.ts';
import type { RealServer, Startable } from './real-server.ts';

const DAY = 24 * 60 * 60 * 1000;
const writes = ({ method }: Asked) => method === 'POST' || method === 'PUT';

/** Two phones, one server, made anew for each test but the server. */
export function describePhones(startable: Startable): void {
  describe(`two phones and ${startable.name}`, () => {
    let server: RealServer;
    let ada: Phone;
    let ben: Phone;

    beforeAll(async () => {
      server = await startable.start();
    });
    afterAll(() => server.stop());

    beforeEach(async () => {
      ada = await openPhone();
      ben = await openPhone({ personId: ada.owner.personId, role: 'participant' });
      const login = await server.loginOf?.(ada.owner.personId);
      for (const phone of [ada, ben]) await phone.connect(settingsFor(server, login));
      return () => [ada, ben].forEach((phone) => phone.close());
    });

    const idle = [{ status: { at: 'idle' } }];

    /** Both went offline a day ago, wrote, and come back one after the other. */
    async function aDayOffline(words: number): Promise<void> {
      ada.behind = DAY;
      ben.behind = DAY;
      for (let n = 0; n < words; n += 1) {
        await ada.write(`ada ${n}`);
        await ben.write(`ben ${n}`);
      }
      ada.behind = 0;
      ben.behind = 0;
    }

    async function bothHoldTheSame(): Promise<void> {
      const [ofAda, ofBen] = await Promise.all([ada.holds(), ben.holds()]);
      const own = ({ subject }: { subject: string }) => subject === ada.owner.personId;
      const mine = Object.values(ofAda).filter(own);
      expect(mine).toEqual(Object.values(ofBen).filter(own));
      const lying = await server.keys();
      for (const { id, rev } of mine) {
        expect(
          lying.filter((key) => key === `${id}_${rev}`),
          `${id}_${rev}`,
        ).toHaveLength(1);
      }
      expect(await ada.notReceived()).toEqual([]);
      expect(await ben.notReceived()).toEqual([]);
    }

    test('after a day offline both hold the same', async () => {
      await aDayOffline(15);
      expect(await ada.exchange()).toMatchObject(idle);
      expect(await ben.exchange()).toMatchObject(idle);
      expect(await ada.exchange()).toMatchObject(idle);
      await bothHoldTheSame();
      expect(
        Object.values(await ada.holds()).filter(({ subject }) => subject === ada.owner.personId),
      ).toHaveLength(30);
    });

    test('with lost answers and deliveries that come twice, too', async () => {
      await aDayOffline(6);
      server.gate.befall('lost', writes);
      server.gate.befall('twice', writes);
      server.gate.befall('lost', ({ method }) => method === 'GET' || method === 'PROPFIND');
      for (let n = 0; n < 6; n += 1) {
        await ada.exchange();
        await ben.exchange();
      }
      expect(server.gate.toCome()).toBe(0);
      await bothHoldTheSame();
    });

    test('a dead login pauses it, loses nothing, and it goes on afterwards', async () => {
      await aDayOffline(3);
      await server.expireLogin();
      try {
        expect(await ada.exchange()).toMatchObject([{ status: { at: 'paused' } }]);
        expect(await ada.notReceived()).toHaveLength(3);
      } finally {
        await server.renewLogin();
      }
      await ada.exchange();
      await ben.exchange();
      await ada.exchange();
      await bothHoldTheSame();
    });

    test('one that the server refuses waits for the person with the reason, and the others go', async () => {
      await ada.write('before it');
      const id = await ada.write(server.refusedWords);
      await ada.write('behind it');
      expect(await ada.exchange()).toMatchObject(idle);
      expect(await ada.notReceived()).toMatchObject([
        { id, state: 'refused', refused: { why: expect.stringMatching(/\w/) as string } },
      ]);
      await ben.exchange();
      const come = Object.values(await ben.holds()).filter(({ subject }) => subject === ada.owner.personId);
      expect(come.map(({ body }) => body)).toEqual([{ what: 'before it' }, { what: 'behind it' }]);
    });

    test('an old state that is delivered late does not come back over the newer one', async () => {
      const before = server.gate.asked.length;
      const id = await ada.write('version 1');
      await ada.exchange();
      const first = server.gate.asked.slice(before).find(writes);
      await ada.edit(id, 'version 2');
      await ada.edit(id, 'version 3');
      await ada.exchange();
      await ben.exchange();
      if (first) await server.gate.deliverLate(first);
      await ada.exchange();
      await ben.exchange();
      for (const phone of [ada, ben]) {
        expect(await phone.vault.get(id)).toMatchObject({
          version: { body: { what: 'version 3' } },
          rivals: 0,
        });
      }
      await bothHoldTheSame();
      expect(first).toBeDefined();
    });

    test('a photo comes with its record, cut on its way and gone on', async () => {
      const bytes = randomPhoto(300_000);
      const id = await ada.write('with a photo', { photo: bytes.buffer });
      server.gate.befall({ cutAfter: 30_000 }, ({ body }) => body.length > 50_000);
      await ada.exchange();
      expect(server.gate.toCome()).toBe(0);
      await ada.exchange();
      expect(await ada.notReceived()).toEqual([]);
      await ben.exchange();
      const found = await ben.vault.get(id);
      expect(found).toMatchObject({ status: 'ok' });
      const sha256 = JSON.stringify(found).match(/[0-9a-f]{64}/)?.[0] ?? '';
      const come = await ben.vault.attachment(sha256);
      expect(come && Buffer.from(come).equals(bytes)).toBe(true);
    });
  });
}
