/** The page around any record, on a real vault: what a person sees, and what becomes of what they choose. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import type { RecordKind } from '../../../src/core/define-record.ts';
import type { Version } from '../../../src/core/version.ts';
import { keepPhoto } from '../../support/garden-story.ts';
import { realVault, showStory, type StoryStage } from '../../support/story-stage.tsx';
import { saved, tamper } from '../../support/vault.ts';

let real: Awaited<ReturnType<typeof realVault>>;
let stage: StoryStage | undefined;

beforeEach(async () => {
  real = await realVault();
});
afterEach(() => {
  stage?.clear();
  stage = undefined;
});

const thought = (words: string) => ({ words, photos: [], talk: false });
const strength = (more?: string) => ({
  what: 'Sharpening hoes',
  part: 'hand',
  photos: [],
  priorLearning: false,
  competences: [],
  ...(more === undefined ? {} : { more }),
});

async function create(kind: RecordKind, body: unknown, audience: 'me' | 'team' = 'me'): Promise<Version> {
  const subject = real.test.owner.personId;
  return saved(
    await real.vault.write([{ do: 'create', id: real.test.newId(), kind, subject, body, audience }]),
  );
}

async function edit(from: Version, kind: RecordKind, body: unknown): Promise<Version> {
  real.test.environment.time += 60_000;
  return saved(await real.vault.write([{ do: 'edit', id: from.id, kind, base: from.rev, body }]));
}

/** The same record changed on another phone, from the same version. */
async function alsoElsewhere(from: Version, body: unknown): Promise<void> {
  const rev = from.rev.replace(/-\w+$/, '-otherphone');
  expect(await real.vault.apply([{ ...from, base: from.rev, rev, body }])).toMatchObject({ added: 1 });
}

const button = (name: string) => page.getByRole('button', { name });

test('erasing asks first, says what goes, and then it is gone', async () => {
  const photo = await keepPhoto(real.vault, '#7aa35a');
  const first = await create(reflection, { ...thought('about my brother'), photos: [photo] });
  await edit(first, reflection, thought('about my brother, shorter'));
  stage = await showStory(real, `/reflection/${first.id}`);

  await button('Erase it for good').click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('2 versions of what it says')).toBeVisible();
  await expect.element(dialog.getByText('1 photo', { exact: true })).toBeVisible();
  await expect.element(dialog.getByText('You cannot undo this.')).toBeVisible();
  expect(dialog.getByText('a change to it that you began').query()).toBeNull();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  expect(await real.vault.history(first.id)).toHaveLength(2);

  await real.vault.saveDraft(`edit-reflect:${first.id}`, {});
  await button('Erase it for good').click();
  await expect.element(dialog.getByText('a change to it that you began')).toBeVisible();
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect.element(page.getByText('This entry is erased.', { exact: false })).toBeVisible();
  expect(await real.vault.get(first.id)).toMatchObject({ version: { removed: 'erased', body: null } });
  await expect.poll(() => real.vault.attachment(photo.sha256)).toBeNull();
  stage.go('/story');
  await expect.element(page.getByText('Your story starts here')).toBeVisible();
});

test('what is taken out of the story is kept, shown on request, and can be put back', async () => {
  const made = await create(reflection, thought('A hard day'));
  stage = await showStory(real, `/reflection/${made.id}`);
  await button('Take it out of my story').click();
  await expect.element(page.getByText('It is hidden and still kept.', { exact: false })).toBeVisible();

  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();

  stage.go('/story');
  await expect.element(page.getByText('Your story starts here')).toBeVisible();
  await button('Show what I took out').click();
  await page.getByRole('link', { name: 'A hard day' }).click();
  await button('Put it back').click();
  await expect.element(button('Take it out of my story')).toBeVisible();
  expect(await real.vault.get(made.id)).toMatchObject({ version: { body: thought('A hard day') } });
});

test('after a change the history tells what it said before, and who and when', async () => {
  const first = await create(asset, strength('learned alone'));
  await edit(first, asset, strength('learned from Mona'));
  stage = await showStory(real, `/asset/${first.id}`);
  await page.getByRole('link', { name: 'What it was before' }).click();
  await expect.element(page.getByRole('heading', { name: 'What it was before' })).toBeVisible();
  const steps = page.getByRole('main').getByRole('listitem');
  await expect
    .element(steps.first())
    .toHaveTextContent(/You \(participant\).*Changed\..*Before.*learned alone.*Then.*learned from Mona/);
  await expect.element(steps.last()).toHaveTextContent(/Written down for the first time/);
});

test('one entry is shared, and only that one, and taken back', async () => {
  const [one, other] = [await create(reflection, thought('one')), await create(reflection, thought('other'))];
  stage = await showStory(real, `/reflection/${one.id}`);
  await expect.element(page.getByText('It stays on this phone.', { exact: false })).toBeVisible();
  await button('Share this one with my garden team').click();
  await expect.element(button('Make it mine alone again')).toBeVisible();
  expect(await real.vault.get(one.id)).toMatchObject({ version: { audience: 'team', body: thought('one') } });
  expect(await real.vault.get(other.id)).toMatchObject({ version: { audience: 'me' } });
  await button('Make it mine alone again').click();
  await expect.element(button('Share this one with my garden team')).toBeVisible();
  expect(await real.vault.get(one.id)).toMatchObject({ version: { audience: 'me' } });
});

