/** Answers with one's own voice: record, listen, record again, delete. What is said is kept on the phone at once. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import { EraseIcon, MicrophoneIcon, StopIcon } from '../icons/act.tsx';
import { Button } from '../parts/button.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { useServices } from '../services.tsx';
import type { Translate } from '../text/catalog.ts';
import { useText } from '../text/use-text.ts';
import { CutShort } from './cut-short.tsx';
import type { Found } from './recover-take.ts';
import { RecordingNow } from './recording-now.tsx';
import { useRecorder, type Course } from './use-recorder.ts';
import type { FieldTakes } from './use-takes.ts';
import { VoicePlayer } from './voice-player.tsx';
import { VoiceTrouble } from './voice-trouble.tsx';
import styles from './voice-field.module.css';

export interface VoiceFieldProps {
  value: AttachmentRef | null;
  /** Called as soon as the sound is kept, also when the screen has just been left; null when deleted. */
  onChange: (value: AttachmentRef | null) => void;
  /** What is being answered; names the group for a screen reader. */
  label: string;
  /** Words on the button that starts. */
  recordLabel?: string | undefined;
  /** The longest recording; three minutes when left out. */
  limitMs?: number | undefined;
  /** Told whether there is sound that is not kept yet, also after the screen was left: a form then waits with saving. */
  onBusy?: ((busy: boolean) => void) | undefined;
  /** Where the form keeps what is being said while it is said. Without it a kill loses what was not stopped. */
  takes?: FieldTakes | undefined;
}

const threeMinutes = 180_000;

/** Without a microphone in this browser there is nothing to press: only what was recorded elsewhere can be heard. */
export function VoiceField(props: VoiceFieldProps) {
  const { value, onChange, label, recordLabel, limitMs = threeMinutes, onBusy, takes } = props;
  const t = useText();
  const canRecord = useServices().device.canRecord();
  const recorder = useRecorder(limitMs, onChange, () => onBusy?.(false), takes);
  const { course, start, stop, keepAgain, rest } = recorder;
  const found = course.at === 'recording' ? null : foundIn(takes, value);
  const [asks, setAsks] = useState<'again' | 'delete' | null>(null);
  const main = useRef<HTMLButtonElement>(null);
  const said = course.at === 'rest' ? course.said : undefined;
  const pressedAway = said === 'deleted' || said === 'left-out';

  // The button that had the focus is gone; after the dialog has closed, since nothing behind it takes the focus.
  useEffect(() => {
    if (pressedAway) main.current?.focus();
  }, [pressedAway]);

  const busy = course.at === 'asking' || course.at === 'keeping';
  const quiet = !busy && course.at !== 'recording';
  // Also while a sound that could not be kept is in hand: leaving the screen would lose it.
  const inHand = !quiet || course.at === 'unkept';
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- told when it changes, not at each drawing of the form
  useEffect(() => onBusy?.(inHand), [inHand]);

  if (!canRecord && value === null && found === null) return null;

  function pressMain(): void {
    if (course.at === 'recording') stop();
    else if (course.at === 'unkept') keepAgain();
    else if (value !== null) setAsks('again');
    else start();
  }

  function mainLabel(): string {
    if (course.at === 'asking') return t('capture.voice.asking');
    if (course.at === 'recording') return t('capture.voice.stop');
    if (course.at === 'keeping') return t('capture.voice.keeping');
    if (course.at === 'unkept') return t('capture.tryAgain');
    if (value !== null) return t('capture.voice.again');
    return recordLabel ?? t('capture.voice.record');
  }

  return (
    <div class={styles.field} role="group" aria-label={label}>
      {value !== null && course.at !== 'recording' && <VoicePlayer key={value.sha256} voice={value} />}
      {found !== null && <CutShort found={found} />}
      {course.at === 'recording' && (
        <RecordingNow take={course.take} since={course.since} limitMs={limitMs} />
      )}
      <div class={styles.buttons}>
        {canRecord && (
          <Button
            buttonRef={main}
            kind={course.at === 'recording' ? 'primary' : 'secondary'}
            icon={course.at === 'recording' ? StopIcon : MicrophoneIcon}
            compact={value !== null && quiet}
            busy={busy}
            onClick={pressMain}
          >
            {mainLabel()}
          </Button>
        )}
        {/* Not beside one that could not be kept: it would not be clear which of them goes. */}
        {value !== null && quiet && course.at !== 'unkept' && (
          <Button icon={EraseIcon} kind="quiet" compact onClick={() => setAsks('delete')}>
            {t('capture.voice.delete')}
          </Button>
        )}
      </div>
      <p role="status" class={styles.status}>
        {statusOf(course, t)}
      </p>
      <VoiceTrouble course={course} loose={recorder.loose} onLeaveOut={() => rest('left-out')} />
      <ConfirmDialog
        open={asks === 'again'}
        title={t('capture.voice.again.ask')}
        confirmLabel={t('capture.voice.again')}
        cancelLabel={t('capture.keepIt')}
        onCancel={() => setAsks(null)}
        onConfirm={() => {
          setAsks(null);
          start();
        }}
      >
        <p>{t('capture.voice.again.what')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asks === 'delete'}
        title={t('capture.voice.delete.ask')}
        confirmLabel={t('capture.voice.delete')}
        cancelLabel={t('capture.keepIt')}
        danger
        onCancel={() => setAsks(null)}
        onConfirm={() => {
          setAsks(null);
          takes?.discard();
          onChange(null);
          rest('deleted');
        }}
      >
        <p>{t('capture.voice.delete.what')}</p>
      </ConfirmDialog>
    </div>
  );
}

/** What was cut short and still matters: a recording that stands here no more needs no words. */
function foundIn(takes: FieldTakes | undefined, value: AttachmentRef | null): Found | null {
  const found = takes?.found ?? null;
  return found?.as === 'recording' && found.ref.sha256 !== value?.sha256 ? null : found;
}

/** What is going on, in words, for the eye and the ear. */
function statusOf(course: Course, t: Translate): string {
  if (course.at === 'asking') return t('capture.voice.asking.help');
  if (course.at === 'recording') return t('capture.voice.recording');
  if (course.at === 'rest' && course.said !== undefined && course.said !== 'left-out') {
    return t(`capture.voice.${course.said}`);
  }
  return '';
}
