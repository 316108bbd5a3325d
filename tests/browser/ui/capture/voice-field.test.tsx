/** Every answer can be spoken; what was said is kept at once, and no refusal loses anything. */
import '../../../../src/ui/styles/plotline.css';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AttachmentRef } from '../../../../src/core/define-record.ts';
import type { VoiceOutcome } from '../../../../src/core/device.ts';
import { SayOrType } from '../../../../src/ui/capture/say-or-type.tsx';
import { VoiceField } from '../../../../src/ui/capture/voice-field.tsx';
import { keepBefore, memoryStore, stage, type Stage } from '../../../support/capture-stage.tsx';
import { findBarriers } from '../../../support/find-barriers.ts';
import { waveSound } from '../../../support/wave-sound.ts';

let shown: Stage;
let draft: AttachmentRef | null;
beforeEach(() => {
  draft = null;
});
afterEach(() => shown.clear());

/** A form that keeps its draft outside of itself, as the real ones do. */
function Form({ start = null, limitMs }: { start?: AttachmentRef | null; limitMs?: number }) {
  const [voice, setVoice] = useState<AttachmentRef | null>(start);
  return (
    <VoiceField
      label="What happened"
      value={voice}
      limitMs={limitMs}
      onChange={(next) => {
        draft = next;
        setVoice(next);
      }}
    />
  );
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const record = button('Record your voice');
const stopRecording = button('Stop recording');
const listen = button('Listen');

/** A recording of this many milliseconds, made by a phone that a test can end. */
function fakeTake(ms: number) {
  let limitReached: (() => void) | null = null;
  const cancel = vi.fn();
  const sound = { bytes: waveSound(ms), type: 'audio/wav', ms };
  const outcome: VoiceOutcome = {
    status: 'recording',
    take: {
      stop: () => Promise.resolve(sound),
      cancel,
      level: () => 0.4,
      onLimit: (ended) => {
        limitReached = ended;
      },
      onPiece: () => undefined,
    },
  };
  return { record: () => Promise.resolve(outcome), cancel, reachLimit: () => limitReached?.() };
}

test('records with the real recorder, keeps it, and plays it', async () => {
  shown = await stage(<Form />);
  await record.click();
  await expect.element(page.getByText('Recording. Speak when you like.')).toBeVisible();
  await expect.element(page.getByRole('timer')).toHaveTextContent(/0:0[1-9]/);
  expect(await findBarriers(shown.host)).toEqual([]);
  await stopRecording.click();
  await expect.element(page.getByText('Your recording is saved on this phone.')).toBeVisible();
  expect(draft?.type).toBe('audio/webm');
  expect(draft?.ms).toBeGreaterThanOrEqual(1000);
  expect(shown.store.kept.get(draft?.sha256 ?? '')?.byteLength).toBe(draft?.bytes);
  expect(await findBarriers(shown.host)).toEqual([]);

  const plays = new Promise((heard) => addEventListener('play', heard, { capture: true, once: true }));
  await listen.click();
  await plays;
  await expect.element(listen).toBeVisible();
});

test('the focus stays on the button through asking, recording and stopping', async () => {
  shown = await stage(<Form />, { device: fakeTake(2000) });
  await record.click();
  await expect.element(stopRecording).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Record again')).toHaveFocus();
});

test('the longest time ends it, and all that was said is kept', async () => {
  shown = await stage(<Form limitMs={700} />);
  await record.click();
  await expect.element(page.getByText('The recording ended by itself.')).toBeVisible();
  expect(draft?.ms).toBeLessThanOrEqual(700);
  await expect.element(listen).toBeVisible();
});

test('says how much time is left before it ends', async () => {
  shown = await stage(<Form limitMs={10_500} />, { device: fakeTake(2000) });
  await record.click();
  const left = page.getByRole('status').filter({ hasText: '10 seconds left' });
  await expect.element(left).toBeInTheDocument();
});

test.each([
  ['denied', 'Plotline may not use the microphone'],
  ['no-microphone', 'No microphone was found'],
] as const)('%s: says what happened, keeps what was there, and lets one try again', async (status, words) => {
  const store = memoryStore();
  const before = await keepBefore(store, waveSound(4000), { type: 'audio/wav', ms: 4000 });
  shown = await stage(<Form start={before} />, {
    store,
    device: { record: () => Promise.resolve({ status }) },
  });
  await button('Record again').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record again' }).click();
  const alert = page.getByRole('alert').filter({ hasText: words });
  await expect.element(alert).toHaveTextContent(/Nothing of yours is lost/);
  expect(await findBarriers(shown.host)).toEqual([]);
  expect(draft).toBeNull();
  await expect.element(listen).toBeVisible();
  await expect.element(button('Record again')).toBeEnabled();
});

test('a microphone denied by the browser itself is told the same way', async () => {
  const refuse = vi
    .spyOn(navigator.mediaDevices, 'getUserMedia')
    .mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  shown = await stage(<Form />);
  await record.click();
  await expect.element(page.getByText('Plotline may not use the microphone')).toBeVisible();
  refuse.mockRestore();
  await record.click();
  await expect.element(stopRecording).toBeVisible();
  expect(page.getByRole('alert').elements()).toEqual([]);
});

test('a full phone keeps the recording from before, holds the new one, and keeps it once there is room', async () => {
  const store = memoryStore();
  const before = await keepBefore(store, waveSound(4000), { type: 'audio/wav', ms: 4000 });
  store.refuse = { status: 'full' };
  shown = await stage(<Form start={before} />, { store, device: fakeTake(2000) });
  await button('Record again').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record again' }).click();
  await stopRecording.click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(/no room left.*What was here before is safe/);
  expect(draft).toBeNull();
  await expect.element(listen).toBeVisible();
  // Deleting the one from before must not take the new one along.
  expect(button('Delete recording').elements()).toEqual([]);
  store.refuse = null;
  await button('Try again').click();
  await expect.element(page.getByText('Your recording is saved on this phone.')).toBeVisible();
  expect(draft).toMatchObject({ ms: 2000 });
});

test('a recording that could not be kept can be left out', async () => {
  const store = memoryStore();
  store.refuse = { status: 'unavailable', why: 'closed' };
  shown = await stage(<Form />, { store, device: fakeTake(2000) });
  await record.click();
  await stopRecording.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/not saved yet/);
  await button('Leave it out').click();
  await expect.element(record).toHaveFocus();
  expect(draft).toBeNull();
});

