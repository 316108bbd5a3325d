/** One photo large, with the way to its neighbours. */
import type { AttachmentRef } from '../../core/define-record.ts';
import { BackIcon, NextIcon } from '../icons/go.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useText } from '../text/use-text.ts';
import { Photo } from './photo.tsx';
import styles from './photo-view.module.css';

export interface PhotoViewProps {
  photos: AttachmentRef[];
  /** Which one is shown; null shows nothing. */
  index: number | null;
  /** What they belong to, in words. */
  alt: string;
  onMove: (index: number) => void;
  onClose: () => void;
}

export function PhotoView({ photos, index, alt, onMove, onClose }: PhotoViewProps) {
  const t = useText();
  const photo = index === null ? undefined : photos[index];
  const place = { n: (index ?? 0) + 1, total: photos.length };
  return (
    <Dialog open={photo !== undefined} title={t('capture.photo.alt', place)} onClose={onClose} lightDismiss>
      {photo !== undefined && index !== null && (
        <div class={styles.view}>
          <Photo key={photo.sha256} photo={photo} alt={t('capture.photo.altOf', { what: alt, ...place })} />
          {photos.length > 1 && (
            <div class={styles.moves}>
              <IconButton
                icon={BackIcon}
                label={t('capture.photo.previous')}
                disabled={index === 0}
                onClick={() => onMove(index - 1)}
              />
              <IconButton
                icon={NextIcon}
                label={t('capture.photo.next')}
                disabled={index === photos.length - 1}
                onClick={() => onMove(index + 1)}
              />
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}
