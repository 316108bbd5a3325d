/** A worker looks for the people they work with, and reads what each chose to share. Nothing of it can be changed. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { RecordKind } from '../../../src/core/define-record.ts';
import type { Version } from '../../../src/core/version.ts';
import { action } from '../../../src/features/actions/model/action.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { introduceOwner } from '../../../src/features/people/data.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import { connectedApp, hubSettings } from '../../support/connected-app.ts';
import { findBarriers } from '../../support/find-barriers.ts';
import { arrive, meet } from '../../support/others.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';

let phone: OwnVault;
let shown: OwnStage;
let here: { store: OwnVault['vault']; environment: OwnVault['environment'] };

beforeEach(async () => {
  phone = await openOwnVault();
  phone.owner.role = 'worker';
  here = { store: phone.vault, environment: phone.environment };
  await introduceOwner(phone.vault, 'Wim', 'en');
});
afterEach(() => {
  shown.clear();
  phone.vault.close();
});

const link = (name: string | RegExp) => page.getByRole('link', { name });
const heading = (name: string) => page.getByRole('heading', { name });

const instrument = { id: 'engagement', version: 1 };
const statements = ['assets', 'voice', 'responsibility', 'celebrating', 'support', 'benefits'];
const answers = statements.map((statement, at) => ({ statement, score: at === 4 ? null : at + 1 }));

async function open(path: string, language?: 'de'): Promise<void> {
  const sites = [{ id: phone.newId(), name: 'North garden' }];
  const app = await connectedApp(phone, hubSettings('worker', sites));
  shown = await showScreen({ phone, path, app, ...(language && { language }) });
}

/** Within what is newest. */
function boxOf(words: string | RegExp): DOMRect {
  return link(/^Amira The frost came/)
    .getByText(words, { exact: true })
    .element()
    .getBoundingClientRect();
}

function said(subject: string, kind: RecordKind, body: unknown, author?: Version['author']) {
  return arrive(here, { kind, subject, author: author ?? { id: subject, role: 'participant' }, body });
}

async function amiraShares(): Promise<{ amira: string; thought: Version; toDo: Version; star: Version }> {
  const amira = await meet(here, 'Amira');
  const grafting = { what: 'Grafting', part: 'hand', photos: [], priorLearning: false, competences: [] };
  await said(amira, asset, grafting);
  const star = await said(amira, reading, { instrument, relation: 'self', answers });
  const toDo = await said(amira, action, { what: 'Get a shed key', owner: 'project', causes: ['project'] });
  phone.environment.time += 1000;
  const thought = await said(amira, reflection, { words: 'The frost came', photos: [], talk: true });
  return { amira, thought, toDo, star };
}

test('what is new comes first and says about whom; then everybody, those without a name too', async () => {
  await amiraShares();
  await said(phone.newId(), reflection, { words: 'Hello', photos: [], talk: false });
  await open('/people');
  await expect.element(link(/^Amira The frost came/)).toBeVisible();
  await expect.element(link(/^Amira The frost came/)).toHaveTextContent('talk about this');
  // The day and the marks stand apart.
  const day = boxOf(/ · /);
  const mark = boxOf('I want to talk about this');
  expect(mark.left >= day.right + 8 || mark.top >= day.bottom - 1).toBe(true);
  await expect.element(link('Somebody who has not shared a name Hello')).toBeVisible();
  const people = page.getByRole('list', { name: 'People' }).getByRole('listitem');
  await expect.poll(() => people.elements().length).toBe(2);
  // I am not among them.
  expect(page.getByText('Wim').elements()).toEqual([]);
});

test('of the many things somebody can do the first few of each bed stand there, and the others at a tap', async () => {
  const amira = await meet(here, 'Amira');
  const more = { photos: [], priorLearning: false, competences: [] };
  for (let at = 1; at <= 9; at++) await said(amira, asset, { what: `Task ${at}`, part: 'hand', ...more });
  for (let at = 1; at <= 8; at++) await said(amira, asset, { what: `Fact ${at}`, part: 'head', ...more });
  await open(`/people/${amira}`);
  const tasks = link(/^Task/);
  await expect.poll(() => tasks.elements().length).toBe(6);
  expect(link(/^Fact/).elements()).toHaveLength(8);
  expect(page.getByRole('button', { name: /^Show all/ }).elements()).toHaveLength(1);
  expect(await findBarriers(shown.host)).toEqual([]);
  await page.getByRole('button', { name: 'Show all 9' }).click();
  await expect.poll(() => tasks.elements().length).toBe(9);
  await expect.poll(() => document.activeElement).toBe(tasks.elements()[6]);
  // What stands there whole stays so when one more comes.
  await said(amira, asset, { what: 'Fact 9', part: 'head', ...more });
  await expect.poll(() => link(/^Fact/).elements().length).toBe(9);
  // Back from one of them, nobody has to ask for it again.
  await link(/^Task/).nth(8).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /^Task/ })).toHaveFocus();
  history.back();
  await expect.element(heading('Amira')).toHaveFocus();
  await expect.poll(() => tasks.elements().length).toBe(9);
  await expect.element(heading('Amira')).toHaveFocus();
});

test('a bed that is looked at alone shows all that grows in it', async () => {
  const amira = await meet(here, 'Amira');
  const more = { photos: [], priorLearning: false, competences: [] };
  for (let at = 1; at <= 9; at++) await said(amira, asset, { what: `Task ${at}`, part: 'hand', ...more });
  await open(`/people/${amira}`);
  await expect.poll(() => link(/^Task/).elements().length).toBe(6);
  await page.getByRole('radio', { name: 'Hand' }).click({ force: true });
  await expect.poll(() => link(/^Task/).elements().length).toBe(9);
});

