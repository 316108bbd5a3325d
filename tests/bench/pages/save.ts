/** Finishes self-assessments with the app's own code, and puts the same with bare Dexie, one after the other. */
import Dexie from 'dexie';
import { answersOf } from '../../../src/features/readings/model/reading-draft.ts';
import { assessKey, finishReading, saveReadingDraft } from '../../../src/features/readings/data.ts';
import { createId } from '../../../src/core/ids.ts';
import { environment, finishedDraft } from './garden.ts';
import { openPhone } from './open-phone.ts';

export interface Saving {
  /** Milliseconds of each save of ours and each bare put, taken in turns. */
  measure(turns: number): Promise<{ own: number[]; bare: number[] }>;
}

declare global {
  interface Window {
    saving: Saving;
  }
}

const bare = new Dexie('bare-saves', { chromeTransactionDurability: 'strict', cache: 'disabled' });
bare.version(1).stores({ records: 'id' });

async function openWatched() {
  const vault = await openPhone();
  // As the app does while a person saves: the line on top tells how many wait.
  vault.watchOutbox().subscribe(() => undefined);
  return vault;
}

const phone = openWatched();

window.saving = {
  async measure(turns) {
    const vault = await phone;
    const times = { own: new Array<number>(), bare: new Array<number>() };
    for (let turn = 0; turn < turns; turn++) {
      const draft = finishedDraft();
      const ours = async () => {
        await saveReadingDraft(vault, assessKey(vault), draft);
        await quiet();
        times.own.push(
          await timed(async () => {
            const { status } = await finishReading(vault, draft);
            if (status !== 'saved') throw new Error(status);
          }),
        );
      };
      const theirs = async () => {
        const { instrument, day } = draft;
        const row = {
          id: createId(environment),
          instrument,
          relation: 'self',
          answers: answersOf(draft),
          day,
        };
        await quiet();
        times.bare.push(await timed(() => bare.table('records').put(row)));
      };
      // Who goes first changes, so that neither always follows the other.
      for (const go of turn % 2 === 0 ? [ours, theirs] : [theirs, ours]) await go();
    }
    return times;
  },
};

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Lets what the last one set off come to its end: counting what waits takes a while where that is much. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500));
}
