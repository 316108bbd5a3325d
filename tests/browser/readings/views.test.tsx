/** Stars laid over each other: those of before, and what somebody else said, named and side by side with one's own. */
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { reading, type Answer, type Relation } from '../../../src/features/readings/model/reading.ts';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { findBarriers } from '../../support/find-barriers.ts';
import { arrive, meet } from '../../support/others.ts';
import { saved } from '../../support/vault.ts';
import { waveSound } from '../../support/wave-sound.ts';

let shown: AssessStage;
afterEach(() => shown.clear());

const ids = ['assets', 'voice', 'responsibility', 'celebrating', 'support', 'benefits'];
const legend = page.getByRole('list', { name: 'What the lines mean' });
const here = () => ({ store: shown.store, environment: shown.phone.environment });

type Scores = readonly (number | null)[];

/** The answers, with a note on the second where there is one. */
function answersOf(scores: Scores, more: Partial<Answer> = {}): Answer[] {
  return ids.map((statement, at) => ({ statement, score: scores[at] ?? null, ...(at === 1 ? more : {}) }));
}

/** What the person said about themselves. */
async function ownReading(scores: Scores, occurredAt: string, more: Partial<Answer> = {}) {
  const body = {
    instrument: { id: 'engagement', version: 1 },
    relation: 'self',
    answers: answersOf(scores, more),
  };
  const id = shown.phone.newId();
  const subject = shown.phone.owner.personId;
  saved(await shown.store.write([{ do: 'create', id, kind: reading, subject, body, occurredAt }]));
  return id;
}

/** A view on the owner that arrives from somebody else's phone. */
async function viewBy(author: string, scores: Scores, relation: Relation = 'peer', note?: string) {
  const answers = answersOf(scores, note === undefined ? {} : { note });
  const { id } = await arrive(here(), {
    kind: reading,
    subject: shown.phone.owner.personId,
    author: { id: author, role: 'peer' },
    body: { instrument: { id: 'engagement', version: 1 }, relation, answers },
    occurredAt: '2026-03-12',
  });
  return id;
}

test('the page of what somebody else said shows their star', async () => {
  shown = await showAssess('/');
  const id = await viewBy(await meet(here(), 'Sam'), [6, 3, null, 2, 5, 1]);
  shown.go(`/reading/${id}`);
  const heading = page.getByRole('heading', { level: 1 });
  await expect.element(heading).toHaveTextContent(/^How Sam from the group sees it$/);
  // Browsers write down the titles of windows, where others can read them.
  expect(document.title).not.toContain('Sam');
  await expect.element(legend).toHaveTextContent(/How Sam from the group sees it, 12 March 2026/);
  await expect.element(page.getByRole('row', { name: /^Having an equal voice/ })).toHaveTextContent('3');
  expect(page.getByText('There are no numbers here yet.').elements()).toEqual([]);
});

test('two views of one day are told apart by name: in the legend, the table, and the sentence', async () => {
  shown = await showAssess('/');
  await ownReading([5, 5, 5, 5, 5, 5], '2026-03-10');
  await viewBy(await meet(here(), 'Sam'), [4, 4, 4, 4, 4, 4]);
  await viewBy(await meet(here(), 'Kim'), [4, 4, 4, 4, 4, 5], 'worker');
  shown.go('/star');
  for (const name of ['How Sam from the group sees it', 'How Kim, a worker, sees it']) {
    await expect.element(legend).toHaveTextContent(`${name}, 12 March 2026`);
    await expect.element(page.getByRole('columnheader', { name })).toBeInTheDocument();
    await expect
      .element(page.getByRole('img', { name: new RegExp(`${name}, 12 March 2026: `) }))
      .toBeVisible();
  }
});

test('whose name is not here is told by what they are', async () => {
  shown = await showAssess('/');
  await ownReading([5, 2, 5, 5, 5, 5], '2026-03-10');
  const id = await viewBy(shown.phone.newId(), [5, 4, 5, 5, 5, 5]);
  shown.go(`/reading/${id}`);
  const heading = page.getByRole('heading', { level: 1 });
  await expect.element(heading).toHaveTextContent(/^How somebody in the group sees it$/);
  shown.go('/star');
  await expect.element(legend).toHaveTextContent('How somebody in the group sees it, 12 March 2026');
  await expect.element(page.getByText(/^Somebody in the group said 4/)).toBeVisible();
});

