/** The address of a finished self-assessment, come back to later: "It is safe" is only said of what is there, to whose it is. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { erase, withdraw } from '../../../src/core/record-commands.ts';
import type { Version } from '../../../src/core/version.ts';
import { reading, type ReadingBody } from '../../../src/features/readings/model/reading.ts';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { answerAll, button, title } from '../../support/assess-words.ts';
import { arrive } from '../../support/others.ts';
import { saved } from '../../support/vault.ts';

let shown: AssessStage;
afterEach(() => shown.clear());

const safe = page.getByText('It is safe on this phone.');
const here = () => location.pathname + location.search;
const body: ReadingBody = {
  instrument: { id: 'engagement', version: 1 },
  relation: 'self',
  answers: [{ statement: 'voice', score: 2 }],
};

async function finish(): Promise<string> {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
  return new URLSearchParams(location.search).get('done') ?? '';
}

async function seeStar(): Promise<void> {
  await page.getByRole('link', { name: 'See my star' }).click();
  await expect.element(title('My star')).toBeVisible();
}

/** Goes there, and gives what stood on the page until it was at the beginning of a new one; each title once. */
async function titlesUntilStart(go: () => void): Promise<Set<string>> {
  const titles = new Set<string>();
  const seen = new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll('h1, [role=status]')) titles.add(textContent);
  });
  seen.observe(document.body, { subtree: true, childList: true, characterData: true });
  go();
  await expect.element(button('Start')).toBeVisible();
  seen.disconnect();
  return titles;
}

/** A reading of somebody else's, or about somebody else, that is on this phone. */
async function foreign(of: Partial<Record<'subject' | 'author', string>>): Promise<string> {
  const { owner, newId } = shown.phone;
  const { subject = owner.personId, author = owner.personId } = of;
  const made = { id: newId(), kind: reading, subject, author: { id: author, role: owner.role }, body };
  return (await arrive({ store: shown.store, environment: shown.phone.environment }, made)).id;
}

test('come back to from the star, it is said again', async () => {
  await finish();
  await seeStar();
  history.back();
  await expect.element(title('Your star is ready')).toBeVisible();
  await expect.element(safe).toBeVisible();
  await expect.element(page.getByText('Only you see this')).toBeVisible();
});

const takenOut: [string, (version: Version) => Promise<unknown>][] = [
  ['erased', ({ id }) => erase(shown.store, id)],
  ['taken out of the story', (version) => withdraw(shown.store, version, reading)],
];
test.each(takenOut)('come back to once it is %s, it is the beginning of a new one', async (_how, takeOut) => {
  const id = await finish();
  await seeStar();
  const found = await shown.store.get(id);
  if (found?.status !== 'ok') throw new Error('it is not there');
  await takeOut(found.version);
  const titles = await titlesUntilStart(() => history.back());
  expect([...titles].join()).not.toMatch(/ready|safe/);
  expect(here()).toBe('/assess');
});

test('erased in another window while it says so, it says so no longer', async () => {
  const id = await finish();
  await expect.element(safe).toBeVisible();
  saved(await erase(shown.store, id));
  await expect.element(button('Start')).toBeVisible();
  expect(here()).toBe('/assess');
});

test('somebody else on the same phone, with a vault of their own, is told nothing of it', async () => {
  const id = await finish();
  shown.clear();
  shown = await showAssess('/');
  const titles = await titlesUntilStart(() => shown.go(`/assess?done=${id}`));
  expect([...titles].join()).not.toMatch(/ready|safe/);
  expect(here()).toBe('/assess');
});

test.each(['author', 'subject'] as const)('nor who has it from others, as another %s’s', async (whose) => {
  shown = await showAssess('/');
  const id = await foreign({ [whose]: shown.phone.newId() });
  const titles = await titlesUntilStart(() => shown.go(`/assess?done=${id}`));
  expect([...titles].join()).not.toMatch(/ready|safe/);
  expect(here()).toBe('/assess');
});
