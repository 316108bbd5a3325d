/** The star and what it gives: words behind each axis, earlier stars, talks, and what comes of them. */
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { RecordKind } from '../../../src/core/define-record.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { talkKey } from '../../../src/features/conversations/data.ts';
import { reading, type Answer } from '../../../src/features/readings/model/reading.ts';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { findBarriers } from '../../support/find-barriers.ts';
import { saved } from '../../support/vault.ts';

let shown: AssessStage;
afterEach(() => shown.clear());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const axis = (name: string) =>
  page.getByRole('list', { name: 'Open one statement' }).getByRole('button', { name });
const dialog = page.getByRole('dialog');
const ids = ['assets', 'voice', 'responsibility', 'celebrating', 'support', 'benefits'];

/** What axe finds on the screen and in its dialog; a toast that fades in over it is none of their own. */
function barriers(): Promise<string[]> {
  return findBarriers(shown.host.querySelector('main') ?? shown.host);
}

async function create(kind: RecordKind, body: unknown, occurredAt: string): Promise<string> {
  const id = shown.phone.newId();
  const subject = shown.phone.owner.personId;
  saved(await shown.store.write([{ do: 'create', id, kind, subject, body, occurredAt, audience: 'me' }]));
  return id;
}

function readingOf(scores: readonly (number | null)[], occurredAt: string, note?: string): Promise<string> {
  const answers: Answer[] = ids.map((statement, at) => ({
    statement,
    score: scores[at] ?? null,
    ...(note && at === 1 ? { note } : {}),
  }));
  const body = { instrument: { id: 'engagement', version: 1 }, relation: 'self', answers };
  return create(reading, body, occurredAt);
}

test('an axis opens its words, number, note, what it was before in time order, and a start for a talk', async () => {
  shown = await showAssess('/');
  await readingOf([1, 3, 2, 2, 2, 2], '2026-01-10');
  await readingOf([1, 4, 2, 2, 2, 2], '2026-02-10');
  await readingOf([5, 2, null, 4, 3, 6], '2026-03-10', 'They decide first.');
  shown.go('/star');
  await axis('Equal voice').click();
  await expect.element(dialog.getByRole('heading', { name: 'Having an equal voice' })).toBeVisible();
  await expect.element(dialog).toHaveTextContent(/2 of 6 · Basic.*little say.*They decide first\./);
  await expect
    .element(dialog)
    .toHaveTextContent(/What you said before.*10 January 2026.*3 of 6.*10 February 2026.*4 of 6/);
  await expect.element(dialog).toHaveTextContent(/Where would you like more of a say\?/);
  const talk = dialog.getByRole('link', { name: 'Talk about it' });
  await expect.element(talk).toBeVisible();
  expect(await barriers()).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await axis('Sharing responsibility').click();
  await expect.element(dialog).toHaveTextContent(/Not answered.*You left this one out\. That is fine\./);
  expect(talk.elements()).toEqual([]);
});

test('what works comes before what could be different, each in the order of the statements', async () => {
  shown = await showAssess('/');
  await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
  shown.go('/star');
  await expect.element(page.getByRole('heading', { name: 'What works well' })).toBeVisible();
  const talks = page.getByRole('link', { name: /Talk about it/ }).elements();
  expect(talks.map((link) => link.getAttribute('href')?.split('/').at(-1))).toEqual([
    'assets',
    'celebrating',
    'benefits',
    'voice',
    'support',
  ]);
});

test('earlier stars lie under the newest, and which ones can be chosen', async () => {
  shown = await showAssess('/');
  for (const month of ['01', '02', '03', '04']) await readingOf([1, 2, 3, 4, 5, 6], `2026-${month}-10`);
  shown.go('/star');
  const legend = page.getByRole('list', { name: 'What the lines mean' });
  await expect
    .element(legend)
    .toHaveTextContent(/This time, 10 April 2026.*10 March 2026.*10 February 2026$/);
  await page.getByText('Choose earlier stars').click();
  await page.getByRole('checkbox', { name: '10 January 2026' }).click();
  await page.getByRole('checkbox', { name: '10 March 2026' }).click();
  await expect.element(legend).toHaveTextContent(/10 April 2026.*10 February 2026.*10 January 2026$/);
});

test('the page of an older star shows it as it stood then', async () => {
  shown = await showAssess('/');
  const first = await readingOf([1, 2, 3, 4, 5, 6], '2026-01-10');
  await readingOf([6, 6, 6, 6, 6, 6], '2026-02-10');
  shown.go(`/reading/${first}`);
  const legend = page.getByRole('list', { name: 'What the lines mean' });
  await expect.element(legend).toHaveTextContent(/^This time, 10 January 2026$/);
});

