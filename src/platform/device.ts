/** The phone as the rest of the app sees it: the browser's edges behind the `Device` port. */
import type { Device } from '../core/device.ts';
import { saveFile } from './save-file.ts';
import { browserSpeech, createSpeech } from './speech.ts';
import { browserVoice } from './voice-edge.ts';

/** The device the app is running on. What makes photos and recordings is loaded when it is first used. */
export function createDevice(): Device {
  const voice = browserVoice();
  return {
    speech: createSpeech(browserSpeech()),
    canRecord: () => voice !== null,
    async record(limitMs) {
      if (voice === null) return { status: 'failed', why: 'this browser cannot record' };
      return (await import('./voice.ts')).recordVoice(limitMs, voice);
    },
    async shrinkPhoto(file, maxSide) {
      return (await import('./photo.ts')).shrinkPhoto(file, maxSide);
    },
    oneAtATime: async (name) => (await import('./one-at-a-time.ts')).createOneAtATime(name),
    saveFile: (file) => saveFile(file),
  };
}
