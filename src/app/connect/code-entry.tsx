/** The ways a code comes in: the camera, a picture of it, or its letters. Nothing is sent by it. */
import { useState } from 'preact/hooks';
import { readQrPicture } from '../../platform/read-qr.ts';
import { CameraIcon, PhotoIcon } from '../../ui/icons/act.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { TextField } from '../../ui/parts/field.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { PickFile } from './pick-file.tsx';
import { Scanner } from './scanner.tsx';

/** Why what was given leads nowhere. */
export type CodeTrouble = 'strange' | 'no-code' | 'not-allowed' | 'not-known-now' | 'no-address';

interface CodeEntryProps {
  trouble: CodeTrouble | null;
  /** What was scanned, pasted or typed, as it is. */
  onText(text: string): void;
  onTrouble(trouble: CodeTrouble): void;
}

export function CodeEntry({ trouble, onText, onTrouble }: CodeEntryProps) {
  const t = useText();
  const [scanning, setScanning] = useState(false);
  const [typed, setTyped] = useState('');

  async function look(file: File): Promise<void> {
    const text = await readQrPicture(file);
    if (text === null) onTrouble('no-code');
    else onText(text);
  }

  if (scanning) {
    return (
      <Scanner
        onFound={(text) => {
          setScanning(false);
          onText(text);
        }}
        onClose={() => setScanning(false)}
      />
    );
  }
  return (
    <>
      {trouble !== null && (
        <Notice kind="attention" live="alert" title={t(`connect.code.${trouble}`)}>
          <p>{t(`connect.code.${trouble}.do`)}</p>
        </Notice>
      )}
      <Button kind="primary" icon={CameraIcon} onClick={() => setScanning(true)}>
        {t('connect.scan')}
      </Button>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') onTrouble('strange');
          else onText(typed);
        }}
      >
        <TextField
          label={t('connect.type')}
          hint={t('connect.type.hint')}
          value={typed}
          maxLength={500}
          enterKeyHint="next"
          onInput={setTyped}
        />
        <Button type="submit">{t('connect.next')}</Button>
      </form>
      <PickFile
        label={t('connect.picture')}
        icon={PhotoIcon}
        accept="image/*"
        onFile={(file) => void look(file)}
      />
    </>
  );
}
