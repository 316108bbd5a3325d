/** Photos are kept at once, small and without their place; what cannot be kept or read is said, and nothing is lost. */
import '../../../../src/ui/styles/plotline.css';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AttachmentRef } from '../../../../src/core/define-record.ts';
import type { Device } from '../../../../src/core/device.ts';
import { PhotoField } from '../../../../src/ui/capture/photo-field.tsx';
import { usePhotoWork } from '../../../../src/ui/capture/use-photo-work.ts';
import { PhotoStrip } from '../../../../src/ui/capture/photo-strip.tsx';
import {
  keepBefore,
  memoryStore,
  stage,
  type MemoryStore,
  type Stage,
} from '../../../support/capture-stage.tsx';
import { findBarriers } from '../../../support/find-barriers.ts';
import { photoWithPlace, segmentsOf } from '../../../support/photo-with-place.ts';

let shown: Stage;
let draft: AttachmentRef[];
beforeEach(() => {
  draft = [];
});
afterEach(() => {
  shown.clear();
  vi.restoreAllMocks();
});

function Form({ start, max }: { start?: AttachmentRef[]; max?: number }) {
  const [photos, setPhotos] = useState(start ?? []);
  const work = usePhotoWork({ key: 'form', round: 0 }, () => undefined);
  return (
    <PhotoField
      label="Photos"
      value={photos}
      max={max}
      work={work}
      onChange={(how) => {
        draft = how(draft);
        setPhotos(draft);
      }}
    />
  );
}

