/** Assets in the store: all that a person brings, the one being written, saving it, telling more about one. */
import { finishChange, finishNew } from '../../core/draft-commands.ts';
import type { Environment } from '../../core/environment.ts';
import { createId } from '../../core/ids.ts';
import { readDraft, type LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome, DropOutcome, Found, Live, Store, WriteOutcome } from '../../core/store.ts';
import { mapLive, usable, type Listed } from '../../core/usable.ts';
import type { Version } from '../../core/version.ts';
import { watchEnough } from '../../core/watch-enough.ts';
import {
  assetBodyOf,
  assetDraft,
  blankAsset,
  type AssetDraft,
  type FinishedAsset,
} from './model/asset-draft.ts';
import { asset, parts, type AssetBody } from './model/asset.ts';

/** What a person knows, can do and cares about, newest first. */
export function watchAssets(store: Store, subject: string): Live<Listed<AssetBody>[]> {
  const found = store.watchList({ subject, kinds: [asset.kind] });
  return mapLive(found, ({ items }) => usable(asset, items));
}

/** Looked through for the newest of each part, and then no further: all of them are one tap away. */
const NEWEST = [30, 120];

/** The newest assets of a person, as many as are needed to have `each` of every part among them. */
export function watchNewestAssets(store: Store, subject: string, each: number): Live<Listed<AssetBody>[]> {
  const enough = (found: readonly Found[]) => {
    const listed = usable(asset, found).map(({ body }) => body.part);
    return parts.every((part) => listed.filter((one) => one === part).length >= each);
  };
  const found = watchEnough(store, { subject, kinds: [asset.kind] }, NEWEST, enough);
  return mapLive(found, (items) => usable(asset, items));
}

/** The key of the draft of a new asset. */
export function assetKey(store: Store): string {
  return `asset:${store.owner.personId}`;
}

/** The key of the draft in which more is told about an asset. */
export function changeAssetKey(id: string): string {
  return `edit-asset:${id}`;
}

export function loadAssetDraft(store: Store, key: string): Promise<LoadedDraft<AssetDraft>> {
  return readDraft(store, key, assetDraft);
}

export function saveAssetDraft(store: Store, key: string, draft: AssetDraft): Promise<DraftOutcome> {
  return store.saveDraft(key, draft);
}

export function dropAssetDraft(store: Store, key: string): Promise<DropOutcome> {
  return store.dropDraft(key);
}

/** An empty asset, private. */
export function newAsset(environment: Environment): AssetDraft {
  return blankAsset(createId(environment));
}

/** Keeps a new asset and ends its draft. Done twice, it still makes one. */
export function keepAsset(store: Store, draft: FinishedAsset): Promise<WriteOutcome> {
  const { id, audience } = draft;
  const body = assetBodyOf(draft);
  return finishNew(
    store,
    { do: 'create', id, kind: asset, subject: store.owner.personId, body, audience },
    assetKey(store),
  );
}

/** Makes what was told the next version of the asset, which stands as `now`, and ends the draft. */
export function changeAsset(
  store: Store,
  now: Version<AssetBody>,
  draft: FinishedAsset,
): Promise<WriteOutcome> {
  const { base, settles, audience, day: occurredAt } = draft;
  return finishChange(
    store,
    { kind: asset, now, base, settles, body: assetBodyOf(draft), audience, occurredAt },
    changeAssetKey(now.id),
  );
}
