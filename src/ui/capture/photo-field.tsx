/** Adds photos from the camera or the gallery; each is kept on the phone at once, small and without its place. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import { CameraIcon, EraseIcon, PhotoIcon } from '../icons/act.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import type { Translate } from '../text/catalog.ts';
import { useText } from '../text/use-text.ts';
import { PhotoTrouble } from './photo-trouble.tsx';
import { Photo } from './photo.tsx';
import { PickPictures } from './pick-pictures.tsx';
import type { PhotoPlace, PhotosState, PhotoWork } from './photo-work.ts';
import styles from './photo-field.module.css';

export interface PhotoFieldProps {
  value: AttachmentRef[];
  /** Called for each photo that is kept or removed, also when the screen has been left in the meantime. */
  onChange: (how: (now: AttachmentRef[]) => AttachmentRef[]) => void;
  /** That of the form: `usePhotoWork`. */
  work: PhotoWork;
  /** What the photos are for; shown above them. */
  label: string;
  /** How many fit; six when left out. */
  max?: number | undefined;
}

export function PhotoField({ value, onChange, work, label, max = 6 }: PhotoFieldProps) {
  const t = useText();
  const state = work.state.value;
  const place = useRef<PhotoPlace>({ value, max, change: onChange });
  useEffect(() => {
    Object.assign(place.current, { value, max, change: onChange });
    work.showIn(place.current);
  });
  useEffect(() => () => work.leave(place.current), [work]);
  const [asked, setAsked] = useState<string | null>(null);
  const heading = useRef<HTMLLegendElement>(null);
  const busy = state.working !== null;

  // The photo that had the focus is gone; after the dialog has closed, since nothing behind it takes the focus.
  useEffect(() => {
    if (state.removed) heading.current?.focus();
  }, [state]);

  return (
    <fieldset class={styles.field}>
      <legend ref={heading} tabIndex={-1} class={styles.label}>
        {label}
      </legend>
      <p class={styles.hint}>{t('capture.photo.max', { max })}</p>
      {value.length > 0 && (
        <ul class={styles.photos}>
          {value.map((photo, at) => (
            <li key={photo.sha256} class={styles.photo}>
              <Photo photo={photo} alt={t('capture.photo.alt', { n: at + 1, total: value.length })} square />
              <span class={styles.remove}>
                <IconButton
                  icon={EraseIcon}
                  label={t('capture.photo.remove', { n: at + 1 })}
                  onClick={() => setAsked(photo.sha256)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {value.length < max && (
        <div class={styles.ways}>
          <PickPictures
            icon={CameraIcon}
            label={t('capture.photo.take')}
            camera
            busy={busy}
            onPick={work.add}
            onNothing={work.cameraGaveNothing}
          />
          <PickPictures icon={PhotoIcon} label={t('capture.photo.choose')} busy={busy} onPick={work.add} />
        </div>
      )}
      {state.working !== null && (
        <progress
          class={styles.progress}
          aria-hidden="true"
          max={state.working.total}
          value={state.working.n - 0.5}
        />
      )}
      <p role="status" class={styles.status}>
        {statusOf(state, t)}
      </p>
      <PhotoTrouble state={state} max={max} onTryAgain={work.addAgain} onLeaveOut={work.leaveOut} />
      <ConfirmDialog
        open={asked !== null}
        title={t('capture.photo.remove.ask')}
        confirmLabel={t('capture.photo.remove.yes')}
        cancelLabel={t('capture.keepIt')}
        danger
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          if (asked !== null) work.remove(asked);
          setAsked(null);
        }}
      >
        <p>{t('capture.photo.remove.what')}</p>
      </ConfirmDialog>
    </fieldset>
  );
}

function statusOf(state: PhotosState, t: Translate): string {
  if (state.working !== null) return t('capture.photo.working', state.working);
  if (state.removed) return t('capture.photo.removed');
  return state.kept > 0 ? t('capture.photo.kept', { count: state.kept }) : '';
}
