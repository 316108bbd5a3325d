/** Says what went wrong with photos, what is safe, and what to do. */
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useText } from '../text/use-text.ts';
import type { PhotosState } from './photo-work.ts';

interface PhotoTroubleProps {
  state: PhotosState;
  max: number;
  onTryAgain: () => void;
  /** Gives up the pictures that could not be kept. */
  onLeaveOut: () => void;
}

export function PhotoTrouble({ state, max, onTryAgain, onLeaveOut }: PhotoTroubleProps) {
  const t = useText();
  if (state.working !== null) return null;
  const { unkept, unreadable, leftOut, noneTaken } = state;
  return (
    <>
      {unkept !== null && (
        <Notice
          kind="attention"
          live="alert"
          title={t(`capture.photo.${unkept.why}`)}
          actions={
            <>
              <Button compact onClick={onTryAgain}>
                {t('capture.tryAgain')}
              </Button>
              <Button compact kind="quiet" onClick={onLeaveOut}>
                {t('capture.leaveOut')}
              </Button>
            </>
          }
        >
          <p>{t(`capture.photo.${unkept.why}.do`)}</p>
        </Notice>
      )}
      {unreadable > 0 && (
        <Notice kind="attention" live="alert" title={t('capture.photo.unreadable', { count: unreadable })}>
          <p>{t('capture.photo.unreadable.do')}</p>
        </Notice>
      )}
      {leftOut > 0 && (
        <Notice live="status" title={t('capture.photo.left-out', { count: leftOut })}>
          <p>{t('capture.photo.left-out.do', { max })}</p>
        </Notice>
      )}
      {noneTaken && (
        <Notice live="status" title={t('capture.photo.none-taken')}>
          <p>{t('capture.photo.none-taken.do')}</p>
        </Notice>
      )}
    </>
  );
}

/** In a form that is not saved as long as there are pictures in hand. */
export function PhotosWait() {
  const t = useText();
  return (
    <Notice kind="attention" live="alert">
      <p>{t('capture.photo.wait')}</p>
    </Notice>
  );
}
