/** Where the recordings stand in an asset that is being written: each by its name in the draft. */
import type { Spoken } from '../../../ui/capture/use-takes.ts';
import { assetVoices, type AssetDraft } from '../model/asset-draft.ts';

const nameOf = (field: string) => assetVoices.find((name) => name === field) ?? 'voice';

export const spokenAsset: Spoken<AssetDraft> = {
  get: (draft, field) => draft[nameOf(field)] ?? null,
  put: (draft, field, voice) => ({ ...draft, [nameOf(field)]: voice }),
};
