/** The course of a recording, from the first tap until the sound is kept on the phone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import type { VoiceTake } from '../../core/device.ts';
import { useServices } from '../services.tsx';

interface Sound {
  bytes: ArrayBuffer;
  type: string;
  ms: number;
}

export type Course =
  | { at: 'rest'; said?: 'kept' | 'ended' | 'deleted' | 'left-out' }
  | { at: 'asking' }
  | { at: 'recording'; take: VoiceTake; since: number }
  | { at: 'keeping' }
  /** Nothing was recorded. */
  | { at: 'refused'; why: 'denied' | 'no-microphone' | 'failed' | 'too-short' }
  /** Recorded, but not on the phone yet: the sound is still in hand. */
  | { at: 'unkept'; why: 'full' | 'not-kept'; sound: Sound; byItself: boolean };

/** Shorter than this is a finger that slipped, not something said. */
const shortestMs = 400;

/**
 * Starts, stops and keeps. Leaving the screen while recording ends the recording and keeps it: `onKept` is then called
 * although the screen has gone, so that its draft can hold on to it. `onLeft` is called when the screen has gone and no
 * sound is in hand any more.
 */
export function useRecorder(limitMs: number, onKept: (ref: AttachmentRef) => void, onLeft: () => void) {
  const { device, store, environment } = useServices();
  const [course, setCourse] = useState<Course>({ at: 'rest' });
  const taking = useRef<VoiceTake | null>(null);
  const gone = useRef(false);
  const kept = useRef(onKept);
  kept.current = onKept;
  const left = useRef(onLeft);
  left.current = onLeft;

  async function start(): Promise<void> {
    device.speech.stop();
    setCourse({ at: 'asking' });
    const outcome = await device.record(limitMs);
    if (outcome.status !== 'recording') {
      setCourse({ at: 'refused', why: outcome.status });
      if (gone.current) left.current();
      return;
    }
    const { take } = outcome;
    if (gone.current) {
      take.cancel();
      left.current();
      return;
    }
    taking.current = take;
    setCourse({ at: 'recording', take, since: environment.now() });
    take.onLimit(() => void finish(take, true));
  }

  async function finish(take: VoiceTake, byItself: boolean): Promise<void> {
    if (taking.current !== take) return;
    taking.current = null;
    setCourse({ at: 'keeping' });
    const sound = await take.stop().catch(() => null);
    if (sound === null || sound.bytes.byteLength === 0) setCourse({ at: 'refused', why: 'failed' });
    else if (sound.ms < shortestMs) setCourse({ at: 'refused', why: 'too-short' });
    else await keep(sound, byItself);
    if (gone.current) left.current();
  }

  async function keep(sound: Sound, byItself: boolean): Promise<void> {
    setCourse({ at: 'keeping' });
    const { bytes, type, ms } = sound;
    const outcome = await store.keepAttachment(bytes, { type, ms });
    if (outcome.status === 'kept') {
      kept.current(outcome.ref);
      setCourse({ at: 'rest', said: byItself ? 'ended' : 'kept' });
    } else {
      const why = outcome.status === 'full' ? 'full' : 'not-kept';
      setCourse({ at: 'unkept', why, sound, byItself });
    }
  }

  const leave = useRef(() => undefined);
  leave.current = () => {
    gone.current = true;
    if (taking.current !== null) void finish(taking.current, true);
    else if (course.at === 'unkept') left.current();
  };
  // At once on leaving: an effect after the next paint would let the microphone open in between.
  useLayoutEffect(() => {
    gone.current = false;
    return () => leave.current();
  }, []);

  return {
    course,
    start: () => void start(),
    stop: () => {
      if (course.at === 'recording') void finish(course.take, false);
    },
    /** Tries once more to keep what is in hand. */
    keepAgain: () => {
      if (course.at === 'unkept') {
        void keep(course.sound, course.byItself).then(() => gone.current && left.current());
      }
    },
    rest: (said: 'deleted' | 'left-out') => setCourse({ at: 'rest', said }),
  };
}