test('recording again asks first, and the one there stays until the new one is kept', async () => {
  const store = memoryStore();
  const before = await keepBefore(store, waveSound(4000), { type: 'audio/wav', ms: 4000 });
  shown = await stage(<Form start={before} />, { store, device: fakeTake(2000) });
  await button('Record again').click();
  await button('Keep it').click();
  await expect.element(button('Record again')).toHaveFocus();
  expect(draft).toBeNull();
  await button('Record again').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record again' }).click();
  await stopRecording.click();
  await expect.poll(() => draft?.ms).toBe(2000);
});

test('deleting asks first, and the focus goes on to recording', async () => {
  const store = memoryStore();
  const before = await keepBefore(store, waveSound(4000), { type: 'audio/wav', ms: 4000 });
  draft = before;
  shown = await stage(<Form start={before} />, { store });
  await button('Delete recording').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete recording' }).click();
  await expect.element(record).toHaveFocus();
  expect(draft).toBeNull();
});

test('leaving the screen while speaking keeps what was said', async () => {
  shown = await stage(<Form />, { device: fakeTake(2000) });
  await record.click();
  await expect.element(stopRecording).toBeVisible();
  shown.show(<p>Elsewhere</p>);
  await expect.poll(() => draft?.ms).toBe(2000);
});

test('leaving before the microphone was allowed leaves no microphone open', async () => {
  const take = fakeTake(2000);
  let allow: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    allow = resolve;
  });
  shown = await stage(<Form />, { device: { record: () => asked.then(take.record) } });
  await record.click();
  await expect.element(button('Asking for the microphone')).toBeVisible();
  shown.show(<p>Elsewhere</p>);
  allow();
  await expect.poll(() => take.cancel.mock.calls.length).toBe(1);
  expect(draft).toBeNull();
});

test('a slip of the finger is no recording', async () => {
  shown = await stage(<Form />, { device: fakeTake(80) });
  await record.click();
  await stopRecording.click();
  await expect.element(page.getByText('That was too short to hear')).toBeVisible();
  expect(draft).toBeNull();
});

test('without a microphone in the browser there is no button; what was recorded elsewhere can be heard', async () => {
  const store = memoryStore();
  const before = await keepBefore(store, waveSound(4000), { type: 'audio/wav', ms: 4000 });
  const device = { canRecord: () => false };
  shown = await stage(<Form />, { store, device });
  expect(shown.host.querySelector('button')).toBeNull();
  shown.show(<Form key="again" start={before} />);
  await expect.element(listen).toBeVisible();
  expect(record.elements()).toEqual([]);
});

test('a recording that is not here says so', async () => {
  const elsewhere = { sha256: 'a'.repeat(64), type: 'audio/webm', bytes: 10, ms: 1000 };
  shown = await stage(<Form start={elsewhere} />);
  await expect.element(page.getByText('This recording is not on this phone.')).toBeVisible();
});

test('a recording this phone cannot play is said to be safe', async () => {
  const store = memoryStore();
  const odd = await keepBefore(store, new Uint8Array([1, 2]).buffer, { type: 'audio/webm', ms: 4000 });
  shown = await stage(<Form start={odd} />, { store });
  await expect.element(page.getByText('This phone cannot play the recording.')).toBeVisible();
});

test('a question can be typed or spoken, or both', async () => {
  const typed = vi.fn();
  function Question() {
    const [value, setValue] = useState('');
    const [voice, setVoice] = useState<AttachmentRef | null>(null);
    return (
      <SayOrType
        label="What did you notice?"
        hint="Anything at all."
        value={value}
        onInput={(next) => {
          typed(next);
          setValue(next);
        }}
        voice={voice}
        onVoice={setVoice}
      />
    );
  }
  shown = await stage(<Question />, { device: fakeTake(3000) });
  await page.getByRole('textbox', { name: 'What did you notice?' }).fill('Beans');
  expect(typed).toHaveBeenLastCalledWith('Beans');
  await button('Say it instead').click();
  await stopRecording.click();
  await expect.element(page.getByRole('group', { name: 'Spoken: What did you notice?' })).toBeVisible();
  await expect.element(button('Record again')).toBeVisible();
  await expect.element(page.getByRole('textbox')).toHaveValue('Beans');
  expect(await findBarriers(shown.host)).toEqual([]);
});
