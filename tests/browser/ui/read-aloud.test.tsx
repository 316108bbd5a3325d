/** Can somebody who does not read hear what a part asks or says? */
import '../../../src/ui/styles/plotline.css';
import { render, type VNode } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PhoneStep } from '../../../src/app/first-run/phone-step.tsx';
import { ChoiceOne } from '../../../src/ui/parts/choice.tsx';
import { DateField } from '../../../src/ui/parts/date-field.tsx';
import { TextField } from '../../../src/ui/parts/field.tsx';
import { Notice } from '../../../src/ui/parts/notice.tsx';
import { SpeechContext } from '../../../src/ui/speech.ts';
import { loadCatalog } from '../../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../../src/ui/text/text-state.ts';
import { TextContext } from '../../../src/ui/text/use-text.ts';
import { fakeSpeech, stage } from '../../support/capture-stage.tsx';
import { findBarriers } from '../../support/find-barriers.ts';

let clear = () => {};
afterEach(() => clear());

const readAloud = page.getByRole('button', { name: 'Read aloud' });
const question = (
  <ChoiceOne
    legend="Who may see it?"
    hint="You can change it later"
    options={[
      { value: 'me', label: 'Only me', hint: 'Nobody else' },
      { value: 'team', label: 'My team' },
    ]}
    value={undefined}
    onChange={() => undefined}
  />
);

async function shownWithVoice(part: VNode, ...languages: string[]) {
  const voice = fakeSpeech(...languages);
  const shown = await stage(part, { device: { speech: voice.speech } });
  clear = shown.clear;
  return { voice, shown };
}

test('a question is read with everything there is to choose from', async () => {
  const { voice, shown } = await shownWithVoice(question, 'en');
  await readAloud.click();
  expect(voice.said.map(({ text }) => text)).toEqual([
    'Who may see it? You can change it later. Only me. Nobody else. My team.',
  ]);
  await expect.element(page.getByRole('group', { name: 'Who may see it?', exact: true })).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('a message is read whole, and its button is no part of what a screen reader announces', async () => {
  const { voice, shown } = await shownWithVoice(
    <Notice kind="attention" live="alert" title="The phone is full">
      <p>Nothing was lost.</p>
      <p>Make room, then try again.</p>
    </Notice>,
    'en',
  );
  await readAloud.click();
  expect(voice.said[0]?.text).toBe('The phone is full. Nothing was lost. Make room, then try again.');
  expect(page.getByRole('alert').getByRole('button').elements()).toEqual([]);
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('the question for a day is read with its hint', async () => {
  const day = (
    <DateField
      label="Which day?"
      hint="It can be an earlier one."
      today="2026-05-01"
      value="2026-05-01"
      onChange={() => undefined}
    />
  );
  const { voice } = await shownWithVoice(day, 'en');
  await readAloud.click();
  expect(voice.said[0]?.text).toBe('Which day? It can be an earlier one.');
});

test('a question to be answered in writing is read with its hint; a search is not', async () => {
  const fields = (
    <>
      <TextField label="Whom did you talk with?" hint="First names." value="" onInput={() => undefined} />
      <TextField type="search" label="Search" value="" onInput={() => undefined} />
    </>
  );
  const { voice, shown } = await shownWithVoice(fields, 'en');
  await readAloud.click();
  expect(voice.said[0]?.text).toBe('Whom did you talk with? First names.');
  await expect
    .element(page.getByRole('textbox', { name: 'Whom did you talk with?', exact: true }))
    .toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('where the phone has no voice for the language there is no button, and no room is kept for one', async () => {
  const { voice } = await shownWithVoice(question, 'de');
  const legend = page.getByText('Who may see it?').element();
  const wide = legend.getBoundingClientRect().width;
  expect(readAloud.elements()).toEqual([]);
  voice.learn('en');
  await expect.element(readAloud).toBeVisible();
  expect(legend.getBoundingClientRect().width).toBeLessThan(wide);
  const target = readAloud.element().getBoundingClientRect();
  expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(44);
});

test('before there is a vault, the app itself lends the voice, once it has all its texts', async () => {
  const voice = fakeSpeech('en');
  const shell = { ...(await loadCatalog('en')), shellOnly: true };
  const text = createTextState(shell, loadCatalog, () => {});
  const host = document.createElement('div');
  document.body.append(host);
  clear = () => {
    render(null, host);
    host.remove();
  };
  render(
    <TextContext.Provider value={text}>
      <SpeechContext.Provider value={voice.speech}>
        <PhoneStep
          others={false}
          busy={false}
          problem={undefined}
          onBegin={() => undefined}
          onBack={() => undefined}
        />
      </SpeechContext.Provider>
    </TextContext.Provider>,
    host,
  );
  expect(readAloud.elements()).toEqual([]);
  await text.complete();
  await readAloud.first().click();
  const title = page.getByRole('heading', { level: 1 }).element().textContent;
  const answers = page.getByRole('radio').elements().length;
  expect(answers).toBe(2);
  expect(voice.said[0]?.text.split(title)).toHaveLength(2);
  for (const radio of page.getByRole('radio').elements())
    expect(voice.said[0]?.text).toContain(radio.closest('label')?.innerText.split('\n')[0]);
});