test('where views lie two apart a talk is offered, with what each said', async () => {
  shown = await showAssess('/');
  const id = await ownReading([5, 5, 5, 5, null, 5], '2026-03-10');
  await viewBy(await meet(here(), 'Sam'), [5, 3, 4, 6, 1, null]);
  shown.go('/star');
  const card = page.getByRole('region', { name: 'Where you see it differently' });
  await expect.element(card).toHaveTextContent(/What does each of you see\? Nobody has to be right\./);
  await expect.element(card).toHaveTextContent('You said 5 Sam said 3 (12 March 2026)');
  expect(card.getByRole('link').elements()).toHaveLength(1);
  expect(await findBarriers(shown.host)).toEqual([]);
  await card.getByRole('link', { name: /^Equal voice/ }).click();
  await expect.poll(() => location.pathname).toBe(`/reading/${id}/talk/voice`);
});

test('an axis has the notes of all who said something to it, and leads to their stars', async () => {
  shown = await showAssess('/');
  const earlier = await ownReading([5, 3, 5, 5, 5, 5], '2026-01-10', { note: 'Nobody asked me.' });
  await ownReading([5, 4, 5, 5, 5, 5], '2026-03-10');
  const sam = await viewBy(
    await meet(here(), 'Sam'),
    [5, 5, 4, 6, 1, null],
    'peer',
    'Speaks in every meeting.',
  );
  shown.go('/star');
  await page
    .getByRole('list', { name: 'Open one statement' })
    .getByRole('button', { name: 'Equal voice' })
    .click();
  const dialog = page.getByRole('dialog');
  await expect
    .element(dialog)
    .toHaveTextContent(
      /How others see it.*How Sam from the group sees it, 12 March 2026.*5 of 6.*Speaks in every meeting\..*What you said before.*10 January 2026.*3 of 6.*Nobody asked me\./,
    );
  expect(await findBarriers(shown.host)).toEqual([]);
  const links = dialog
    .getByRole('link')
    .elements()
    .map((link) => link.getAttribute('href'));
  expect(links).toContain(`/reading/${earlier}`);
  expect(links).toContain(`/reading/${sam}`);
});

test('an earlier spoken note is opened when somebody asks for it, and plays at once', async () => {
  shown = await showAssess('/');
  const kept = await shown.store.keepAttachment(waveSound(2000), { type: 'audio/wav', ms: 2000 });
  if (kept.status !== 'kept') throw new Error(kept.status);
  await ownReading([5, 3, 5, 5, 5, 5], '2026-01-10', { voice: kept.ref });
  await ownReading([5, 4, 5, 5, 5, 5], '2026-03-10');
  const opened = vi.spyOn(shown.store, 'attachment');
  shown.go('/star');
  await page
    .getByRole('list', { name: 'Open one statement' })
    .getByRole('button', { name: 'Equal voice' })
    .click();
  const dialog = page.getByRole('dialog');
  const listen = dialog.getByRole('button', { name: 'Listen' });
  await expect.element(listen).toBeVisible();
  expect(opened).not.toHaveBeenCalled();
  await listen.click();
  await expect.element(dialog.getByRole('button', { name: 'Pause' })).toHaveFocus();
  expect(opened).toHaveBeenCalledTimes(1);
});

test('six lie under the newest at most; for another one, one is taken away first', async () => {
  shown = await showAssess('/');
  for (const month of ['01', '02', '03', '04']) await ownReading([1, 2, 3, 4, 5, 6], `2026-${month}-10`);
  for (const month of ['01', '02', '03', '04']) await ownReading([1, 2, 3, 4, 5, 6], `2026-${month}-20`);
  shown.go('/star');
  await page.getByText('Choose earlier stars').click();
  const star = (day: string) => page.getByRole('checkbox', { name: day });
  for (const day of ['20 February', '10 February', '20 January', '10 January'])
    await star(`${day} 2026`).click();
  await expect.element(page.getByText(/^6 at most: .* take one away first/)).toBeVisible();
  const drawn = legend.getByRole('listitem');
  expect(page.getByRole('checkbox', { checked: true }).elements()).toHaveLength(6);
  expect(drawn.elements()).toHaveLength(7);
  await expect.element(star('10 March 2026')).toBeDisabled();
  // Which are chosen is told by a mark, not by the colour alone.
  const markOf = (day: string) => star(day).element().parentElement?.querySelector('[data-type]');
  expect(getComputedStyle(markOf('10 January 2026') ?? document.body).color).not.toBe('rgba(0, 0, 0, 0)');
  expect(getComputedStyle(markOf('10 March 2026') ?? document.body).color).toBe('rgba(0, 0, 0, 0)');
  expect(markOf('10 January 2026')?.checkVisibility()).toBe(true);
  await star('10 January 2026').click();
  await star('10 March 2026').click();
  await expect.element(star('10 January 2026')).toBeDisabled();
});
