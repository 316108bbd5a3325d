/** What somebody else said about a person: seen, named, and laid side by side with what the person said. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { reading, type Relation } from '../../../src/features/readings/model/reading.ts';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { arrive, meet } from '../../support/others.ts';

let shown: AssessStage;
afterEach(() => shown.clear());

const ids = ['assets', 'voice', 'responsibility', 'celebrating', 'support', 'benefits'];
const legend = page.getByRole('list', { name: 'What the lines mean' });
const here = () => ({ store: shown.store, environment: shown.phone.environment });

/** A view on the owner that arrives from somebody else's phone. */
async function viewBy(author: string, scores: readonly (number | null)[], relation: Relation = 'peer') {
  const answers = ids.map((statement, at) => ({ statement, score: scores[at] ?? null }));
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
  await expect.element(legend).toHaveTextContent(/How somebody in the group sees it.*12 March 2026/);
  await expect.element(page.getByRole('row', { name: /^Having an equal voice/ })).toHaveTextContent('3');
  expect(page.getByText('There are no numbers here yet.').elements()).toEqual([]);
});
