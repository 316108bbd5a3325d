/** Reads a text aloud in the person's language; not there where the phone has no voice for it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SpeakIcon, StopIcon } from '../icons/act.tsx';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useServices } from '../services.tsx';
import { useText, useTextState } from '../text/use-text.ts';

export interface SpeakButtonProps {
  /** What is read, as a person would say it. */
  text: string;
  /** BCP 47 tag of the text; the language shown now when left out. */
  language?: string | undefined;
  /** Words on the button. Without them it is an icon only. */
  label?: string | undefined;
}

/** Press to hear, press again to stop. Going elsewhere stops it too. */
export function SpeakButton({ text, language, label }: SpeakButtonProps) {
  const t = useText();
  const shown = useTextState().language.value;
  const { speech } = useServices().device;
  const spoken = language ?? shown;
  const available = useVoice(spoken);
  const [speaking, setSpeaking] = useState(false);
  // Another button may have taken over the voice: only what this one began is stopped by it.
  const mine = useRef(false);

  useEffect(
    () => () => {
      if (mine.current) speech.stop();
    },
    [speech, text, spoken],
  );

  if (!available) return null;

  async function read(): Promise<void> {
    mine.current = true;
    setSpeaking(true);
    await speech.speak(text, spoken).catch(() => undefined);
    mine.current = false;
    setSpeaking(false);
  }

  function press(): void {
    if (speaking) speech.stop();
    else void read();
  }

  const icon = speaking ? StopIcon : SpeakIcon;
  if (label === undefined) {
    return (
      <IconButton icon={icon} label={t(speaking ? 'capture.speak.stop' : 'capture.speak')} onClick={press} />
    );
  }
  return (
    <Button icon={icon} compact onClick={press}>
      {speaking ? t('capture.speak.stop') : label}
    </Button>
  );
}

/** Whether there is a voice for the language: voices may come some time after the page. */
function useVoice(language: string): boolean {
  const { speech } = useServices().device;
  const [available, setAvailable] = useState(() => speech.available(language));
  useEffect(() => {
    const look = () => setAvailable(speech.available(language));
    look();
    return speech.onChange(look);
  }, [speech, language]);
  return available;
}
