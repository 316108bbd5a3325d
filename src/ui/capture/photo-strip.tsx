/** Photos side by side; a tap shows one large. */
import { useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import { useText } from '../text/use-text.ts';
import { PhotoView } from './photo-view.tsx';
import { Photo } from './photo.tsx';
import styles from './photo-strip.module.css';

export interface PhotoStripProps {
  photos: AttachmentRef[];
  /** What they belong to, in words: `Reflection of 3 May`. The number of each is added. */
  alt: string;
  /** Called instead of showing the photo large here. */
  onOpen?: ((index: number) => void) | undefined;
}

export function PhotoStrip({ photos, alt, onOpen }: PhotoStripProps) {
  const t = useText();
  const [opened, setOpened] = useState<number | null>(null);
  if (photos.length === 0) return null;
  const open = onOpen ?? setOpened;
  return (
    <>
      <ul class={styles.strip}>
        {photos.map((photo, at) => (
          <li key={photo.sha256}>
            <button type="button" class={styles.open} onClick={() => open(at)}>
              <Photo
                photo={photo}
                alt={t('capture.photo.altOf', { what: alt, n: at + 1, total: photos.length })}
                square
              />
            </button>
          </li>
        ))}
      </ul>
      {onOpen === undefined && (
        <PhotoView
          photos={photos}
          index={opened}
          alt={alt}
          onMove={setOpened}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
