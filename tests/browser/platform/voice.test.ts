/** Recording with a (pretended) microphone: a sound that plays, an end to it, and every refusal as a value. */
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { VoicePiece } from '../../../src/core/device.ts';
import { recordVoice } from '../../../src/platform/voice.ts';
import { browserVoice, type VoiceEdge } from '../../../src/platform/voice-edge.ts';

const streams: MediaStream[] = [];

/** The browser's own microphone, watched so that a test can see that it is let go. */
function edge(more: Partial<VoiceEdge> = {}): VoiceEdge {
  const own = browserVoice();
  if (own === null) throw new Error('this browser cannot record');
  const getUserMedia: VoiceEdge['devices']['getUserMedia'] = async (wanted) => {
    const stream = await own.devices.getUserMedia(wanted);
    streams.push(stream);
    return stream;
  };
  return { ...own, devices: { getUserMedia }, ...more };
}

const refusing = (name: string): VoiceEdge =>
  edge({ devices: { getUserMedia: () => Promise.reject(new DOMException('refused', name)) } });

async function begin(limitMs: number, given = edge()) {
  const outcome = await recordVoice(limitMs, given);
  if (outcome.status !== 'recording') throw new Error(outcome.status);
  return outcome.take;
}

const microphoneIsOpen = () =>
  streams.some((stream) => stream.getTracks().some((track) => track.readyState === 'live'));

async function secondsOf(bytes: ArrayBuffer): Promise<number> {
  const context = new AudioContext();
  try {
    return (await context.decodeAudioData(bytes.slice(0))).duration;
  } finally {
    await context.close();
  }
}

beforeEach(async () => {
  streams.length = 0;
  // A level is only measured after a tap, as in the app.
  await userEvent.click(document.body);
});

test('gives a sound that plays, as long as it says, and lets the microphone go', async () => {
  const take = await begin(60_000);
  expect(microphoneIsOpen()).toBe(true);
  // The pretended microphone beeps once a second.
  await expect.poll(() => take.level(), { interval: 20 }).toBeGreaterThan(0.05);
  expect(take.level()).toBeLessThanOrEqual(1);
  const sound = await take.stop();
  expect(sound.type).toMatch(/^audio\/[a-z0-9]+$/);
  const seconds = await secondsOf(sound.bytes);
  expect(seconds).toBeGreaterThan(0);
  // A busy machine leaves some of it out; it never hears more than there was.
  expect(seconds).toBeLessThan(sound.ms / 1000 + 0.5);
  expect(seconds).toBeGreaterThan(sound.ms / 4000);
  expect(microphoneIsOpen()).toBe(false);
});

test('stops by itself when the longest time is over, and what was said is there', async () => {
  const take = await begin(2000);
  await new Promise<void>((ended) => take.onLimit(ended));
  expect(microphoneIsOpen()).toBe(false);
  const sound = await take.stop();
  expect(sound.ms).toBeLessThanOrEqual(2000);
  expect(await secondsOf(sound.bytes)).toBeGreaterThan(0.3);
});

test('somebody who asks late still hears that it ended by itself', async () => {
  const take = await begin(300);
  await expect.poll(() => microphoneIsOpen()).toBe(false);
  const ended = vi.fn();
  take.onLimit(ended);
  expect(ended).toHaveBeenCalledOnce();
});

test('ends, with what was said, when the app goes out of sight', async () => {
  const seen: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' };
  const page = Object.assign(new EventTarget(), seen);
  const take = await begin(60_000, edge({ page }));
  await expect.poll(() => take.level(), { interval: 20 }).toBeGreaterThan(0.05);
  page.visibilityState = 'hidden';
  const ended = new Promise<void>((resolve) => take.onLimit(resolve));
  page.dispatchEvent(new Event('visibilitychange'));
  await ended;
  expect((await take.stop()).bytes.byteLength).toBeGreaterThan(0);
});

test('gives it piece by piece as well: what came so far plays, and all of them are the whole', async () => {
  const take = await begin(60_000);
  const pieces: VoicePiece[] = [];
  take.onPiece((piece) => pieces.push(piece));
  await expect.poll(() => pieces.length, { interval: 20 }).toBeGreaterThanOrEqual(2);
  const late: VoicePiece[] = [];
  take.onPiece((piece) => late.push(piece));
  expect(late).toEqual(pieces);
  for (const count of [1, 2]) {
    const soFar = pieces.slice(0, count);
    const bytes = await new Blob(soFar.map((piece) => piece.bytes)).arrayBuffer();
    const ms = soFar.at(-1)?.ms ?? 0;
    expect(ms).toBeGreaterThan(1000 * count);
    const seconds = await secondsOf(bytes);
    expect(seconds).toBeLessThan(ms / 1000 + 1);
    expect(seconds).toBeGreaterThan(ms / 4000);
  }
  const whole = await take.stop();
  expect(late.slice(0, -1).map(({ last }) => last)).not.toContain(true);
  expect(late.at(-1)).toMatchObject({ last: true, type: whole.type });
  expect(await new Blob(late.map((piece) => piece.bytes)).arrayBuffer()).toEqual(whole.bytes);
});

test('asking for the sound twice gives the same sound', async () => {
  const take = await begin(60_000);
  const [first, second] = await Promise.all([take.stop(), take.stop()]);
  expect(second).toBe(first);
});

test('throwing it away closes the microphone and does not count as the longest time', async () => {
  const take = await begin(60_000);
  const ended = vi.fn();
  take.onLimit(ended);
  take.cancel();
  await take.stop();
  expect(microphoneIsOpen()).toBe(false);
  expect(ended).not.toHaveBeenCalled();
});

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'no-microphone'],
  ['NotReadableError', 'failed'],
])('%s is told as "%s"', async (name, status) => {
  expect((await recordVoice(1000, refusing(name))).status).toBe(status);
});

test('a recorder that cannot start is told as failed, and the microphone is let go', async () => {
  const start = vi.spyOn(MediaRecorder.prototype, 'start').mockImplementation(() => {
    throw new DOMException('busy', 'NotSupportedError');
  });
  expect((await recordVoice(1000, edge())).status).toBe('failed');
  expect(microphoneIsOpen()).toBe(false);
  start.mockRestore();
});