test('among many, somebody is found while one types; the rest comes when asked for', async () => {
  for (let at = 0; at < 32; at++) await meet(here, `Person ${at}`);
  await meet(here, 'Zoë');
  await open('/people');
  const people = page.getByRole('list', { name: 'People' }).getByRole('listitem');
  await expect.poll(() => people.elements().length).toBe(30);
  await page.getByRole('button', { name: 'Show more people' }).click();
  await expect.poll(() => people.elements().length).toBe(33);
  await page.getByRole('searchbox', { name: 'Find somebody by name' }).fill('zoe');
  await expect.element(page.getByText('1 person found')).toBeVisible();
  await expect.poll(() => people.elements().length).toBe(1);
  await link('Zoë').click();
  await expect.element(heading('Zoë')).toHaveFocus();
});

test('on their page what they can do stands before their star and their story', async () => {
  const { amira } = await amiraShares();
  await open(`/people/${amira}`);
  const can = heading('Hand');
  await expect.element(can).toBeVisible();
  await expect.element(heading('Star: Amira')).toBeVisible();
  await expect.element(heading('Story')).toBeVisible();
  const order = [...shown.host.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(order).toEqual(['Hand', 'Star: Amira', 'Story']);
  // Nothing can be added to their garden by me.
  expect(shown.host.querySelector('a[href^="/assets/add"]')).toBeNull();
  await page.getByRole('searchbox', { name: 'Search in this story' }).fill('frost');
  await expect.element(page.getByText('1 found')).toBeVisible();
});

test("somebody else's star is theirs: no talk can be begun from it", async () => {
  const { amira, star } = await amiraShares();
  await open(`/people/${amira}/star`);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Star: Amira' })).toBeVisible();
  await expect.element(page.getByRole('table')).toBeInTheDocument();
  expect(shown.host.querySelector('a[href*="/talk/"]')).toBeNull();
  shown.go(`/reading/${star.id}/talk/voice`);
  await expect.element(page.getByText('Somebody else said this.', { exact: false })).toBeVisible();
});

test.each(['reflection', 'action'] as const)(
  'a %s of somebody else is read only, and says whose it is',
  async (kind) => {
    const { thought, toDo } = await amiraShares();
    const { id } = kind === 'action' ? toDo : thought;
    await open(`/${kind}/${id}`);
    await expect.element(page.getByText('Somebody else said this.', { exact: false })).toBeVisible();
    await expect.element(page.getByText('About Amira')).toBeVisible();
    await expect.element(page.getByText('Amira (participant)')).toBeVisible();
    const offered = page.getByRole('list', { name: 'What you can do with it' }).getByRole('listitem');
    await expect.poll(() => offered.elements().map((row) => row.textContent)).toHaveLength(1);
    expect(shown.host.querySelector('a[href$="/edit"], a[href$="/answer"], a[href$="/outcome"]')).toBeNull();
    expect(page.getByRole('button').elements()).toEqual([]);
    await link('Back').click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Amira' })).toHaveFocus();
  },
);

test.each([
  ['reflection', 'edit'],
  ['action', 'edit'],
  ['action', 'answer'],
  ['action', 'outcome'],
])('the address of a form about it, /%s/…/%s, leads to no form', async (kind, form) => {
  const { thought, toDo } = await amiraShares();
  await open(`/${kind}/${kind === 'action' ? toDo.id : thought.id}/${form}`);
  await expect.element(page.getByText('Somebody else said this.', { exact: false })).toBeVisible();
  expect(page.getByRole('textbox').elements()).toEqual([]);
  expect(await phone.drafts()).toEqual([]);
});

test('what somebody else wrote about me: it says who, and I can erase it, not change it', async () => {
  const wies = await meet(here, 'Wies', 'coordinator');
  const about = { words: 'Wim stayed late for us.', photos: [], talk: false };
  const { id } = await said(phone.owner.personId, reflection, about, { id: wies, role: 'coordinator' });
  await open('/story');
  await expect.element(link(/Wim stayed late/)).toHaveTextContent('Wies (coordinator)');
  await link(/Wim stayed late/).click();
  await expect.element(page.getByText('Somebody else said this.', { exact: false })).toBeVisible();
  expect(page.getByRole('button', { name: 'Take it out of my story' }).elements()).toEqual([]);
  await page.getByRole('button', { name: 'Erase it for good' }).click();
  await expect.element(page.getByText('Somebody else wrote this about you.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect.element(page.getByText('This entry is erased.', { exact: false })).toBeVisible();
  expect(await phone.vault.get(id)).toMatchObject({ version: { removed: 'erased', audience: 'team' } });
});

test.each(['light', 'dark', 'sun'])('no barriers in %s: people, somebody, their star', async (theme) => {
  const { amira } = await amiraShares();
  for (let at = 0; at < 8; at++) await meet(here, `Person ${at}`);
  document.documentElement.dataset['theme'] = theme;
  await open('/people');
  await expect.element(link(/^Amira The frost came/)).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  shown.go(`/people/${amira}`);
  await expect.element(heading('Star: Amira')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  shown.go(`/people/${amira}/star`);
  await expect.element(page.getByRole('table')).toBeInTheDocument();
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('nothing sticks out at 320 px in German', async () => {
  const { amira } = await amiraShares();
  await page.viewport(320, 640);
  const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await open('/people', 'de');
  await expect.element(link(/^Amira The frost/)).toBeVisible();
  const people = overhang();
  shown.go(`/people/${amira}`);
  await expect.element(heading('Stern: Amira')).toBeVisible();
  const somebody = overhang();
  await page.viewport(360, 640);
  expect({ people, somebody }).toEqual({ people: 0, somebody: 0 });
});