test('the star is saved as a picture, and says where it went', async () => {
  const saveFile = vi.fn(async (_file: File) => 'downloaded' as const);
  shown = await showAssess('/', { device: { saveFile } });
  await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
  shown.go('/star');
  await button('Save as picture').click();
  await expect.element(page.getByText('The picture is in your downloads.').first()).toBeVisible();
  const [file] = saveFile.mock.calls[0] ?? [];
  expect(file).toMatchObject({ name: 'plotline-star-2026-03-10.png', type: 'image/png' });
});

test('a reading made with statements nobody here knows is still shown, answer by answer', async () => {
  shown = await showAssess('/');
  const body = {
    instrument: { id: 'orchard', version: 2 },
    relation: 'self',
    answers: [{ statement: 'soil-care', score: 3, note: 'Pruning' }],
  };
  const id = await create(reading, body, '2026-03-10');
  shown.go(`/reading/${id}`);
  await expect.element(page.getByText(/statements that this Plotline does not know/)).toBeVisible();
  await expect.element(page.getByRole('term').first()).toHaveTextContent(/^Soil care$/);
  await expect.element(page.getByText('3 of 6')).toBeVisible();
  await expect.element(page.getByText('Pruning')).toBeVisible();
});

test('correcting an answer makes a new version; the old one is in its history', async () => {
  shown = await showAssess('/');
  const id = await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
  shown.go(`/reading/${id}/edit`);
  await page.getByRole('button', { name: /^Equal voice/ }).click();
  await page.getByRole('radio', { name: /^4, / }).click();
  await button('Back to all answers').click();
  await button('Save the change').click();
  await expect.element(title('My star')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /^Having an equal voice/ })).toHaveTextContent('4');
  expect(await shown.store.history(id)).toHaveLength(2);
  expect(await shown.store.get(id)).toMatchObject({ version: { occurredAt: '2026-03-10' } });
  expect(await shown.store.draft(`edit-reading:${id}`)).toBeNull();
});

test('looking at the correction without changing anything leaves no draft', async () => {
  shown = await showAssess('/');
  const id = await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
  shown.go(`/reading/${id}/edit`);
  await expect.element(title('Look it over')).toBeVisible();
  shown.go('/');
  await expect.element(title('Start')).toBeVisible();
  expect(await shown.store.draft(`edit-reading:${id}`)).toBeNull();
});

test('a low score asks for three causes; what the project takes on, it owes an answer to', async () => {
  shown = await showAssess('/');
  const id = await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
  shown.go(`/reading/${id}/talk/voice`);
  const causes = page.getByRole('group', { name: /Is it me, how the project is run, or the chances I get/ });
  await expect.element(causes.getByRole('checkbox', { name: 'Me' })).toBeVisible();
  await causes.getByRole('checkbox', { name: 'How the project is run' }).click();
  await page
    .getByRole('textbox', { name: 'What do you see behind it?' })
    .fill('The plan is made without us.');
  await page.getByRole('radio', { name: 'Yes, something to do' }).click();
  await expect.element(page.getByRole('radio', { name: 'The project' })).toBeChecked();
  await button('Save the talk').click();
  await expect.element(page.getByText('Say in a few words what will be done.')).toBeVisible();
  await page.getByRole('textbox', { name: 'What will be done?' }).fill('Plan the beds together');
  await expect.element(page.getByText(/The project only sees this when you share it/)).toBeVisible();
  expect(await barriers()).toEqual([]);
  await button('Save the talk').click();
  await expect.element(title('A talk about what could be different')).toBeVisible();
  const row = page.getByRole('link', { name: /Plan the beds together/ });
  // Nobody was asked while only its writer sees it.
  await expect.element(row).toHaveTextContent(/The project does not see this yet/);
  await expect.element(row).not.toHaveTextContent(/owes/);
  expect(await barriers()).toEqual([]);

  shown.go('/');
  await expect.element(row).toHaveTextContent(/The project does not see this yet/);
  await row.click();
  await expect.element(page.getByRole('link', { name: 'Write down the answer' })).toBeVisible();
  expect(page.getByText(/It was asked on/).elements()).toEqual([]);
  await button('Share it with my garden team').click();
  await expect.element(dialog).toHaveTextContent(/support workers, trainers and assessors/);
  await dialog.getByRole('button', { name: 'Share it' }).click();
  await expect.element(page.getByText(/It was asked on 1 May 2026/)).toBeVisible();
  shown.go('/');
  await expect.element(row).toHaveTextContent(/The project has owed you an answer since 1 May 2026/);
  await row.click();
  // Let go of before there is an answer, it is owed all the same.
  await page.getByRole('link', { name: 'Tell how it went' }).click();
  await page.getByRole('radio', { name: 'Let go' }).click();
  await button('Save').click();
  await expect.element(page.getByRole('heading', { name: 'The project still owes an answer' })).toBeVisible();
  await page.getByRole('link', { name: 'Write down the answer' }).click();
  await page.getByRole('textbox', { name: 'What did they say?' }).fill('From Tuesday on, we plan together.');
  await button('Save').click();
  await expect.element(page.getByText('From Tuesday on, we plan together.')).toBeVisible();
  expect(page.getByText('The project still owes an answer').elements()).toEqual([]);
  await button('It is still open').click();
  await page.getByRole('link', { name: 'Tell how it went' }).click();
  await button('Save').click();
  await expect.element(page.getByText('Tap one of the four.')).toBeVisible();
  await page.getByRole('radio', { name: 'Let go' }).click();
  await button('Save').click();
  await expect.element(button('It is still open')).toBeVisible();
  expect(await barriers()).toEqual([]);
});

