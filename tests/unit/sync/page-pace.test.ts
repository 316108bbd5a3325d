/** How much is asked for at a time: more on a good line, and little enough to get through on a bad one. */
import { expect, test } from 'vitest';
import { createPagePace } from '../../../src/sync/client/page-pace.ts';
import { digestOf, keyOf } from '../../../src/sync/protocol/wire.ts';
import { connected, stored, wireOf } from '../../support/listing.ts';
import { createMemoryEndpoint, cutLine } from '../../support/memory-endpoint.ts';
import { plainProfile } from '../../support/plain-profile.ts';
import { json } from '../../support/scripted-fetch.ts';
import { openPhone, records } from '../../support/sync-stage.ts';

test('more after quick pages, up to 500; less after slow ones and failures, down to 20', () => {
  const pace = createPagePace();
  expect(pace.versions).toBe(100);
  for (let times = 0; times < 5; times += 1) pace.took(200);
  expect(pace.versions).toBe(500);
  pace.took(5000);
  expect(pace.versions).toBe(500);
  pace.took(20_000);
  expect(pace.versions).toBe(250);
  for (let times = 0; times < 20; times += 1) pace.failed();
  expect(pace.versions).toBe(20);
  // What failed is not tried again at once, and is after a while.
  for (let times = 0; times < 9; times += 1) pace.took(200);
  expect(pace.versions).toBe(20);
  pace.took(200);
  expect(pace.versions).toBe(40);
});

test('a line that cuts every long answer: the pages become small enough, and everything comes', async () => {
  const endpoint = createMemoryEndpoint({ page: 1000 });
  for (const version of records(60)) {
    endpoint.kept.set(keyOf(version), { version, digest: await digestOf(version) });
  }
  endpoint.meddle = (request) =>
    request.ask === 'list' && request.most > 20 ? { when: 'after', answer: cutLine } : null;
  const phone = await openPhone(endpoint);
  let rounds = 0;
  while ((await phone.round()).end !== 'done') rounds += 1;
  expect([phone.store.versions.size, rounds]).toEqual([60, 3]);
});

test('only where a cursor says where one stands is the size of a page chosen, and never more than the profile has', async () => {
  const sizes: (string | null)[] = [];
  const { endpoint } = connected(
    {
      ...plainProfile,
      pull: {
        by: 'cursor',
        method: 'GET',
        start: '/versions?n={limit}',
        path: '/versions?n={limit}&after={cursor}',
        items: '/items',
        document: '',
        cursor: '/next',
        more: '/more',
        limit: 10,
      },
    },
    ({ path }) => {
      sizes.push(new URL(path, 'https://plain.example').searchParams.get('n'));
      return json({ items: [], next: 'x', more: false });
    },
  );
  await endpoint.list(null, 7);
  await endpoint.list(null, 400);
  await endpoint.list(null);
  expect(sizes).toEqual(['7', '10', '10']);
  const paged = connected(
    {
      ...plainProfile,
      pull: {
        by: 'position',
        method: 'GET',
        path: '/v?from={offset}&n={limit}',
        items: '/items',
        document: '',
        limit: 10,
      },
    },
    async ({ path }) => {
      sizes.push(new URL(path, 'https://plain.example').searchParams.get('n'));
      return json({ items: [stored(await wireOf(1))] });
    },
  );
  await paged.endpoint.list(null, 7);
  expect(sizes.at(-1)).toBe('10');
});
