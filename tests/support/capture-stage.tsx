/** A stage for the parts that capture: the real page and words, with a phone and a store that do what a test says. */
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { vi } from 'vitest';
import type { AttachmentRef } from '../../src/core/define-record.ts';
import type { Device, Speech } from '../../src/core/device.ts';
import type { KeepOutcome, Store } from '../../src/core/store.ts';
import { createDevice } from '../../src/platform/device.ts';
import { ServicesContext } from '../../src/ui/services.tsx';
import type { Language } from '../../src/ui/text/languages.ts';
import { loadCatalog } from '../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../src/ui/text/text-state.ts';
import { TextContext } from '../../src/ui/text/use-text.ts';

/** Keeps attachments in memory. `refuse` makes the phone full, or the database unreachable, until taken back. */
export interface MemoryStore extends Store {
  kept: Map<string, ArrayBuffer>;
  refuse: Exclude<KeepOutcome, { status: 'kept' }> | null;
}

const owner = { personId: '0198f000-0000-7000-8000-000000000001', role: 'participant' } as const;

function notAsked(): never {
  throw new Error('capturing only keeps and opens attachments');
}

export function memoryStore(): MemoryStore {
  const kept = new Map<string, ArrayBuffer>();
  const store: MemoryStore = {
    kept,
    refuse: null,
    owner,
    async keepAttachment(bytes, about) {
      if (store.refuse !== null) return store.refuse;
      const sha256 = await sha256Of(bytes);
      kept.set(sha256, bytes);
      return {
        status: 'kept',
        ref: { ...about, sha256, bytes: bytes.byteLength },
        handedIn: { sha256, keptAt: 0 },
      };
    },
    attachment: (sha256) => Promise.resolve(kept.get(sha256) ?? null),
    write: notAsked,
    apply: notAsked,
    get: notAsked,
    watch: notAsked,
    list: notAsked,
    watchList: notAsked,
    watchSubjects: notAsked,
    history: notAsked,
    othersMayHave: notAsked,
    everything: notAsked,
    definitions: notAsked,
    watchDefinitions: notAsked,
    draft: notAsked,
    watchDrafts: notAsked,
    saveDraft: notAsked,
    dropDraft: notAsked,
    dropUnused: notAsked,
    takes: notAsked,
    watchOutbox: notAsked,
  };
  return store;
}

async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts something in the store as if it had been captured before. */
export async function keepBefore(
  store: MemoryStore,
  bytes: ArrayBuffer,
  about: Omit<AttachmentRef, 'sha256' | 'bytes'>,
): Promise<AttachmentRef> {
  const outcome = await store.keepAttachment(bytes, about);
  if (outcome.status !== 'kept') throw new Error(outcome.status);
  return outcome.ref;
}

/** A voice that speaks until it is told to stop, in the languages given. */
export function fakeSpeech(...languages: string[]) {
  let end: (() => void) | null = null;
  const said: { text: string; language: string }[] = [];
  const listeners = new Set<() => void>();
  const stop = vi.fn(() => {
    end?.();
    end = null;
  });
  const speech: Speech = {
    available: (language) => languages.includes(language),
    onChange(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    speak(text, language) {
      stop();
      said.push({ text, language });
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    stop,
  };
  return {
    speech,
    said,
    stop,
    learn(language: string) {
      languages.push(language);
      for (const changed of listeners) changed();
    },
    isSpeaking: () => end !== null,
    finish: () => stop(),
  };
}

export interface Stage {
  store: MemoryStore;
  host: HTMLElement;
  show(part: ComponentChild): void;
  clear(): void;
}

/** Shows a part in the language given, on the real device except for what `device` says otherwise. */
export async function stage(
  part: ComponentChild,
  given: { device?: Partial<Device>; store?: MemoryStore; language?: Language } = {},
): Promise<Stage> {
  const language = given.language ?? 'en';
  const text = createTextState(await loadCatalog(language), loadCatalog, (shown) => {
    document.documentElement.lang = shown;
  });
  const store = given.store ?? memoryStore();
  const services = {
    store,
    owner,
    device: { ...createDevice(), ...given.device },
    records: new Map(),
    environment: {
      now: () => Date.now(),
      randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    },
  };
  const host = document.createElement('main');
  document.title = 'Capture';
  document.body.append(host);
  const show = (shown: ComponentChild) =>
    render(
      <TextContext.Provider value={text}>
        <ServicesContext.Provider value={services}>{shown}</ServicesContext.Provider>
      </TextContext.Provider>,
      host,
    );
  show(part);
  return {
    store,
    host,
    show,
    clear() {
      render(null, host);
      host.remove();
    },
  };
}
