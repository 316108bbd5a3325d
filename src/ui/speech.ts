/** The phone's voice, on every page: also where no vault is open yet. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Speech } from '../core/device.ts';
import { ServicesContext } from './services.tsx';

/** Given by the app around everything; inside an open vault its device has it. */
export const SpeechContext = createContext<Speech | null>(null);

/** Null where nobody gave one: then nothing can be heard. */
export function useSpeech(): Speech | null {
  const services = useContext(ServicesContext);
  const around = useContext(SpeechContext);
  return services?.device.speech ?? around;
}
