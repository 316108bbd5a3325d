/** A file reaches the person: shared on a phone, downloaded elsewhere, and a change of mind is no failure. */
import { afterEach, expect, test, vi } from 'vitest';
import { saveFile, type SaveEdge } from '../../../src/platform/save-file.ts';

const file = new File(['{}'], 'my-records.json', { type: 'application/json' });
const downloads: { name: string; href: string }[] = [];

function phone(more: Partial<SaveEdge> = {}): SaveEdge {
  return { handheld: true, canShare: () => true, share: () => Promise.resolve(), ...more };
}

/** Sees what the page would download, and keeps the browser from doing it. */
function catchDownloads(): void {
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, href: this.href });
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  downloads.length = 0;
});

test('a phone that takes files shares it', async () => {
  catchDownloads();
  const share = vi.fn(() => Promise.resolve());
  expect(await saveFile(file, phone({ share }))).toBe('shared');
  expect(share).toHaveBeenCalledWith({ files: [file] });
  expect(downloads).toEqual([]);
});

test('closing the share sheet is a change of mind', async () => {
  catchDownloads();
  const share = () => Promise.reject(new DOMException('closed', 'AbortError'));
  expect(await saveFile(file, phone({ share }))).toBe('cancelled');
  expect(downloads).toEqual([]);
});

test.each([
  ['a computer', { handheld: false }],
  ['a phone that shares no files', { canShare: () => false }],
  [
    'a phone that refuses this file',
    { share: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
  ],
])('%s downloads it under its name, and the link works until long after', async (_, more) => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  catchDownloads();
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  expect(await saveFile(file, phone(more))).toBe('downloaded');
  expect(downloads.map((one) => one.name)).toEqual(['my-records.json']);
  const href = downloads[0]?.href ?? '';
  expect(await (await fetch(href)).text()).toBe('{}');
  expect(revoke).not.toHaveBeenCalled();
  vi.advanceTimersByTime(120_000);
  expect(revoke).toHaveBeenCalledWith(href);
  expect(document.querySelector('a[download]')).toBeNull();
});
