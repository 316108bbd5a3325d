/** The place of a button that reads aloud: empty until its code is here, and where the phone has no voice. */
import { useContext, useEffect, useState } from 'preact/hooks';
import { loadSpeakButton, speakButtonHere } from '../capture/speak-chunk.ts';
import { useSpeech } from '../speech.ts';
import { TextContext } from '../text/use-text.ts';

interface ReadAloudProps {
  /** What is read; when left out, what stands in the nearest element around it with `data-heard`. */
  text?: string | undefined;
}

export function ReadAloud({ text }: ReadAloudProps) {
  // The name of the button is not among the texts of the shell, and the first screen waits for nothing.
  const complete = useContext(TextContext)?.catalog.value.shellOnly !== true;
  const wanted = useSpeech() !== null && complete;
  const [chunk, setChunk] = useState(speakButtonHere);
  useEffect(() => {
    if (!wanted || chunk) return undefined;
    let gone = false;
    void loadSpeakButton().then((loaded) => {
      if (!gone) setChunk(loaded);
    });
    return () => {
      gone = true;
    };
  }, [wanted, chunk]);
  return wanted && chunk ? <chunk.SpeakButton text={text} /> : null;
}
