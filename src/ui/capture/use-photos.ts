/** The course of adding photos: each is made small, kept on the phone, and only then shown as there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import { useServices } from '../services.tsx';

/** Longest side of a kept photo in pixels. */
const maxSide = 1600;

export interface PhotosState {
  /** The photo being made ready. */
  working: { n: number; total: number } | null;
  /** How many of the last ones are kept. */
  kept: number;
  unreadable: number;
  /** How many there was no place for. */
  leftOut: number;
  /** Not on the phone yet; the pictures are still in hand. */
  unkept: { why: 'full' | 'not-kept'; files: File[] } | null;
  removed: boolean;
  /** The camera was opened and gave nothing. */
  noneTaken: boolean;
}

const calm: PhotosState = {
  working: null,
  kept: 0,
  unreadable: 0,
  leftOut: 0,
  unkept: null,
  removed: false,
  noneTaken: false,
};

/** `onChange` is called after each photo that is kept, also when the screen has been left in the meantime. */
export function usePhotos(value: AttachmentRef[], max: number, onChange: (value: AttachmentRef[]) => void) {
  const { device, store } = useServices();
  const [state, setState] = useState(calm);
  const now = useRef({ value, onChange });
  // Photos are kept faster than a screen may hand the new list back.
  useEffect(() => {
    now.current = { value, onChange };
  }, [value, onChange]);

  function change(next: AttachmentRef[]): void {
    now.current = { ...now.current, value: next };
    now.current.onChange(next);
  }

  /** 'leftOut' when there is no place for it; what is there already is kept once. */
  async function addOne(file: File): Promise<'kept' | 'unreadable' | 'leftOut' | 'full' | 'not-kept'> {
    if (now.current.value.length >= max) return 'leftOut';
    const photo = await device.shrinkPhoto(file, maxSide);
    if (photo.status !== 'taken') return 'unreadable';
    const { bytes, type, width, height } = photo;
    const outcome = await store.keepAttachment(bytes, { type, width, height });
    if (outcome.status === 'full') return 'full';
    if (outcome.status !== 'kept') return 'not-kept';
    const { ref } = outcome;
    const { value } = now.current;
    if (!value.some((one) => one.sha256 === ref.sha256)) change([...value, ref]);
    return 'kept';
  }

  async function add(files: File[]): Promise<void> {
    const count = { kept: 0, unreadable: 0, leftOut: 0 };
    for (const [at, file] of files.entries()) {
      setState({ ...calm, ...count, working: { n: at + 1, total: files.length } });
      const outcome = await addOne(file);
      if (outcome === 'full' || outcome === 'not-kept') {
        setState({ ...calm, ...count, unkept: { why: outcome, files: files.slice(at) } });
        return;
      }
      count[outcome]++;
    }
    setState({ ...calm, ...count });
  }

  return {
    state,
    add: (files: File[]) => void add(files),
    addAgain: () => {
      if (state.unkept !== null) void add(state.unkept.files);
    },
    remove(sha256: string) {
      change(now.current.value.filter((one) => one.sha256 !== sha256));
      setState({ ...calm, removed: true });
    },
    cameraGaveNothing: () => setState({ ...calm, noneTaken: true }),
    leaveOut: () => setState(calm),
  };
}
