/** Choosing a file, and why the one before could not be used. */
import { useRef } from 'preact/hooks';
import { BringInIcon } from '../../../ui/icons/act.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import styles from './takeaway.module.css';
import type { NoFile } from './use-bring-in.ts';

/** Endings for laptops, media types for phones; some send a zip as plain bytes. */
const accepted =
  '.zip,.json,application/zip,application/x-zip-compressed,application/json,application/octet-stream';

/** The button that opens the phone's own picker. */
export function ChooseFile({ again, onChoose }: { again?: boolean; onChoose(file: File): void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        kind={again ? 'secondary' : 'primary'}
        icon={BringInIcon}
        onClick={() => input.current?.click()}
      >
        {t(again ? 'takeaway.in.chooseOther' : 'takeaway.in.choose')}
      </Button>
      <input
        ref={input}
        class={styles.pick}
        type="file"
        accept={accepted}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can then be chosen a second time.
          event.currentTarget.value = '';
          if (file) onChoose(file);
        }}
      />
    </>
  );
}

/** What was wrong with a file, what is safe, and what to do. */
export function NoFileNotice({ why }: { why: NoFile }) {
  const t = useText();
  const key = 'code' in why ? `takeaway.refused.${why.code}` : `takeaway.broken.${why.broken}`;
  return (
    <Notice kind="attention" live="alert" title={t(key)}>
      <p>{t(`${key}.what`)}</p>
    </Notice>
  );
}
