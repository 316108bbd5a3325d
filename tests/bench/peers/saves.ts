/** How long PouchDB and RxDB (on Dexie) take to save the same: seen beside ours, neither sealed nor strictly durable. */
import PouchDB from 'pouchdb/dist/pouchdb.min.js';
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { finishedDraft } from '../pages/garden.ts';

export interface OtherSaves {
  /** Milliseconds of each, in turns. */
  measure(turns: number): Promise<{ pouchdb: number[]; rxdb: number[] }>;
}

declare global {
  interface Window {
    otherSaves: Promise<OtherSaves>;
  }
}

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 40 },
    instrument: { type: 'object' },
    relation: { type: 'string' },
    answers: { type: 'array' },
  },
  required: ['id'],
} as const;

window.otherSaves = (async (): Promise<OtherSaves> => {
  const pouch = new PouchDB('bench-saves');
  const database = await createRxDatabase({ name: 'bench-rxdb', storage: getRxStorageDexie() });
  const { readings } = await database.addCollections({ readings: { schema } });
  return {
    async measure(turns) {
      const times = { pouchdb: new Array<number>(), rxdb: new Array<number>() };
      for (let turn = 0; turn < turns; turn++) {
        const { id, instrument, answers } = finishedDraft();
        const row = { instrument, relation: 'self', answers };
        const pouching = async () => {
          await quiet();
          times.pouchdb.push(await timed(() => pouch.put({ _id: id, ...row })));
        };
        const rxing = async () => {
          await quiet();
          times.rxdb.push(await timed(() => readings.insert({ id, ...row })));
        };
        for (const go of turn % 2 === 0 ? [pouching, rxing] : [rxing, pouching]) await go();
      }
      return times;
    },
  };
})();

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200));
}
