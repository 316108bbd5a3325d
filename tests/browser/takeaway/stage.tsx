/** The screens for files over a real vault, with a person who has something of everything. */
import { LocationProvider } from 'preact-iso';
import { render, type ComponentChild } from 'preact';
import { unzipSync, zipSync } from 'fflate';
import '../../../src/ui/styles/plotline.css';
import '../../support/told-lost.ts';
import type { RecordKind } from '../../../src/core/define-record.ts';
import type { Device } from '../../../src/core/device.ts';
import type { Store } from '../../../src/core/store.ts';
import { asset } from '../../../src/features/assets/model/asset.ts';
import { introduceOwner } from '../../../src/features/people/data.ts';
import { reflection } from '../../../src/features/reflections/model/reflection.ts';
import { takeAway } from '../../../src/features/takeaway/data.ts';
import { createDevice } from '../../../src/platform/device.ts';
import { records } from '../../../src/records.ts';
import type { Vault } from '../../../src/storage/open-vault.ts';
import { Announcer } from '../../../src/ui/parts/announcer.tsx';
import { ServicesContext } from '../../../src/ui/services.tsx';
import { loadCatalog } from '../../../src/ui/text/load-catalog.ts';
import { createTextState } from '../../../src/ui/text/text-state.ts';
import { TextContext } from '../../../src/ui/text/use-text.ts';
import { openTestVault, saved, type TestVault } from '../../support/vault.ts';

export interface Gardener {
  test: TestVault;
  vault: Vault;
}

export async function gardener(): Promise<Gardener> {
  const test = await openTestVault();
  test.vault.close();
  return { test, vault: await test.openTab(records) };
}

/** A name, two thoughts (one private), and something they bring, with a photo. */
export async function withStory(name = 'Sam'): Promise<Gardener> {
  const here = await gardener();
  const { test, vault } = here;
  saved(await introduceOwner(vault, name, 'en'));
  const kept = await vault.keepAttachment(new TextEncoder().encode(`a photo of ${name}`).buffer, {
    type: 'image/jpeg',
    width: 30,
    height: 20,
  });
  if (kept.status !== 'kept') throw new Error(kept.status);
  const create = async (kind: RecordKind, body: unknown, audience: 'me' | 'team') =>
    saved(
      await vault.write([
        { do: 'create', id: test.newId(), kind, subject: test.owner.personId, body, audience },
      ]),
    );
  await create(reflection, { words: 'The beans are up', photos: [], talk: false }, 'team');
  await create(reflection, { words: '=1+1 is not a sum here', photos: [], talk: false }, 'me');
  const able = { what: 'Grafting', part: 'hand', photos: [kept.ref], priorLearning: false, competences: [] };
  await create(asset, able, 'team');
  return here;
}

/** What the person would take away. */
export async function zipOf(store: Store): Promise<File> {
  const made = await takeAway(store, 'everything', {
    records,
    now: new Date('2026-07-01T10:00:00.000Z'),
    timeZone: 'UTC',
    appVersion: '0.1.0',
    readme: () => ['Read me'],
  });
  const file = made.status === 'done' ? made.files[0] : undefined;
  if (!file) throw new Error(made.status);
  return file;
}

/** The same zip with its files changed. */
export async function rezip(
  zip: File,
  change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>,
): Promise<File> {
  const files = change(unzipSync(new Uint8Array(await zip.arrayBuffer())));
  return new File([Uint8Array.from(zipSync(files))], zip.name, { type: 'application/zip' });
}

/** Everything that is kept, to see that nothing changed. */
export async function contentsOf(store: Store): Promise<string[]> {
  const found: string[] = [];
  for await (const one of store.everything()) found.push(JSON.stringify(one));
  return found.sort();
}

export interface Shown {
  host: HTMLElement;
  clear(): void;
}

export async function showScreen(
  screen: ComponentChild,
  { test, vault }: Gardener,
  changed: { store?: Store; device?: Partial<Device> } = {},
): Promise<Shown> {
  const text = createTextState(await loadCatalog('en'), loadCatalog, (language) => {
    document.documentElement.lang = language;
  });
  const host = document.createElement('div');
  document.body.append(host);
  const { owner, environment } = test;
  const services = {
    store: changed.store ?? vault,
    owner,
    device: { ...createDevice(), ...changed.device },
    records,
    environment,
  };
  render(
    <TextContext.Provider value={text}>
      <ServicesContext.Provider value={services}>
        <Announcer>
          <LocationProvider>{screen}</LocationProvider>
        </Announcer>
      </ServicesContext.Provider>
    </TextContext.Provider>,
    host,
  );
  return {
    host,
    clear() {
      render(null, host);
      host.remove();
      delete document.documentElement.dataset['theme'];
    },
  };
}

/** Gives a file to the screen as the phone's picker would. */
export function choose(host: HTMLElement, file: File): void {
  const input = host.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no place for a file');
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
