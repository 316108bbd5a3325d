/** The course of a recording, from the first tap until the sound is kept on the phone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import type { VoiceTake } from '../../core/device.ts';
import { useServices } from '../services.tsx';
import type { PieceTrouble } from './keep-pieces.ts';
import { shortestMs } from './shortest-sound.ts';
import type { FieldKeeper, FieldTakes } from './use-takes.ts';

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
  | { at: 'unkept'; why: 'full' | 'not-kept'; sound: Sound; byItself: boolean; keeper: FieldKeeper | null };

interface Taking {
  take: VoiceTake;
  keeper: FieldKeeper | null;
}

/**
 * Starts, stops and keeps. Leaving the screen while recording ends the recording and keeps it: `onKept` is then called
 * although the screen has gone, so that its draft can hold on to it. `onLeft` is called when the screen has gone and no
 * sound is in hand any more. With `takes`, what is being said is kept as it is said.
 */
export function useRecorder(
  limitMs: number,
  onKept: (ref: AttachmentRef) => void,
  onLeft: () => void,
  takes?: FieldTakes,
) {
  const { device, store, environment } = useServices();
  const [course, setCourse] = useState<Course>({ at: 'rest' });
  /** Why what is being said is not kept while it is said. */
  const [loose, setLoose] = useState<PieceTrouble>(null);
  const taking = useRef<Taking | null>(null);
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
    const keeper = takes?.begin(setLoose) ?? null;
    if (keeper) take.onPiece((piece) => keeper.add(piece));
    const mine = { take, keeper };
    taking.current = mine;
    setCourse({ at: 'recording', take, since: environment.now() });
    take.onLimit(() => void finish(mine, true));
  }

  async function finish(mine: Taking, byItself: boolean): Promise<void> {
    if (taking.current !== mine) return;
    taking.current = null;
    setCourse({ at: 'keeping' });
    const { take, keeper } = mine;
    const sound = await take.stop().catch(() => null);
    setLoose(null);
    if (keeper?.isOver() === true) {
      keeper.throwAway();
      setCourse({ at: 'rest' });
    } else if (sound === null || sound.bytes.byteLength === 0) {
      keeper?.letGo();
      setCourse({ at: 'refused', why: 'failed' });
    } else if (sound.ms < shortestMs) {
      keeper?.throwAway();
      setCourse({ at: 'refused', why: 'too-short' });
    } else await keep(sound, byItself, keeper);
    if (gone.current) left.current();
  }

  async function keep(sound: Sound, byItself: boolean, keeper: FieldKeeper | null): Promise<void> {
    setCourse({ at: 'keeping' });
    const { bytes, type, ms } = sound;
    const outcome = await store.keepAttachment(bytes, { type, ms });
    if (keeper?.isOver() === true) {
      keeper.throwAway();
      setCourse({ at: 'rest' });
    } else if (outcome.status === 'kept') {
      kept.current(outcome.ref);
      keeper?.became(outcome.ref.sha256, gone.current);
      setCourse({ at: 'rest', said: byItself ? 'ended' : 'kept' });
    } else {
      const why = outcome.status === 'full' ? 'full' : 'not-kept';
      setCourse({ at: 'unkept', why, sound, byItself, keeper });
      if (gone.current) keeper?.letGo();
    }
  }

  const leave = useRef(() => undefined);
  leave.current = () => {
    gone.current = true;
    if (taking.current !== null) void finish(taking.current, true);
    else if (course.at === 'unkept') {
      course.keeper?.letGo();
      left.current();
    }
  };
  const startedAgain = useRef(() => undefined);
  startedAgain.current = () => {
    if (taking.current?.keeper?.isOver() === true) void finish(taking.current, true);
    const over = course.at === 'unkept' && course.keeper?.isOver() === true;
    if (over) course.keeper?.throwAway();
    if (over || (course.at === 'rest' && course.said !== undefined)) setCourse({ at: 'rest' });
  };
  // What was being said was thrown away with all else in the form.
  useLayoutEffect(() => startedAgain.current(), [takes?.round]);
  // At once on leaving: an effect after the next paint would let the microphone open in between.
  useLayoutEffect(() => {
    gone.current = false;
    return () => leave.current();
  }, []);

  return {
    course,
    loose,
    start: () => void start(),
    stop: () => {
      if (taking.current !== null) void finish(taking.current, false);
    },
    /** Tries once more to keep what is in hand. */
    keepAgain: () => {
      if (course.at === 'unkept') {
        void keep(course.sound, course.byItself, course.keeper).then(() => gone.current && left.current());
      }
    },
    rest(said: 'deleted' | 'left-out') {
      if (course.at === 'unkept') course.keeper?.throwAway();
      setCourse({ at: 'rest', said });
    },
  };
}
