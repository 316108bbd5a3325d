/** One photo, as soon as its bytes are opened; words where it is not on this phone. */
import type { AttachmentRef } from '../../core/define-record.ts';
import { useText } from '../text/use-text.ts';
import { useAttachment } from './use-attachment.ts';
import styles from './photo.module.css';

export interface PhotoProps {
  photo: AttachmentRef;
  /** What it is, for those who do not see it. */
  alt: string;
  /** Cut to a square for a row of photos; else the whole picture. */
  square?: boolean | undefined;
}

export function Photo({ photo, alt, square = false }: PhotoProps) {
  const t = useText();
  const shown = useAttachment(photo);
  if (shown.status === 'here') {
    return (
      <img
        class={styles.photo}
        data-square={square}
        src={shown.url}
        alt={alt}
        width={photo.width}
        height={photo.height}
        decoding="async"
      />
    );
  }
  return (
    <span class={styles.empty} data-square={square}>
      <span class={styles.alt}>{alt}</span>
      <span>{t(shown.status === 'missing' ? 'capture.photo.missing' : 'capture.loading')}</span>
    </span>
  );
}
