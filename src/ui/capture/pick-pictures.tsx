/** A button that opens the camera or the gallery through the phone's own picker. */
import { useRef } from 'preact/hooks';
import type { Icon } from '../icons/glyph.tsx';
import { Button } from '../parts/button.tsx';
import styles from './pick-pictures.module.css';

interface PickPicturesProps {
  icon: Icon;
  label: string;
  /** Open the camera at the back, for one photo; else the gallery, for several. */
  camera?: boolean | undefined;
  busy: boolean;
  onPick: (files: File[]) => void;
  /** The picker was closed, or never opened. */
  onNothing?: (() => void) | undefined;
}

export function PickPictures({ icon, label, camera = false, busy, onPick, onNothing }: PickPicturesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class={styles.pick} data-camera={camera}>
      <Button icon={icon} busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        class={styles.input}
        type="file"
        accept="image/*"
        capture={camera ? 'environment' : undefined}
        multiple={!camera}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same picture can then be picked a second time.
          event.currentTarget.value = '';
          if (files.length > 0) onPick(files);
        }}
        onCancel={() => onNothing?.()}
      />
    </div>
  );
}
