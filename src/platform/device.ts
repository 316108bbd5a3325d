/** The phone as the rest of the app sees it: the browser's edges behind the `Device` port. */
import type { Device } from '../core/device.ts';
import { shrinkPhoto } from './photo.ts';
import { saveFile } from './save-file.ts';
import { browserSpeech, createSpeech } from './speech.ts';
import { browserVoice, recordVoice } from './voice.ts';

/** The device the app is running on. */
export function createDevice(): Device {
  const voice = browserVoice();
  return {
    speech: createSpeech(browserSpeech()),
    canRecord: () => voice !== null,
    record: (limitMs) =>
      voice === null
        ? Promise.resolve({ status: 'failed', why: 'this browser cannot record' })
        : recordVoice(limitMs, voice),
    shrinkPhoto,
    saveFile: (file) => saveFile(file),
  };
}
