/** The photos of one form being made ready: goes on when the form is left, and is found again when it is opened. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { AttachmentRef } from '../../core/define-record.ts';
import type { Device } from '../../core/device.ts';
import type { Store } from '../../core/store.ts';

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

/** Where the photos go: the field that shows them, or showed them last. */
export interface PhotoPlace {
  value: readonly AttachmentRef[];
  /** How many fit. */
  max: number;
  /** Also called when the screen has been left in the meantime. */
  change(how: (now: AttachmentRef[]) => AttachmentRef[]): void;
}

export interface PhotoWork {
  readonly state: ReadonlySignal<PhotosState>;
  /** Whether there are pictures that are not kept yet: a form waits with saving until there are none. */
  inHand(): boolean;
  /** From now on they go there, with those that have come since nobody saw them. */
  showIn(place: PhotoPlace): void;
  leave(place: PhotoPlace): void;
  add(files: File[]): void;
  /** Tries once more to keep what could not be kept. */
  addAgain(): void;
  remove(sha256: string): void;
  cameraGaveNothing(): void;
  /** Gives up what could not be kept. */
  leaveOut(): void;
  /** The form was started again: what is in hand was thrown away with it. */
  giveUp(): void;
}

type Parts = { store: Store; device: Device };

const works = new WeakMap<Store, Map<string, PhotoWork>>();

/** That of the form whose draft has this name: the same one each time, as long as the vault is open. */
export function photoWorkOf(parts: Parts, draft: string): PhotoWork {
  const here = works.get(parts.store) ?? new Map<string, PhotoWork>();
  works.set(parts.store, here);
  const work = here.get(draft) ?? createPhotoWork(parts);
  here.set(draft, work);
  return work;
}

function createPhotoWork({ store, device }: Parts): PhotoWork {
  const state = signal(calm);
  let place: PhotoPlace | null = null;
  let seen = false;
  /** What has come with the last pictures, for a form that is opened again and has read its draft before they came. */
  let fresh: AttachmentRef[] = [];
  let batch = 0;
  const inHand = () => state.value.working !== null || state.value.unkept !== null;

  /** What is there already stands there once. */
  function put(photos: readonly AttachmentRef[]): void {
    const max = place?.max ?? 0;
    place?.change((now) => {
      const all = new Map([...now, ...photos].map((photo) => [photo.sha256, photo]));
      return [...all.values()].slice(0, Math.max(max, now.length));
    });
  }

  /** How many stand there, with those that the form has not handed back yet. */
  const count = () => new Set([...(place?.value ?? []), ...fresh].map(({ sha256 }) => sha256)).size;

  /** 'leftOut' when there is no place for it. */
  async function addOne(
    file: File,
    isOver: () => boolean,
  ): Promise<'kept' | 'unreadable' | 'leftOut' | 'full' | 'not-kept'> {
    if (count() >= (place?.max ?? 0)) return 'leftOut';
    const photo = await device.shrinkPhoto(file, maxSide);
    if (photo.status !== 'taken') return 'unreadable';
    const { bytes, type, width, height } = photo;
    const outcome = await store.keepAttachment(bytes, { type, width, height });
    if (outcome.status === 'full') return 'full';
    if (outcome.status !== 'kept') return 'not-kept';
    if (isOver()) return 'leftOut';
    fresh = [...fresh, outcome.ref];
    put([outcome.ref]);
    return 'kept';
  }

  /** What could not be kept before is tried again first: nothing in hand is let go but by `leaveOut`. */
  async function add(chosen: File[]): Promise<void> {
    const files = [...(state.value.unkept?.files ?? []), ...chosen];
    const mine = ++batch;
    const isOver = () => mine !== batch;
    const counted = { kept: 0, unreadable: 0, leftOut: 0 };
    for (const [at, file] of files.entries()) {
      state.value = { ...calm, ...counted, working: { n: at + 1, total: files.length } };
      // Whatever goes wrong with one, the form must not wait for it for ever: it can be tried again, or left out.
      const outcome = await addOne(file, isOver).catch(() => 'not-kept' as const);
      if (isOver()) return;
      if (outcome === 'full' || outcome === 'not-kept') {
        state.value = { ...calm, ...counted, unkept: { why: outcome, files: files.slice(at) } };
        return;
      }
      counted[outcome]++;
    }
    state.value = { ...calm, ...counted };
    if (seen) fresh = [];
  }

  return {
    state,
    inHand,
    showIn(next) {
      const [came, anew] = [fresh, next !== place];
      place = next;
      seen = true;
      if (!inHand()) fresh = [];
      if (anew && came.length > 0) put(came);
    },
    leave(left) {
      if (left !== place) return;
      seen = false;
      if (!inHand()) state.value = calm;
    },
    add: (files) => void add(files),
    addAgain() {
      if (state.value.unkept !== null) void add([]);
    },
    remove(gone) {
      const others = (photos: AttachmentRef[]) => photos.filter(({ sha256 }) => sha256 !== gone);
      fresh = others(fresh);
      place?.change(others);
      state.value = { ...state.value, kept: 0, removed: true };
    },
    cameraGaveNothing() {
      state.value = { ...state.value, noneTaken: true };
    },
    leaveOut() {
      state.value = calm;
    },
    giveUp() {
      batch++;
      fresh = [];
      state.value = calm;
    },
  };
}
