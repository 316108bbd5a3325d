/** The steps of taking away: look at what there is, make the files, hand them over. */
import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useServices } from '../../../ui/services.tsx';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import {
  lookAtAll,
  takeAway,
  type ExportReport,
  type Progress,
  type TakeAwayForm,
  type TakenAway,
  type WhatGoes,
} from '../data.ts';
import { readmeWords } from './readme-words.ts';
import { worthShowing } from './work-under-way.tsx';

export type TakeAwayStage =
  | { at: 'looking' }
  | { at: 'out-of-reach' }
  /** `trouble` says why the last try made no file. */
  | { at: 'choosing'; what: WhatGoes; trouble?: Exclude<TakenAway['status'], 'done'> }
  | { at: 'making'; progress: Progress | null }
  | { at: 'ready'; form: TakeAwayForm; files: File[]; report: ExportReport };

export interface TakingAwaySteps {
  stage: ReadonlySignal<TakeAwayStage>;
  look(): Promise<void>;
  make(form: TakeAwayForm): Promise<void>;
  stop(): void;
}

/** `version` is the app's, for the file to say what made it. */
export function useTakeAway(version: string): TakingAwaySteps {
  const t = useText();
  const language = useTextState().language.value;
  const { store, records, environment } = useServices();
  const stage = useSignal<TakeAwayStage>({ at: 'looking' });
  const found = useRef<WhatGoes>(null);
  const work = useRef(new AbortController());
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

  async function look(): Promise<void> {
    stage.value = { at: 'looking' };
    const { signal } = (work.current = new AbortController());
    const looked = await lookAtAll(store, { records, timeZone, signal });
    if (signal.aborted) return;
    if (looked.status === 'looked') found.current = looked.what;
    stage.value = looked.status === 'looked' ? { at: 'choosing', what: looked.what } : { at: 'out-of-reach' };
  }

  async function make(form: TakeAwayForm): Promise<void> {
    const { signal } = (work.current = new AbortController());
    stage.value = { at: 'making', progress: null };
    const now = new Date(environment.now());
    const made = await takeAway(store, form, {
      records,
      now,
      timeZone,
      appVersion: version,
      readme: readmeWords(t, language, now.toISOString()),
      signal,
      onProgress(progress) {
        if (!signal.aborted && worthShowing(progress)) stage.value = { at: 'making', progress };
      },
    });
    const what = found.current;
    if (made.status === 'done') stage.value = { at: 'ready', form, files: made.files, report: made.report };
    else stage.value = what ? { at: 'choosing', what, trouble: made.status } : { at: 'out-of-reach' };
  }

  useEffect(() => {
    void look();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each vault; the language changes nothing of it
  }, [store]);

  // A passive effect would be cleaned up a frame later.
  useLayoutEffect(() => () => work.current.abort(), [store]);

  return { stage, look, make, stop: () => work.current.abort() };
}