test('when it was written down stays that, also once it is shared or taken out of the story', async () => {
  const one = await create(reflection, thought('one'));
  stage = await showStory(real, `/reflection/${one.id}`);
  const written = page.getByRole('definition').nth(2);
  await expect.element(written).toHaveTextContent(/2026/);
  const moment = written.element().textContent;
  real.test.environment.time += 90 * 60_000;
  await button('Share this one with my garden team').click();
  await expect.element(button('Make it mine alone again')).toBeVisible();
  await expect.element(page.getByText('When it was written down')).toBeVisible();
  await expect.element(written).toHaveTextContent(moment);
});

test('what somebody said in two places is shown side by side and never mixed', async () => {
  const first = await create(reflection, thought('the beginning'));
  await edit(first, reflection, thought('said here'));
  await alsoElsewhere(first, thought('said there'));
  stage = await showStory(real, `/reflection/${first.id}`);
  await expect.element(page.getByText('This was changed in two places')).toBeVisible();
  // The heading, since a thought is called by its words, and side by side with the other.
  await expect.element(page.getByText('said here').nth(1)).toBeVisible();
  await expect.element(page.getByText('said there')).toBeVisible();
  await expect.element(button('Put them together')).not.toBeInTheDocument();

  await button('Keep both').click();
  await expect.element(page.getByText('This was changed in two places')).not.toBeInTheDocument();
  const { items } = await real.vault.list({ subject: real.test.owner.personId });
  const texts = items.map((found) => found.status === 'ok' && found.version.body);
  expect(texts).toHaveLength(2);
  expect(texts).toEqual(expect.arrayContaining([thought('said here'), thought('said there')]));
});

test('fields changed in two places can be put together, both words kept', async () => {
  const first = await create(asset, strength());
  await edit(first, asset, strength('from school'));
  await alsoElsewhere(first, strength('from home'));
  stage = await showStory(real, `/asset/${first.id}`);
  await button('Put them together').click();
  await expect.element(page.getByText('This was changed in two places')).not.toBeInTheDocument();
  const found = await real.vault.get(first.id);
  const body = found?.status === 'ok' ? found.version.body : null;
  expect(body).toMatchObject({ more: expect.stringMatching(/from (home|school)\n\nfrom (home|school)/) });
});

test('one of two versions is chosen, the other stays in the history', async () => {
  const first = await create(asset, strength());
  await edit(first, asset, strength('from school'));
  await alsoElsewhere(first, strength('from home'));
  stage = await showStory(real, `/asset/${first.id}`);
  await button('Go on with version 2').click();
  await expect.element(page.getByText('This was changed in two places')).not.toBeInTheDocument();
  expect(await real.vault.get(first.id)).toMatchObject({
    rivals: 0,
    version: { body: strength('from home') },
  });
  expect(await real.vault.history(first.id)).toHaveLength(4);
});

test('a damaged entry stands among the others, says what is safe, and can be taken out for good', async () => {
  const bad = await create(reflection, thought('lost words'));
  await create(reflection, thought('good words'));
  real.vault.close();
  await tamper(real.test.id, 'records', bad.id, { sealed: new ArrayBuffer(40) });
  const vault = await real.test.openTab((await import('../../../src/records.ts')).records);
  real = { ...real, vault };
  stage = await showStory(real, '/story');
  await expect.element(page.getByText('good words')).toBeVisible();
  await page.getByRole('link', { name: 'This entry cannot be opened' }).click();
  await expect.element(page.getByText('All your other entries are safe.', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Take my records away' })).toBeVisible();
  await button('Erase it for good').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
  await expect.element(page.getByText('This entry is erased.', { exact: false })).toBeVisible();
});

test('an entry of a kind this app does not know is kept and says what it needs', async () => {
  const [id, subject] = [real.test.newId(), real.test.owner.personId];
  const version: Version = {
    id,
    subject,
    kind: 'badge',
    schema: 1,
    base: null,
    audience: 'team',
    body: { name: 'Composter' },
    rev: '01970000aaaa-0000-newerphone',
    author: { id: subject, role: 'participant' },
    occurredAt: '2026-05-01',
    recordedAt: '2026-05-01T09:00:00.000Z',
  };
  expect(await real.vault.apply([version])).toMatchObject({ added: 1 });
  stage = await showStory(real, '/story');
  await page.getByRole('link', { name: 'This entry needs a newer Plotline' }).click();
  await expect.element(page.getByText('It is kept whole, just as it came.')).toBeVisible();
});

test('an address of nothing says so and leads back', async () => {
  stage = await showStory(real, `/reflection/${real.test.newId()}`);
  await page.getByRole('link', { name: 'Go back' }).click();
  await expect.element(page.getByRole('heading', { name: 'My story' })).toBeVisible();
});
