/** Anything can be heard where the phone has a voice for it. */
import '../../../../src/ui/styles/plotline.css';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SpeakButton } from '../../../../src/ui/capture/speak-button.tsx';
import { fakeSpeech, stage, type Stage } from '../../../support/capture-stage.tsx';
import { findBarriers } from '../../../support/find-barriers.ts';

let shown: Stage;
afterEach(() => shown.clear());

const readAloud = page.getByRole('button', { name: 'Read aloud' });
const stopReading = page.getByRole('button', { name: 'Stop reading' });

test('reads in the language shown, and says when it is done', async () => {
  const voice = fakeSpeech('en');
  shown = await stage(<SpeakButton text="You often share what you know." />, {
    device: { speech: voice.speech },
  });
  await readAloud.click();
  expect(voice.said).toEqual([{ text: 'You often share what you know.', language: 'en' }]);
  await expect.element(stopReading).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  voice.finish();
  await expect.element(readAloud).toBeVisible();
});

test('a second press stops it', async () => {
  const voice = fakeSpeech('en');
  shown = await stage(<SpeakButton text="Hello." label="Hear this" />, { device: { speech: voice.speech } });
  await page.getByRole('button', { name: 'Hear this' }).click();
  await stopReading.click();
  await expect.element(page.getByRole('button', { name: 'Hear this' })).toBeVisible();
  expect(voice.isSpeaking()).toBe(false);
});

test('a second button takes over the voice, and the first one shows that it has ended', async () => {
  const voice = fakeSpeech('en');
  shown = await stage(
    <>
      <SpeakButton text="One." label="Hear one" />
      <SpeakButton text="Two." label="Hear two" />
    </>,
    { device: { speech: voice.speech } },
  );
  await page.getByRole('button', { name: 'Hear one' }).click();
  await page.getByRole('button', { name: 'Hear two' }).click();
  await expect.element(page.getByRole('button', { name: 'Hear one' })).toBeVisible();
  expect(voice.isSpeaking()).toBe(true);
  expect(voice.said.at(-1)?.text).toBe('Two.');
});

test('going on to another text, or elsewhere, makes it silent', async () => {
  const voice = fakeSpeech('en');
  shown = await stage(<SpeakButton text="One." />, { device: { speech: voice.speech } });
  await readAloud.click();
  shown.show(<SpeakButton text="Two." />);
  await expect.element(readAloud).toBeVisible();
  expect(voice.isSpeaking()).toBe(false);
  await readAloud.click();
  expect(voice.isSpeaking()).toBe(true);
  shown.show(<p>Elsewhere</p>);
  await expect.poll(() => voice.isSpeaking()).toBe(false);
});

test('is not there without a voice, and comes when the voice does', async () => {
  const voice = fakeSpeech('de');
  shown = await stage(<SpeakButton text="Hello." />, { device: { speech: voice.speech } });
  expect(shown.host.querySelector('button')).toBeNull();
  voice.learn('en');
  await expect.element(readAloud).toBeVisible();
});

test('a text in its own language is read in that language', async () => {
  const voice = fakeSpeech('de');
  shown = await stage(<SpeakButton text="Ich teile oft." language="de" />, {
    device: { speech: voice.speech },
  });
  await readAloud.click();
  expect(voice.said).toEqual([{ text: 'Ich teile oft.', language: 'de' }]);
});
