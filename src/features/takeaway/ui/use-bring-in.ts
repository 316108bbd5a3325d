/** The steps of bringing in: choose a file, look through it, and, once the person says so, take it in. */
import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RecordKinds } from '../../../core/define-record.ts';
import type { Store } from '../../../core/store.ts';
import {
  bringIn,
  lookInto,
  type ImportCheck,
  type ImportOutcome,
  type Progress,
  type ReadyImport,
  type RefusalCode,
} from '../data.ts';
import { worthShowing } from './work-under-way.tsx';

type Imported = Extract<ImportOutcome, { status: 'imported' }>;

/** Why nothing was brought in. */
export type Broken = Exclude<ImportOutcome['status'], 'imported'>;

/** Why there is nothing to look at. */
export type NoFile = { code: RefusalCode } | { broken: 'stopped' | 'unavailable' };

export type BringInStage =
  | { at: 'choosing'; why?: NoFile }
  | { at: 'checking'; progress: Progress | null }
  | { at: 'ready'; check: ReadyImport; broken?: Broken }
  | { at: 'bringing'; progress: Progress | null }
  | { at: 'done'; check: ReadyImport; outcome: Imported };

export interface BringInSteps {
  stage: ReadonlySignal<BringInStage>;
  choose(file: File): Promise<void>;
  /** True once all of it is in; otherwise the stage says why, and nothing is. */
  bring(store: Store): Promise<boolean>;
  stop(): void;
  startOver(): void;
}

/** `store` is left out at a first run, where there is none to compare with yet. */
export function useBringIn(records: RecordKinds, store?: Store): BringInSteps {
  const stage = useSignal<BringInStage>({ at: 'choosing' });
  const work = useRef(new AbortController());
  // A passive effect would be cleaned up a frame later.
  useLayoutEffect(() => () => work.current.abort(), []);

  function begin(at: 'checking' | 'bringing') {
    const { signal } = (work.current = new AbortController());
    stage.value = { at, progress: null };
    const onProgress = (progress: Progress) => {
      if (!signal.aborted && worthShowing(progress)) stage.value = { at, progress };
    };
    return { signal, onProgress };
  }

  return {
    stage,
    async choose(file) {
      stage.value = afterLooking(await lookInto(file, { records, store, ...begin('checking') }));
    },
    async bring(into) {
      if (stage.value.at !== 'ready') return false;
      const { check } = stage.value;
      const outcome = await bringIn(into, check, begin('bringing'));
      stage.value =
        outcome.status === 'imported'
          ? { at: 'done', check, outcome }
          : { at: 'ready', check, broken: outcome.status };
      return outcome.status === 'imported';
    },
    stop: () => work.current.abort(),
    startOver() {
      stage.value = { at: 'choosing' };
    },
  };
}

function afterLooking(check: ImportCheck): BringInStage {
  switch (check.status) {
    case 'ready':
      return { at: 'ready', check };
    case 'refused':
      return { at: 'choosing', why: { code: check.code } };
    case 'stopped':
    case 'unavailable':
      return { at: 'choosing', why: { broken: check.status } };
  }
}
