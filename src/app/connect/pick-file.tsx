/** A button that opens the phone's own picker of files. */
import { useRef } from 'preact/hooks';
import type { Icon } from '../../ui/icons/glyph.tsx';
import { Button } from '../../ui/parts/button.tsx';

interface PickFileProps {
  label: string;
  icon: Icon;
  /** As `accept` of the input. */
  accept: string;
  onFile(file: File): void;
}

export function PickFile({ label, icon, accept, onFile }: PickFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind="quiet" icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can then be chosen a second time.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
