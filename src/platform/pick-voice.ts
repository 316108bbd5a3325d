/** Which of the phone's voices reads a language. */

/**
 * The best voice of the language itself, or null: a text read by a voice of another language is not understood.
 * Only voices that live on the phone count. The others send every word to a stranger's server.
 */
export function pickVoice<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>>(
  voices: readonly Voice[],
  language: string,
): Voice | null {
  const wanted = tag(language);
  let best: Voice | null = null;
  let bestFit = 0;
  for (const voice of voices) {
    const fit = voice.localService ? fitOf(voice, wanted) : 0;
    if (fit > bestFit) {
      best = voice;
      bestFit = fit;
    }
  }
  return best;
}

/** 0 where it is another language; higher fits better. */
function fitOf(voice: Pick<SpeechSynthesisVoice, 'lang' | 'default'>, wanted: string): number {
  const spoken = tag(voice.lang);
  if (base(spoken) !== base(wanted)) return 0;
  return 1 + (spoken === wanted ? 2 : 0) + (voice.default ? 1 : 0);
}

/** Android writes `de_DE`. */
const tag = (language: string) => language.replaceAll('_', '-').toLowerCase();
const base = (language: string) => language.split('-', 1)[0];
