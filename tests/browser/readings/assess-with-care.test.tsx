/** The self-assessment where it needs care: heard and spoken, a full phone, another version, every theme, large text. */
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { assessKey } from '../../../src/features/readings/data.ts';
import { fakeSpeech } from '../../support/capture-stage.tsx';
import { showAssess, type AssessStage } from '../../support/assess-stage.tsx';
import { answerAll, button, score, title } from '../../support/assess-words.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { fillPhone } from '../../support/full-phone.ts';
import { waveSound } from '../../support/wave-sound.ts';

let shown: AssessStage;
afterEach(() => {
  shown.clear();
  vi.restoreAllMocks();
});

const draft = () => shown.store.draft(assessKey(shown.store));

test('the statement and each of its levels are read aloud, in the language shown', async () => {
  const voice = fakeSpeech('en', 'de');
  shown = await showAssess('/assess', { device: { speech: voice.speech } });
  await expect.element(page.getByText('You can listen to all of them.')).toBeVisible();
  await button('Start').click();
  await expect.element(title('Building on assets')).toBeVisible();
  await shown.text.switchTo('de');
  const speakers = page.getByRole('button', { name: 'Vorlesen', exact: true });
  await expect.element(speakers.nth(3)).toBeVisible();
  for (const at of [0, 1, 2, 3]) {
    await speakers.nth(at).click();
    voice.finish();
  }
  expect(voice.said.map(({ language }) => language)).toEqual(['de', 'de', 'de', 'de']);
  expect(voice.said.map(({ text }) => text.split('. ')[0])).toEqual([
    'Auf den Stärken aller aufbauen',
    'Am Anfang',
    'Auf gutem Weg',
    'Ausgezeichnet',
  ]);
});

test.each([
  ['the next statement', () => button('Next').click()],
  ['the start', () => Promise.resolve(shown.go('/'))],
])('going on to %s while speaking keeps what was said with its statement', async (_where, leave) => {
  const sound = { bytes: waveSound(2000), type: 'audio/wav', ms: 2000 };
  const take = {
    stop: () => Promise.resolve(sound),
    cancel() {},
    level: () => 0,
    onLimit() {},
    onPiece() {},
  };
  const record = () => Promise.resolve({ status: 'recording' as const, take });
  shown = await showAssess('/assess', { device: { record } });
  await button('Start').click();
  await score(5).click();
  await page.getByText('Add a note').click();
  await button('Say it instead').click();
  await expect.element(button('Stop recording')).toBeVisible();
  await leave();
  await expect
    .poll(async () => (await draft())?.value)
    .toMatchObject({
      answers: expect.arrayContaining([
        expect.objectContaining({
          statement: 'assets',
          score: 5,
          voice: expect.objectContaining({ ms: 2000 }),
        }),
      ]),
    });
});

test('finishing waits until the sound of a note is kept', async () => {
  let keep = () => {};
  const stopped = new Promise<void>((resolve) => (keep = resolve));
  const sound = { bytes: waveSound(2000), type: 'audio/wav', ms: 2000 };
  const take = {
    stop: () => stopped.then(() => sound),
    cancel() {},
    level: () => 0,
    onLimit() {},
    onPiece() {},
  };
  const record = () => Promise.resolve({ status: 'recording' as const, take });
  shown = await showAssess('/assess', { device: { record } });
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  await page.getByRole('button', { name: /^Building on assets/ }).click();
  await page.getByText('Add a note').click();
  const note = page.getByRole('textbox');
  await expect.element(note).toHaveAttribute('maxlength', '20000');
  await expect.element(note).toHaveAccessibleDescription(/Leave out people’s health/);
  await button('Say it instead').click();
  await button('Stop recording').click();
  history.back();
  await expect.element(title('Look it over')).toBeVisible();
  const finish = shown.host.querySelector<HTMLElement>('[aria-busy="true"], button[aria-disabled="true"]');
  expect(finish?.textContent).toContain('Finish');
  finish?.click();
  expect(await draft()).not.toBeNull();
  keep();
  await expect.poll(async () => JSON.stringify((await draft())?.value)).toContain('"ms":2000');
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
  const { items } = await shown.store.list({ kinds: ['reading'] });
  expect(JSON.stringify(items)).toContain('"ms":2000');
});

test('nothing but gaps is no star yet: it says so and keeps the draft', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([null, null, null, null, null, null]);
  await button('Finish').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'Give one answer at least' })).toBeVisible();
  expect(await draft()).not.toBeNull();
});

