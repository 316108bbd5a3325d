/** The form for something on one's mind, on a real vault, with somebody who speaks in it. */
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { AttachmentRef } from '../../src/core/define-record.ts';
import { createId } from '../../src/core/ids.ts';
import { newReflection, reflectKey } from '../../src/features/reflections/data.ts';
import { showScreen, type OwnStage } from './own-stage.tsx';
import { openOwnVault } from './own-vault.ts';
import { leavePieces, piecewiseMicrophone } from './piecewise-microphone.ts';
import { waveSound } from './wave-sound.ts';

export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const words = page.getByRole('textbox').first();
export const cutShort = page.getByText('Your recording was cut short', { exact: true });
export const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name }).click();

interface Killed {
  /** A recording that was there before. */
  voice?: AttachmentRef;
  /** How many pieces there are of the one under way; the third is the last. */
  count?: number;
  take?: string;
}

export type SpeakingForm = Awaited<ReturnType<typeof speakingForm>>;

/** `path` and `draft` are those of a new one; a test that changes a record sets both. */
export async function speakingForm() {
  const phone = await openOwnVault();
  let shown: OwnStage | null = null;

  return {
    phone,
    path: '/reflect',
    draft: reflectKey(phone.vault),
    get host() {
      return shown?.host ?? document.body;
    },

    async open(microphone = piecewiseMicrophone()) {
      shown = await showScreen({ phone, path: this.path, device: microphone });
      await expect.element(words).toBeVisible();
      return microphone;
    },
    async comeBack(microphone = piecewiseMicrophone()) {
      shown?.clear();
      return this.open(microphone);
    },
    go: (path: string) => shown?.go(path),
    async startSpeaking() {
      await button('Say it instead').click();
      await expect.element(button('Stop recording')).toBeVisible();
    },

    /** How many pieces of all recordings in this form are on the phone. */
    async pieces() {
      const { draft } = this;
      const takes = await phone.vault.takes();
      const found = await Promise.all((await takes.of(draft)).map((take) => takes.pieces({ draft, take })));
      return found.flat().length;
    },
    /** What its draft says. */
    async value() {
      return (await phone.vault.draft(this.draft))?.value;
    },

    /** Leaves it as a window does that was killed while somebody spoke in it. */
    async killed({ voice, count = 2, take = createId(phone.environment) }: Killed = {}) {
      const { draft } = this;
      await phone.vault.saveDraft(draft, {
        ...newReflection(phone.environment),
        words: 'Beans',
        voice: voice ?? null,
      });
      await leavePieces(await phone.vault.takes(), { draft, take }, { count });
      return take;
    },
    /** A whole recording of five seconds, kept. */
    async wholeRecording() {
      const outcome = await phone.vault.keepAttachment(waveSound(5000), { type: 'audio/wav', ms: 5000 });
      if (outcome.status !== 'kept') throw new Error(outcome.status);
      return outcome.ref;
    },

    clear() {
      shown?.clear();
      phone.vault.close();
      vi.restoreAllMocks();
    },
  };
}
