/** A hub whose database was put back from a copy: phones find out what it lost, however little, and send it again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { hubProfile } from '../../src/sync/protocol/profiles/hub.ts';
import { openPhone, type Phone } from '../servers/phone.ts';
import { startHub, type HubServer } from '../support/hub.ts';

let hub: HubServer;
let ada: Phone;

beforeAll(async () => {
  hub = await startHub();
  ada = await openPhone();
  const { token } = await hub.join({ personId: ada.owner.personId });
  const settings = { name: 'Garden', address: hub.origin, profile: hubProfile, login: { token } };
  await ada.connect({ ...settings, connectedAt: 0 });
});
afterAll(async () => {
  ada.close();
  await hub.close();
});

const keptThere = () =>
  hub.database.transaction('upkeep', async (transaction) => {
    const rows = await transaction.query(
      z.object({ id: z.string() }),
      'select record_id as id from plotline.versions',
    );
    return rows.map(({ id }) => id).sort();
  });

/** As if these had come after the copy was made. */
const lose = (...ids: string[]) =>
  hub.database.transaction('upkeep', (transaction) =>
    transaction.change(`delete from plotline.versions where record_id in ('${ids.join("','")}')`),
  );

test('only the record that was sent last is lost: it is there again after the next start of the app', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 5; at += 1) ids.push(await ada.write(`plan ${at}`));
  await ada.exchange();
  await ada.exchange();
  ids.push(await ada.write('the last one'));
  await ada.exchange();
  expect(await keptThere()).toEqual([...ids].sort());

  await lose(ids.at(-1) ?? '');
  expect(await keptThere()).toHaveLength(5);
  await ada.exchange();
  expect(await keptThere()).toEqual([...ids].sort());
  expect(await ada.notReceived()).toEqual([]);

  // Listed by now, and lost together with the one before: the hub begins the list anew without a word.
  await ada.exchange();
  await lose(...ids.slice(-2));
  ids.push(await ada.write('written after that'));
  await ada.exchange();
  expect(await keptThere()).toEqual([...ids].sort());
});
