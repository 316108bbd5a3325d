/** Asking the phone for room: what it says is passed on, and a phone that says nothing is no failure. */
import { expect, test } from 'vitest';
import { askToKeep, roomLeft } from '../../../src/platform/storage-room.ts';

function storage(more: {
  persisted?: boolean;
  persist?: () => Promise<boolean>;
  estimate?: StorageEstimate;
}) {
  return {
    persisted: () => Promise.resolve(more.persisted ?? false),
    persist: more.persist ?? (() => Promise.resolve(false)),
    estimate: () => Promise.resolve(more.estimate ?? {}),
    getDirectory: () => Promise.reject(new Error('not asked for')),
  };
}

test('the real browser says how much room there is', async () => {
  const room = await roomLeft();
  expect(room?.freeBytes).toBeGreaterThan(0);
  expect(room?.usedBytes).toBeGreaterThanOrEqual(0);
});

test('used more than granted leaves no room, not less than none', async () => {
  expect(await roomLeft(storage({ estimate: { usage: 12, quota: 10 } }))).toEqual({
    usedBytes: 12,
    freeBytes: 0,
  });
});

test('a browser that does not say is unknown', async () => {
  expect(await roomLeft(storage({}))).toBeNull();
});

test('a promise is asked for once and told as it is', async () => {
  const refuse = () => Promise.reject(new Error('asked again'));
  expect(await askToKeep(storage({ persisted: true, persist: refuse }))).toBe('kept');
  expect(await askToKeep(storage({ persist: () => Promise.resolve(true) }))).toBe('kept');
  expect(await askToKeep(storage({}))).toBe('may-be-cleared');
  expect(await askToKeep(storage({ persist: refuse }))).toBe('unknown');
});
