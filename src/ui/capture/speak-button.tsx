/** Reads a text aloud in the person's language; not there where the phone has no voice for it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Speech } from '../../core/device.ts';
import { SpeakIcon, StopIcon } from '../icons/act.tsx';
import { Button } from '../parts/button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useSpeech } from '../speech.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { wordsOf } from './words-of.ts';

export interface SpeakButtonProps {
  /** What is read, as a person would say it; when left out, what stands in the nearest `data-heard` around the button. */
  text?: string | undefined;
  /** BCP 47 tag of the text; the language shown now when left out. */
  language?: string | undefined;
  /** Words on the button. Without them it is an icon only. */
  label?: string | undefined;
}

/** Press to hear, press again to stop. Going elsewhere stops it too. */
export function SpeakButton({ text, language, label }: SpeakButtonProps) {
  const t = useText();
  const shown = useTextState().language.value;
  const speech = useSpeech();
  const spoken = language ?? shown;
  const available = useVoice(spoken);
  const [speaking, setSpeaking] = useState(false);
  // Another button may have taken over the voice: only what this one began is stopped by it.
  const mine = useRef(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(
    () => () => {
      if (mine.current) speech?.stop();
    },
    [speech, text, spoken],
  );

  if (!available || speech === null) return null;

  async function read(voice: Speech): Promise<void> {
    const place = button.current?.closest<HTMLElement>('[data-heard]');
    mine.current = true;
    setSpeaking(true);
    await voice.speak(text ?? (place ? wordsOf(place) : ''), spoken).catch(() => undefined);
    mine.current = false;
    setSpeaking(false);
  }

  const press = () => {
    if (speaking) speech.stop();
    else void read(speech);
  };

  const icon = speaking ? StopIcon : SpeakIcon;
  if (label === undefined) {
    const name = t(speaking ? 'capture.speak.stop' : 'capture.speak');
    return <IconButton icon={icon} label={name} buttonRef={button} onClick={press} />;
  }
  return (
    <Button icon={icon} compact buttonRef={button} onClick={press}>
      {speaking ? t('capture.speak.stop') : label}
    </Button>
  );
}

/** Whether there is a voice for the language: voices may come some time after the page. */
function useVoice(language: string): boolean {
  const speech = useSpeech();
  const [available, setAvailable] = useState(() => speech?.available(language) ?? false);
  useEffect(() => {
    const look = () => setAvailable(speech?.available(language) ?? false);
    look();
    return speech?.onChange(look);
  }, [speech, language]);
  return available;
}
