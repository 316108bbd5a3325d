/** How the button that reads aloud is fetched by parts that belong to the first load. */
import type { FunctionComponent } from 'preact';

type SpeakModule = { SpeakButton: FunctionComponent<{ text?: string | undefined }> };

/** What came of the one import. The browser keeps it too, but hands it out only after a paint, and the page would jump. */
let here: SpeakModule | undefined;

/** The button where it was fetched before. */
export function speakButtonHere(): SpeakModule | undefined {
  return here;
}

/** Undefined where it cannot be loaded: the words can still be read. */
export async function loadSpeakButton(): Promise<SpeakModule | undefined> {
  try {
    const { SpeakButton } = await import('./speak-button.tsx');
    here = { SpeakButton };
  } catch {
    // Cut off in the middle of the first visit.
  }
  return here;
}
