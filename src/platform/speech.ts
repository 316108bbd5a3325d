/** Reading aloud with the phone's own voices. */
import type { Speech } from '../core/device.ts';
import { cutForReading } from './cut-for-reading.ts';
import { pickVoice } from './pick-voice.ts';

/** What reading aloud needs of the browser. */
export interface SpeechEdge {
  synthesis: SpeechSynthesis;
  utterance(text: string): SpeechSynthesisUtterance;
}

/** The browser's own, or null where it cannot speak. */
export function browserSpeech(): SpeechEdge | null {
  if (!('speechSynthesis' in globalThis) || !('SpeechSynthesisUtterance' in globalThis)) return null;
  return { synthesis: speechSynthesis, utterance: (text) => new SpeechSynthesisUtterance(text) };
}

/** How often to look whether the phone has fallen silent without telling: some never fire `end`. */
const silenceCheckMs = 1500;

const mute: Speech = {
  available: () => false,
  onChange: () => () => undefined,
  speak: () => Promise.resolve(),
  stop: () => undefined,
};

/** Speech over the browser's synthesis; never available where `edge` is null. Leaving the page stops it. */
export function createSpeech(edge: SpeechEdge | null, page: EventTarget = globalThis): Speech {
  if (edge === null) return mute;
  const { synthesis } = edge;
  let endPresent: (() => void) | null = null;

  const voiceFor = (language: string) => pickVoice(synthesis.getVoices(), language);

  function stop(): void {
    const end = endPresent;
    endPresent = null;
    if (synthesis.speaking || synthesis.pending) synthesis.cancel();
    end?.();
  }

  page.addEventListener('pagehide', stop);

  return {
    available: (language) => voiceFor(language) !== null,
    onChange(changed) {
      // Older Safari has the list of voices at once and no events on it.
      if (!('addEventListener' in synthesis)) return () => undefined;
      synthesis.addEventListener('voiceschanged', changed);
      return () => synthesis.removeEventListener('voiceschanged', changed);
    },
    async speak(text, language) {
      stop();
      const voice = voiceFor(language);
      if (voice === null) return;
      let stopped = false;
      const stopping = new Promise<void>((resolve) => {
        endPresent = () => {
          stopped = true;
          resolve();
        };
      });
      const mine = endPresent;
      for (const piece of cutForReading(text)) {
        await Promise.race([speakPiece(edge, piece, voice), stopping]);
        // `stop()` may have set it while we waited.
        if (stopped) return;
      }
      if (endPresent === mine) endPresent = null;
    },
    stop,
  };
}

/** Resolves when the piece was spoken, was cut off, or could not be spoken. */
function speakPiece(edge: SpeechEdge, piece: string, voice: SpeechSynthesisVoice): Promise<void> {
  return new Promise((resolve) => {
    const utterance = edge.utterance(piece);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    let wasSilent = false;
    const watch = setInterval(() => {
      const silent = !edge.synthesis.speaking && !edge.synthesis.pending;
      if (silent && wasSilent) ended();
      wasSilent = silent;
    }, silenceCheckMs);
    function ended(): void {
      clearInterval(watch);
      resolve();
    }
    utterance.addEventListener('end', ended);
    utterance.addEventListener('error', ended);
    edge.synthesis.speak(utterance);
  });
}