const gallery = () => input('input:not([capture])');
const camera = () => input('input[capture="environment"]');
function input(selector: string): HTMLInputElement {
  const found = shown.host.querySelector<HTMLInputElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

const picture = (name: string) => new File([name], name, { type: 'image/jpeg' });
const alert = (words: RegExp) => page.getByRole('alert').filter({ hasText: words });

/** A phone that makes every picture small at once; each comes out as its own bytes. */
const quick: Partial<Device> = {
  async shrinkPhoto(file) {
    if (file instanceof File && file.name.startsWith('odd')) return { status: 'unreadable' };
    return { status: 'taken', bytes: await file.arrayBuffer(), type: 'image/jpeg', width: 40, height: 30 };
  },
};

const fail = () => Promise.reject(new Error('nothing makes it small'));

async function realPhoto(store: MemoryStore): Promise<AttachmentRef> {
  const photo = await photoWithPlace(300, 200);
  return keepBefore(store, await photo.arrayBuffer(), { type: 'image/jpeg', width: 200, height: 300 });
}

test('a chosen photo is kept without its place, shown, and said to be saved', async () => {
  shown = await stage(<Form />);
  const photo = new File([await photoWithPlace(3000, 2000)], 'IMG_0001.jpg', { type: 'image/jpeg' });
  await userEvent.upload(gallery(), photo);
  await expect.element(page.getByText('1 photo is saved on this phone.')).toBeVisible();
  await expect.element(page.getByRole('img', { name: 'Photo 1 of 1' })).toBeVisible();
  expect(draft).toMatchObject([{ type: 'image/jpeg', width: 1067, height: 1600 }]);
  const bytes = shown.store.kept.get(draft[0]?.sha256 ?? '');
  expect(bytes && segmentsOf(bytes)).not.toContain(0xe1);
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('several at once are all kept, the same one only once', async () => {
  shown = await stage(<Form />, { device: quick });
  await userEvent.upload(gallery(), [picture('a.jpg'), picture('b.jpg'), picture('a.jpg')]);
  await expect.poll(() => draft.length).toBe(2);
  await userEvent.upload(gallery(), [picture('c.jpg')]);
  await expect.poll(() => draft.length).toBe(3);
});

test('the camera opens for one photo, the gallery for several', async () => {
  shown = await stage(<Form />);
  expect(camera().multiple).toBe(false);
  expect(gallery().multiple).toBe(true);
  const opened = vi.spyOn(HTMLInputElement.prototype, 'click').mockReturnValue();
  await page.getByRole('button', { name: 'Choose photos' }).click();
  expect(opened.mock.contexts).toEqual([gallery()]);
});

test('a picture that cannot be read is said so, and the others are kept', async () => {
  shown = await stage(<Form />, { device: quick });
  await userEvent.upload(gallery(), [picture('a.jpg'), picture('odd.heic'), picture('b.jpg')]);
  await expect.element(alert(/1 picture could not be opened/)).toBeVisible();
  expect(draft.length).toBe(2);
  expect(await findBarriers(shown.host)).toEqual([]);
});

test('no more than fit are taken, and it says how many were left out', async () => {
  shown = await stage(<Form max={2} />, { device: quick });
  await userEvent.upload(gallery(), [picture('a.jpg'), picture('b.jpg'), picture('c.jpg')]);
  await expect.element(page.getByText('1 photo did not fit')).toBeVisible();
  expect(draft.length).toBe(2);
  expect(page.getByRole('button', { name: 'Choose photos' }).elements()).toEqual([]);
});

test('a full phone keeps what was there, holds the new ones, and keeps them once there is room', async () => {
  const store = memoryStore();
  const before = await realPhoto(store);
  store.refuse = { status: 'full' };
  draft = [before];
  shown = await stage(<Form start={[before]} />, { store, device: quick });
  await userEvent.upload(gallery(), [picture('a.jpg'), picture('b.jpg')]);
  await expect.element(alert(/no room left.*What was here before is safe/)).toBeVisible();
  expect(draft).toEqual([before]);
  await expect.element(page.getByRole('img', { name: 'Photo 1 of 1' })).toBeVisible();
  store.refuse = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => draft.length).toBe(3);
});

test('what is in hand stays there while another is taken, or none', async () => {
  const store = memoryStore();
  store.refuse = { status: 'full' };
  shown = await stage(<Form />, { store, device: quick });
  await userEvent.upload(gallery(), [picture('a.jpg')]);
  const full = alert(/no room left/);
  await expect.element(full).toBeVisible();
  camera().dispatchEvent(new Event('cancel', { bubbles: true }));
  await expect.element(page.getByText('If the camera did not open')).toBeVisible();
  await expect.element(full).toBeVisible();
  store.refuse = null;
  await userEvent.upload(gallery(), [picture('b.jpg')]);
  await expect.poll(() => draft.length).toBe(2);
});

test('a phone that fails at one keeps it in hand, and it can be tried again', async () => {
  let failing = true;
  const weak: Partial<Device> = {
    shrinkPhoto: (file, side) =>
      failing ? Promise.reject(new Error('out of memory')) : (quick.shrinkPhoto ?? fail)(file, side),
  };
  shown = await stage(<Form />, { device: weak });
  await userEvent.upload(gallery(), [picture('a.jpg')]);
  await expect.element(alert(/Your new photo is not saved yet/)).toBeVisible();
  failing = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => draft.length).toBe(1);
});

test('removing asks first, and keeps the focus in the field', async () => {
  const store = memoryStore();
  const before = await realPhoto(store);
  draft = [before];
  shown = await stage(<Form start={[before]} />, { store });
  await page.getByRole('button', { name: 'Remove photo 1' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  expect(draft).toEqual([before]);
  await page.getByRole('button', { name: 'Remove photo 1' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.element(page.getByText('The photo is removed.')).toBeVisible();
  expect(draft).toEqual([]);
  await expect.poll(() => shown.host.querySelector('fieldset')?.contains(document.activeElement)).toBe(true);
});

test('a camera that gives nothing gets a hint about what to allow', async () => {
  shown = await stage(<Form />);
  camera().dispatchEvent(new Event('cancel', { bubbles: true }));
  await expect.element(page.getByText('If the camera did not open')).toBeVisible();
});

test('says which photo it is working on', async () => {
  let finish: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const slow: Partial<Device> = {
    shrinkPhoto: () => waiting.then(() => ({ status: 'unreadable' })),
  };
  shown = await stage(<Form />, { device: slow });
  await userEvent.upload(gallery(), [picture('a.jpg'), picture('b.jpg')]);
  await expect.element(page.getByRole('status')).toHaveTextContent('Getting photo 1 of 2 ready');
  finish();
  await expect.element(alert(/2 pictures could not be opened/)).toBeVisible();
});

test('a row of photos opens each large, says what it is, and goes to its neighbour', async () => {
  const store = memoryStore();
  const first = await realPhoto(store);
  const gone = { sha256: 'b'.repeat(64), type: 'image/jpeg', bytes: 3, width: 4, height: 3 };
  shown = await stage(<PhotoStrip photos={[first, gone]} alt="Reflection of 3 May" />, { store });
  const thumbnail = page.getByRole('button', { name: 'Reflection of 3 May, photo 1 of 2' });
  await expect.element(thumbnail.getByRole('img')).toBeVisible();
  await expect.element(page.getByText('This photo is not on this phone.')).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await thumbnail.click();
  const dialog = page.getByRole('dialog', { name: 'Photo 1 of 2' });
  await expect.element(dialog.getByRole('img', { name: 'Reflection of 3 May, photo 1 of 2' })).toBeVisible();
  expect(await findBarriers(shown.host)).toEqual([]);
  await page.getByRole('button', { name: 'Next photo' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Photo 2 of 2' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(thumbnail).toHaveFocus();
});

test('the memory of a photo is given back when it goes from the page', async () => {
  const store = memoryStore();
  const photo = await realPhoto(store);
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  shown = await stage(<PhotoStrip photos={[photo]} alt="Reflection" />, { store });
  await expect.element(page.getByRole('img')).toBeVisible();
  const url = shown.host.querySelector('img')?.src;
  shown.show(<p>Elsewhere</p>);
  await expect.poll(() => revoke.mock.calls.flat()).toContain(url);
});
