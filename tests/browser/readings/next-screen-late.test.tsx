/** The next screen on a weak line: until its chunk is here the form stays as it is, and a tap begins nothing. */
import { lazy, LocationProvider, Route, Router } from 'preact-iso';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../src/ui/styles/plotline.css';
import '../../support/told-lost.ts';
import { assessKey } from '../../../src/features/readings/data.ts';
import { reading } from '../../../src/features/readings/model/reading.ts';
import AssessScreen from '../../../src/features/readings/ui/assess-screen.tsx';
import CorrectScreen from '../../../src/features/readings/ui/correct-screen.tsx';
import { createDevice } from '../../../src/platform/device.ts';
import { records } from '../../../src/records.ts';
import { Announcer } from '../../../src/ui/parts/announcer.tsx';
import { ServicesContext } from '../../../src/ui/services.tsx';
import { loadCatalog } from '../../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../../src/ui/text/text-state.ts';
import { TextContext } from '../../../src/ui/text/use-text.ts';
import { answerAll, button, score, title } from '../../support/assess-words.ts';
import { openRealVault, type RealVault } from '../../support/real-vault.ts';
import { saved } from '../../support/vault.ts';

let phone: RealVault;
let host: HTMLElement;
/** The chunk of the next screen arrives. */
let arrives: () => void;

beforeEach(async () => {
  phone = await openRealVault();
  host = document.createElement('div');
  document.body.append(host);
});

afterEach(() => {
  render(null, host);
  host.remove();
  phone.store.close();
});

/** Shows the forms at their addresses; what they lead to has to be fetched. */
async function show(path: string): Promise<void> {
  const chunk = new Promise<void>((resolve) => (arrives = resolve));
  const Next = lazy(() => chunk.then(() => () => <h1>Next</h1>));
  const { store, owner, environment } = phone;
  history.replaceState(null, '', path);
  render(
    <TextContext.Provider value={createTextState(await loadCatalog('en'), loadCatalog, () => {})}>
      <ServicesContext.Provider value={{ store, owner, device: createDevice(), records, environment }}>
        <Announcer>
          <LocationProvider>
            <Router>
              <Route path="/assess" component={AssessScreen} />
              <Route path="/reading/:id/edit" component={CorrectScreen} />
              <Route default component={Next} />
            </Router>
          </LocationProvider>
        </Announcer>
      </ServicesContext.Provider>
    </TextContext.Provider>,
    host,
  );
}

/** Follows a link, and waits until the address is the next one and the page was drawn with it. */
async function follow(link: string, to: string): Promise<void> {
  await page.getByRole('link', { name: link }).click();
  await expect.poll(() => location.pathname).toBe(to);
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}

test('finished, it stays finished until the star is here: nothing new is begun in its place', async () => {
  await show('/assess');
  await button('Start').click();
  await answerAll([5, 2, null, 4, 3, 6]);
  await button('Finish').click();
  await expect.element(title('Your star is ready')).toBeVisible();
  await follow('See my star', '/star');
  expect(title('Your star is ready').elements()).toHaveLength(1);
  expect(button('Start').elements()).toEqual([]);
  // Tapped again by somebody who thinks it was not heard.
  await page.getByRole('link', { name: 'See my star' }).click();
  expect(await phone.store.draft(assessKey(phone.store))).toBeNull();
  arrives();
  await expect.element(title('Next')).toBeVisible();
  expect(title('Your star is ready').elements()).toEqual([]);
});

test('left for now in the middle, its statement stays until the next screen is here', async () => {
  await show('/assess');
  await button('Start').click();
  await score(5).click();
  await button('Next').click();
  await expect.element(title('Having an equal voice')).toBeVisible();
  await follow('Stop for now', '/');
  expect(title('Having an equal voice').elements()).toHaveLength(1);
  arrives();
  await expect.element(title('Next')).toBeVisible();
});

test('so does a statement that is being corrected', async () => {
  const id = await keep();
  await show(`/reading/${id}/edit?at=2`);
  await expect.element(title('Having an equal voice')).toBeVisible();
  await follow('Stop for now', `/reading/${id}`);
  expect(title('Having an equal voice').elements()).toHaveLength(1);
  arrives();
  await expect.element(title('Next')).toBeVisible();
});

/** A reading to be corrected; gives its id. */
async function keep(): Promise<string> {
  const id = phone.newId();
  const instrument = { id: 'engagement', version: 1 };
  const body = { instrument, relation: 'self', answers: [{ statement: 'voice', score: 2 }] };
  saved(await phone.store.write([{ do: 'create', id, kind: reading, subject: phone.owner.personId, body }]));
  return id;
}
