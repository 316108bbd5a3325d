/** My story, on a real vault: everything in order, filtered, searched, and found again where one was. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import type { ListQuery } from '../../../src/core/store.ts';
import { saved } from '../../support/vault.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { growStory } from '../../support/garden-story.ts';
import { realVault, showStory, type StoryStage } from '../../support/story-stage.tsx';

let real: Awaited<ReturnType<typeof realVault>>;
let stage: StoryStage | undefined;

beforeEach(async () => {
  real = await realVault();
});
afterEach(async () => {
  stage?.clear();
  stage = undefined;
  await page.viewport(360, 640);
});

const cards = () => document.querySelectorAll('main section ol a');
const search = () => page.getByRole('searchbox', { name: 'Search in my story' });

async function write(words: string[]): Promise<void> {
  const subject = real.test.owner.personId;
  const changes = words.map((text) => {
    real.test.environment.time += 1000;
    const body = { words: text, photos: [], talk: false };
    const occurredAt = new Date(real.test.environment.time).toISOString();
    return { do: 'create' as const, id: real.test.newId(), kind: reflection, subject, body, occurredAt };
  });
  saved(await real.vault.write(changes));
}

test('forty entries: newest first, under months and days, with more on request', async () => {
  await growStory(real);
  stage = await showStory(real, '/story');
  await expect.poll(() => cards().length).toBe(30);
  expect(page.getByRole('heading', { level: 2 }).elements()[0]?.textContent).toBe('June 2026');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => cards().length).toBe(40);
  await expect.element(page.getByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
});

test('a new entry appears by itself', async () => {
  await write(['the first']);
  stage = await showStory(real, '/story');
  await expect.element(page.getByText('the first')).toBeVisible();
  await write(['the second']);
  await expect.element(page.getByText('the second')).toBeVisible();
});

test('home shows the latest three, each leading to its own page', async () => {
  const ids = await growStory(real, 8);
  stage = await showStory(real, '/');
  const rows = page.getByRole('listitem').getByRole('link');
  await expect
    .poll(() => rows.elements().map((row) => row.getAttribute('href')))
    .toEqual([`/reflection/${ids[7]}`, `/reflection/${ids[6]}`, `/reflection/${ids[5]}`]);
  await page.getByRole('link', { name: 'All of my story' }).click();
  await expect.poll(() => cards().length).toBe(8);
});

test('home says of what is shared, and of nothing else, how far it has come', async () => {
  await write(['for me alone']);
  const body = { words: 'for all of us', photos: [], talk: false };
  const subject = real.test.owner.personId;
  const shared = { id: real.test.newId(), kind: reflection, subject, body, audience: 'team' as const };
  saved(await real.vault.write([{ do: 'create', ...shared }]));
  stage = await showStory(real, '/');
  await expect.element(page.getByRole('link', { name: /for all of us.*On this phone/ })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: /for me alone/ }))
    .not.toHaveTextContent(/On this phone/);
});

test('only the kinds that were chosen', async () => {
  await growStory(real);
  stage = await showStory(real, '/story');
  await expect.poll(() => cards().length).toBe(30);
  await page.getByText('Choose what to see').click();
  await page.getByRole('checkbox', { name: 'What I bring' }).click({ force: true });
  await expect.poll(() => cards().length).toBe(5);
  expect([...cards()].every((card) => card.getAttribute('href')?.startsWith('/asset/'))).toBe(true);
});

test('searching finds it without the accent, says how many, and says when there is nothing', async () => {
  await write(['Grün überall', 'Regen', 'alles grünt']);
  stage = await showStory(real, '/story');
  await expect.poll(() => cards().length).toBe(3);
  await search().fill('GRUN');
  await expect.poll(() => cards().length).toBe(2);
  await expect.element(page.getByText('2 found')).toBeVisible();
  await search().fill('Schnee');
  await expect.element(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('button', { name: 'Show the whole story' }).click();
  await expect.poll(() => cards().length).toBe(3);
});

test('coming back from an entry finds the same place, the same search, the same length', async () => {
  await growStory(real);
  stage = await showStory(real, '/story');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => cards().length).toBe(40);
  const card = cards()[34];
  card?.scrollIntoView({ block: 'center' });
  const before = Math.round(window.scrollY);
  expect(before).toBeGreaterThan(2000);
  if (card instanceof HTMLElement) card.click();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect.poll(() => cards().length).toBe(40);
  await expect.poll(() => Math.abs(window.scrollY - before)).toBeLessThan(3);
});

test('five thousand entries are searched while one types, few at a time, so that the page never stands still', async () => {
  for (let batch = 0; batch < 50; batch++) {
    await write(Array.from({ length: 100 }, (_, at) => `day ${batch * 100 + at} in the garden`));
  }
  // Each comes from the database, and so is a turn of its own; the rest of it: tests/unit/features/story/search-in-turns.
  const inOneGo: number[] = [];
  const list = async (query: ListQuery) => {
    const read = await real.vault.list(query);
    inOneGo.push(read.items.length);
    return read;
  };
  stage = await showStory({ ...real, vault: { ...real.vault, list } }, '/story');
  await expect.poll(() => cards().length).toBe(30);
  await search().click();
  await userEvent.keyboard('day 7');
  await expect.element(page.getByText('The newest 30 are shown.', { exact: false })).toBeVisible();
  await search().fill('day 7 garden 1777');
  await expect.poll(() => cards().length).toBe(1);
  expect(Math.max(...inOneGo)).toBeLessThanOrEqual(100);
  expect(inOneGo.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5000);
});

describe.each(['light', 'dark', 'sun'])('in the %s theme', (theme) => {
  test('axe finds nothing wrong with the story, an entry and its history', async () => {
    document.documentElement.dataset['theme'] = theme;
    const ids = await growStory(real, 12);
    stage = await showStory(real, '/story');
    await expect.poll(() => cards().length).toBe(12);
    await page.getByText('Choose what to see').click();
    expect(await findBarriers(stage.host)).toEqual([]);
    stage.go(`/reflection/${ids[5]}`);
    await expect.element(page.getByText('Who can see it')).toBeVisible();
    expect(await findBarriers(stage.host)).toEqual([]);
    await page.getByRole('button', { name: 'Erase it for good' }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await findBarriers(stage.host)).toEqual([]);
    await page.getByRole('button', { name: 'Keep it' }).click();
    stage.go(`/record/${ids[5]}/history`);
    await expect.element(page.getByText('Written down for the first time.')).toBeVisible();
    expect(await findBarriers(stage.host)).toEqual([]);
  });
});

test.each([
  [320, '100%'],
  [360, '200%'],
  [1280, '100%'],
])('nothing sticks out at %i px with text at %s', async (width, size) => {
  await page.viewport(width, 640);
  document.documentElement.style.fontSize = size;
  const ids = await growStory(real, 12);
  stage = await showStory(real, '/story', 'de');
  await expect.poll(() => cards().length).toBe(12);
  const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const story = overhang();
  stage.go(`/asset/${ids[4]}`);
  await expect.element(page.getByText('Wer das sehen kann')).toBeVisible();
  const entry = overhang();
  document.documentElement.style.fontSize = '';
  expect({ story, entry }).toEqual({ story: 0, entry: 0 });
});
