/** Filling in the self-assessment as a person does: by tapping, by keys, with interruptions, in two languages. */
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import { assessKey } from '../../../src/features/readings/data.ts';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { fakeSpeech } from '../../support/capture-stage.tsx';
import { answerAll, button, leaveOut, score, statements, title } from '../../support/assess-words.ts';

let shown: AssessStage;
afterEach(() => {
  shown.clear();
  vi.restoreAllMocks();
});

const draft = () => shown.store.draft(assessKey(shown.store));

test('from the first statement to the star', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  await expect
    .element(page.getByRole('button', { name: /^Sharing responsibility/ }))
    .toHaveTextContent('Left out');
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toHaveFocus();
  await expect.element(page.getByText('It is safe on this phone.')).toBeVisible();
  expect(await draft()).toBeNull();
  await page.getByRole('link', { name: 'See my star' }).click();
  await expect.element(title('My star')).toBeVisible();
  const row = page.getByRole('row', { name: /^Sharing responsibility/ });
  await expect.element(row).toHaveTextContent('not answered');
  // A gap is a gap: nothing is drawn or written as 0, nothing is put together.
  await expect
    .element(page.getByRole('img', { name: /Not answered: Sharing responsibility/ }))
    .toBeInTheDocument();
  expect(page.getByRole('table').element().textContent).not.toMatch(/\b0\b|average|total/i);
});

test('nobody shares unawares: who will see it is said beside Finish, and once finished, with the way to change it', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  await expect.element(page.getByText('Only you see this')).toBeInViewport();
  await page.getByRole('radio', { name: /^My garden team/ }).click();
  await expect.element(page.getByText('Your garden team may see this')).toBeInViewport();
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toHaveFocus();
  await expect.element(page.getByText('Your garden team may see this')).toBeInViewport();
  await button('Make it mine alone again').click();
  await expect.element(page.getByText('Only you see this')).toBeVisible();
});

test('by ear: what is asked, how to leave one out, all six answers, who may see it, that it is safe', async () => {
  const { speech, said } = fakeSpeech('en');
  shown = await showAssess('/assess', { device: { speech } });
  const hear = async (place: Locator) => {
    await place.getByRole('button', { name: 'Read aloud', exact: true }).first().click();
    return said.at(-1)?.text ?? '';
  };
  const screen = page.getByRole('main');
  expect(await hear(screen)).toMatch(/right or wrong/);
  await button('Start').click();
  await expect.element(title('Building on assets')).toBeVisible();
  expect(await hear(screen)).toMatch(/^Building on assets\. .*Which is closest to how it is for you\?$/);
  await page.getByRole('button', { name: 'Read aloud' }).last().click();
  expect(said.at(-1)?.text).toBe('Leave this one out. That is fine. Your star has a gap there.');
  await answerAll([5, 2, null, 4, 3, 6]);
  expect(await hear(screen)).toMatch(
    /Building on assets: 5 of 6, Excellent\..*Sharing responsibility: Left out\..*benefits: 6 of 6, Excellent\.$/,
  );
  expect(await hear(page.getByRole('group', { name: 'Who can see it' }))).toMatch(/Only me/);
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toHaveFocus();
  expect(await hear(screen)).toMatch(/It is safe on this phone\..*See my star\.$/);
});

test('by keyboard alone', async () => {
  shown = await showAssess('/assess');
  const tabTo = async (name: string) => {
    for (let at = 0; at < 30; at += 1) {
      const here = document.activeElement;
      if (here?.matches('a, button') && here.textContent.includes(name)) return;
      await userEvent.tab();
    }
    throw new Error(`no way to ${name} by Tab`);
  };
  await tabTo('Start');
  await userEvent.keyboard('{Enter}');
  for (const statement of statements) {
    await expect.element(title(statement)).toHaveFocus();
    while (!document.activeElement?.matches('[type=radio]')) await userEvent.tab();
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}');
    await expect.element(score(3)).toBeChecked();
    await tabTo(statement === statements[5] ? 'Look it over' : 'Next');
    await userEvent.keyboard('{Enter}');
  }
  await expect.element(title('Look it over')).toHaveFocus();
  await tabTo('Finish');
  await userEvent.keyboard('{Enter}');
  await expect.element(title('Your star is ready')).toHaveFocus();
});

test('closed in the middle, every tap and the note are there, and it carries on where it was left', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await score(5).click();
  await page.getByText('Add a note').click();
  await page
    .getByRole('textbox', { name: 'What would you like to say about it?' })
    .fill('We built the shed.');
  await button('Next').click();
  await leaveOut.click();
  await expect
    .poll(async () => (await draft())?.value)
    .toMatchObject({
      answers: [
        { statement: 'assets', score: 5, note: 'We built the shed.' },
        { statement: 'voice', score: 'left-out' },
        { statement: 'responsibility' },
        ...['celebrating', 'support', 'benefits'].map((statement) => ({ statement })),
      ],
    });
  history.replaceState(null, '', '/assess');
  await shown.comeBack();
  await expect.element(page.getByText(/You have been through 2 of 6/)).toBeVisible();
  await button('Carry on').click();
  await expect.element(title('Sharing responsibility')).toBeVisible();
  await button('Back').click();
  await expect.element(title('Having an equal voice')).toBeVisible();
  await expect.element(leaveOut).toBeChecked();
  await button('Back').click();
  await expect.element(page.getByRole('textbox')).toHaveValue('We built the shed.');
});

test('starting again asks once, and keeps everything when the answer is no', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await score(5).click();
  await expect.poll(draft).not.toBeNull();
  history.replaceState(null, '', '/assess');
  await shown.comeBack();
  await button('Start again').click();
  await button('Keep it').click();
  expect(await draft()).not.toBeNull();
  await button('Start again').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start again' }).click();
  await expect.element(button('Start')).toBeVisible();
  expect(await draft()).toBeNull();
});

test("the phone's own way back goes one statement back, not out of the form", async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await score(4).click();
  await button('Next').click();
  await expect.element(title('Having an equal voice')).toBeVisible();
  history.back();
  await expect.element(title('Building on assets')).toBeVisible();
  await expect.element(score(4)).toBeChecked();
});

test('an answer is changed from the overview, and one is back at the overview', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 5, 5, 5, 5, 5]);
  await page.getByRole('button', { name: /^Mutual support/ }).click();
  await expect.element(title('Encouraging mutual support')).toBeVisible();
  await score(1).click();
  await button('Back to all answers').click();
  await expect
    .element(page.getByRole('button', { name: /^Mutual support/ }))
    .toHaveTextContent('1 of 6 · Basic');
});

test('another language in the middle keeps the draft, the place, and speaks anew', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await score(5).click();
  await page.getByText('Add a note').click();
  await page.getByRole('textbox').fill('Mir hunn et gebaut.');
  await shown.text.switchTo('de');
  await expect.element(title('Auf den Stärken aller aufbauen')).toBeVisible();
  await expect.element(page.getByRole('radio', { name: /^5, Ausgezeichnet/ })).toBeChecked();
  await expect.element(page.getByRole('textbox')).toHaveValue('Mir hunn et gebaut.');
});
