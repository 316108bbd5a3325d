/** Says what went wrong with a recording, what is safe, and what to do. */
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useText } from '../text/use-text.ts';
import type { PieceTrouble } from './keep-pieces.ts';
import type { Course } from './use-recorder.ts';

interface VoiceTroubleProps {
  course: Course;
  /** Why what is being said is not kept while it is said. */
  loose: PieceTrouble;
  /** Gives up a sound that could not be kept. */
  onLeaveOut: () => void;
}

export function VoiceTrouble({ course, loose, onLeaveOut }: VoiceTroubleProps) {
  const t = useText();
  if (course.at === 'recording' && loose !== null) {
    return (
      <Notice kind="attention" live="alert" title={t('capture.loose')}>
        <p>{t(`capture.loose.${loose}`)}</p>
      </Notice>
    );
  }
  if (course.at !== 'refused' && course.at !== 'unkept') return null;
  return (
    <Notice
      kind="attention"
      live="alert"
      title={t(`capture.voice.${course.why}`)}
      actions={
        course.at === 'unkept' && (
          <Button compact onClick={onLeaveOut}>
            {t('capture.leaveOut')}
          </Button>
        )
      }
    >
      <p>{t(`capture.voice.${course.why}.do`)}</p>
    </Notice>
  );
}
