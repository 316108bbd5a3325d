/** Reading aloud: piece by piece, stopped at will, and never stuck on a phone that does not say it has finished. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSpeech, type SpeechEdge } from '../../../src/platform/speech.ts';

/** A synthesiser that speaks when told to, with what it was given to speak. */
function fakeEdge(languages: string[]) {
  const said: FakeUtterance[] = [];
  const voices = languages.map((lang) => ({
    lang,
    localService: true,
    default: false,
    name: lang,
    voiceURI: lang,
  }));
  const synthesis = Object.assign(new EventTarget(), {
    speaking: false,
    pending: false,
    paused: false,
    onvoiceschanged: null,
    getVoices: () => voices,
    cancel: vi.fn(() => {
      synthesis.speaking = false;
      said.at(-1)?.dispatchEvent(new Event('error'));
    }),
    pause: () => undefined,
    resume: () => undefined,
    speak: (utterance: EventTarget) => {
      synthesis.speaking = true;
      if (utterance instanceof FakeUtterance) said.push(utterance);
    },
  });
  const edge: SpeechEdge = { synthesis, utterance: (text) => new FakeUtterance(text) };
  const finish = () => {
    synthesis.speaking = false;
    said.at(-1)?.dispatchEvent(new Event('end'));
    return vi.advanceTimersByTimeAsync(0);
  };
  return { edge, synthesis, voices, said, finish, texts: () => said.map((one) => one.text) };
}

class FakeUtterance extends EventTarget implements SpeechSynthesisUtterance {
  lang = '';
  pitch = 1;
  rate = 1;
  volume = 1;
  voice: SpeechSynthesisVoice | null = null;
  onboundary = null;
  onend = null;
  onerror = null;
  onmark = null;
  onpause = null;
  onresume = null;
  onstart = null;
  constructor(public text: string) {
    super();
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('reads sentence after sentence with the voice of the language', async () => {
  const { edge, said, finish, texts } = fakeEdge(['en-GB', 'de-DE']);
  const done = createSpeech(edge, new EventTarget()).speak('Erster Satz. Zweiter Satz.', 'de-LU');
  expect(texts()).toEqual(['Erster Satz.']);
  expect(said[0]?.lang).toBe('de-DE');
  await finish();
  expect(texts()).toEqual(['Erster Satz.', 'Zweiter Satz.']);
  await finish();
  await done;
});

test('stopping ends it at once and the rest is not read', async () => {
  const { edge, synthesis, texts } = fakeEdge(['en-GB']);
  const speech = createSpeech(edge, new EventTarget());
  const done = speech.speak('One. Two.', 'en');
  speech.stop();
  await done;
  expect(synthesis.cancel).toHaveBeenCalledOnce();
  expect(texts()).toEqual(['One.']);
});

test('a new text stops the one before, which is then finished too', async () => {
  const { edge, texts, finish } = fakeEdge(['en-GB']);
  const speech = createSpeech(edge, new EventTarget());
  const first = speech.speak('First. More of it.', 'en');
  const second = speech.speak('Second.', 'en');
  await first;
  expect(texts()).toEqual(['First.', 'Second.']);
  await finish();
  await second;
});

test('leaving the page makes it silent', async () => {
  const { edge, synthesis } = fakeEdge(['en-GB']);
  const page = new EventTarget();
  const done = createSpeech(edge, page).speak('One. Two.', 'en');
  page.dispatchEvent(new Event('pagehide'));
  await done;
  expect(synthesis.cancel).toHaveBeenCalledOnce();
});

test('goes on when the phone has fallen silent without saying so', async () => {
  const { edge, synthesis, texts, finish } = fakeEdge(['en-GB']);
  const done = createSpeech(edge, new EventTarget()).speak('One. Two.', 'en');
  synthesis.speaking = false;
  await vi.advanceTimersByTimeAsync(4000);
  expect(texts()).toEqual(['One.', 'Two.']);
  await finish();
  await done;
});

test('is available only in the languages it has, also when the voices come late', () => {
  const { edge, synthesis, voices } = fakeEdge([]);
  const speech = createSpeech(edge, new EventTarget());
  const changed = vi.fn();
  const leave = speech.onChange(changed);
  expect(speech.available('fr')).toBe(false);
  voices.push({ lang: 'fr-FR', localService: true, default: false, name: 'fr', voiceURI: 'fr' });
  synthesis.dispatchEvent(new Event('voiceschanged'));
  expect(changed).toHaveBeenCalledOnce();
  expect(speech.available('fr')).toBe(true);
  expect(speech.available('lb')).toBe(false);
  leave();
  synthesis.dispatchEvent(new Event('voiceschanged'));
  expect(changed).toHaveBeenCalledOnce();
});

test('a browser that cannot speak has no voice and takes no harm', async () => {
  const speech = createSpeech(null, new EventTarget());
  expect(speech.available('en')).toBe(false);
  await speech.speak('Hello.', 'en');
});