test('a fast double tap on the last button makes one reading', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  await button('Finish').dblClick();
  await expect.element(title('Your star is ready')).toBeVisible();
  expect((await shown.store.list({ kinds: ['reading'] })).items).toHaveLength(1);
});

test('on a full phone it says what is safe, and can be finished once there is room', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  fillPhone('records');
  await button('Finish').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'no room left' })).toBeVisible();
  await expect.element(page.getByText('Your answers are still here, just as you gave them.')).toBeVisible();
  expect(await draft()).not.toBeNull();
  vi.restoreAllMocks();
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
});

test('a tap that cannot be kept is said at once', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await score(5).click();
  fillPhone('drafts');
  await score(6).click();
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'This change is not saved yet' }))
    .toBeVisible();
  vi.restoreAllMocks();
  await score(4).click();
  await expect.element(page.getByText('This change is not saved yet')).not.toBeInTheDocument();
});

test('one begun with another version of the statements is shown and kept', async () => {
  shown = await showAssess('/');
  await shown.store.saveDraft(assessKey(shown.store), {
    id: shown.phone.newId(),
    instrument: { id: 'engagement', version: 7 },
    answers: [{ statement: 'soil', score: 4, note: 'Good worms' }],
    day: null,
    audience: 'me',
  });
  shown.go('/assess');
  await expect.element(page.getByText(/another version of these statements/)).toBeVisible();
  await expect
    .element(page.getByRole('listitem').filter({ hasText: 'soil' }))
    .toHaveTextContent('4 of 6 · Good worms');
  expect(await draft()).not.toBeNull();
});

test('an earlier day can be said, a day to come cannot', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  const day = page.getByLabelText('Which day is it about?');
  await day.fill('2031-01-01');
  await expect.element(page.getByText('That day is still to come.', { exact: false })).toBeVisible();
  await day.fill('2026-03-01');
  await page.getByRole('radio', { name: /^My garden team/ }).click();
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
  const { items } = await shown.store.list({ kinds: ['reading'] });
  expect(items).toMatchObject([{ version: { occurredAt: '2026-03-01', audience: 'team' } }]);
});

test('a day taken out again, and none chosen, says in words which one it stays', async () => {
  shown = await showAssess('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  const day = page.getByLabelText('Which day is it about?');
  await expect.element(day).toHaveAccessibleDescription(/It can be an earlier day too/);
  await day.fill('2026-03-01');
  await day.fill('');
  const stays = page.getByText('No day is chosen. It stays 1 March 2026 until you choose one.');
  await expect.element(stays).toBeVisible();
  await expect.element(day).toHaveAccessibleDescription(/It stays 1 March 2026/);
  await button('Today').click();
  await expect.element(stays).not.toBeInTheDocument();
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
  const { items } = await shown.store.list({ kinds: ['reading'] });
  expect(items).toMatchObject([{ version: { occurredAt: expect.stringMatching(/^2026-05-01T/) } }]);
});

test.each(['light', 'dark', 'sun'])('no barriers in the %s theme, on any step', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  shown = await showAssess('/assess');
  await expect.element(button('Start')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await button('Start').click();
  await score(5).click();
  await page.getByText('Add a note').click();
  expect(await findBarriers(shown.host)).toEqual([]);
  shown.go('/assess?at=review');
  await expect.element(title('Look it over')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('the largest text, German and 320 pixels: everything to tap stays big and on the screen', async () => {
  await page.viewport(320, 640);
  document.documentElement.dataset['textSize'] = 'largest';
  try {
    shown = await showAssess('/assess', { language: 'de' });
    await button('Anfangen').click();
    await expect.element(title('Auf den Stärken aller aufbauen')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const scores = page.getByRole('radio', { name: /^\d, / }).elements();
    expect(scores).toHaveLength(6);
    const targets = [...scores, ...shown.host.querySelectorAll('main button, main a, main summary')];
    for (const target of targets) {
      const { width, height, left, right } = target.getBoundingClientRect();
      expect.soft(Math.min(width, height), target.textContent ?? '').toBeGreaterThanOrEqual(48);
      expect.soft(left).toBeGreaterThanOrEqual(0);
      expect.soft(right).toBeLessThanOrEqual(320);
    }
  } finally {
    delete document.documentElement.dataset['textSize'];
    await page.viewport(360, 640);
  }
});