test('a high score asks what worked, and not for causes', async () => {
  shown = await showAssess('/');
  const id = await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
  shown.go(`/reading/${id}/talk/assets`);
  await page
    .getByRole('textbox', { name: 'What worked? How do we do more of it?' })
    .fill('I showed the others how to graft.');
  expect(page.getByRole('checkbox').elements()).toEqual([]);
  await page.getByRole('radio', { name: 'Not now' }).click();
  await button('Save the talk').click();
  await expect.element(page.getByText('Nothing to do for now.')).toBeVisible();
});

test('a talk closed in the middle comes back whole; saving nothing is not a talk', async () => {
  shown = await showAssess('/');
  const id = await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
  shown.go(`/reading/${id}/talk/voice`);
  await button('Save the talk').click();
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'Say or tap something first' }))
    .toBeVisible();
  await page.getByRole('textbox', { name: 'What do you see behind it?' }).fill('Half a thou');
  await expect
    .poll(() => shown.store.draft(talkKey(id, 'voice')))
    .toMatchObject({ value: { words: 'Half a thou' } });
  await shown.comeBack();
  await expect.element(page.getByText(/It is all still there/)).toBeVisible();
  await expect
    .element(page.getByRole('textbox', { name: 'What do you see behind it?' }))
    .toHaveValue('Half a thou');
});

test('what was left out gives nothing to talk about', async () => {
  shown = await showAssess('/');
  const id = await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
  shown.go(`/reading/${id}/talk/responsibility`);
  await expect.element(page.getByText(/There is nothing to talk about here yet/)).toBeVisible();
});

test('a day that is over is told in words, without alarm', async () => {
  shown = await showAssess('/');
  await create(action, { what: 'Mend the gate', owner: 'me', by: '2026-04-20', causes: [] }, '2026-04-01');
  shown.go('/actions');
  const row = page.getByRole('link', { name: /Mend the gate/ });
  await expect.element(row).toHaveTextContent('was meant for 20 April 2026');
  await row.click();
  await expect.element(page.getByText(/This was meant for 20 April 2026\. How did it go\?/)).toBeVisible();
});

test('something to do is written down by itself, changed, and keeps its history', async () => {
  shown = await showAssess('/actions/add');
  await page.getByRole('textbox', { name: 'What will be done?' }).fill('Ask about gloves');
  await page.getByRole('radio', { name: 'Somebody else' }).click();
  await button('In a week').click();
  await button('Save').click();
  await expect.element(page.getByText('Give a name, or what this person does.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Who is it?' }).fill('Maria');
  await button('Save').click();
  await expect.element(title('Ask about gloves')).toBeVisible();
  await expect.element(page.getByText('8 May 2026')).toBeVisible();
  await page.getByRole('link', { name: /Change it/ }).click();
  await page.getByRole('textbox', { name: 'What will be done?' }).fill('Ask about small gloves');
  await button('Save').click();
  await expect.element(title('Ask about small gloves')).toBeVisible();
  await page.getByRole('link', { name: /What it was before/ }).click();
  await expect.element(page.getByText('Ask about gloves', { exact: true }).first()).toBeInTheDocument();
});

test.each(['light', 'dark', 'sun'])(
  'no barriers in the %s theme: star, its record, actions, start',
  async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    shown = await showAssess('/');
    await readingOf([1, 2, 3, 4, 5, 6], '2026-01-10');
    const id = await readingOf([5, 2, null, 4, 3, 6], '2026-03-10');
    await create(action, { what: 'Plan together', owner: 'project', causes: [] }, '2026-04-01');
    await expect.element(page.getByRole('link', { name: /Plan together/ })).toBeVisible();
    expect(await barriers()).toEqual([]);
    for (const path of ['/star', `/reading/${id}`, `/reading/${id}/talk/voice`, '/actions', '/actions/add']) {
      shown.go(path);
      await expect.poll(() => location.pathname).toBe(path);
      await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
      await expect.poll(() => shown.host.querySelector('[class*="loading"]')).toBeNull();
      expect(await barriers()).toEqual([]);
    }
  },
);
