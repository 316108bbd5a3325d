/** Telling more about an asset: each save is a new version, and what it said before is kept. */
import { useLocation, useRoute } from 'preact-iso';
import type { Version } from '../../../core/version.ts';
import { DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { RecordEdit } from '../../../ui/record/record-edit.tsx';
import { useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { changeAsset, changeAssetKey, dropAssetDraft, loadAssetDraft, saveAssetDraft } from '../data.ts';
import { assetDraftOf, type AssetDraft } from '../model/asset-draft.ts';
import { asset, type AssetBody } from '../model/asset.ts';
import { AssetForm } from './asset-form.tsx';

export default function EditAssetScreen() {
  const id = useRoute().params['id'] ?? '';
  return (
    <RecordEdit id={id} kind={asset} back="/assets">
      {(version) => <EditAsset key={id} version={version} />}
    </RecordEdit>
  );
}

function EditAsset({ version }: { version: Version<AssetBody> }) {
  const t = useText();
  const { store } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const command = useCommand();
  const page = `/asset/${version.id}`;
  const key = changeAssetKey(version.id);
  const form = useDraft<AssetDraft>(key, {
    load: () => loadAssetDraft(store, key),
    save: (draft) => saveAssetDraft(store, key, draft),
    drop: () => dropAssetDraft(store, key),
    blank: () => assetDraftOf(version),
  });
  const draft = form.value;
  if (draft === null) {
    return (
      <Screen title={t('assets.tellMore')} back={page}>
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading rows={4} />}
      </Screen>
    );
  }
  return (
    <AssetForm
      back={page}
      form={form}
      draft={draft}
      said={version.occurredAt}
      command={command}
      onSave={(finished) =>
        command.run(
          () => changeAsset(store, version, finished),
          () => {
            form.ended();
            announce(t('assets.changed'), { shown: true });
            route(page, true);
          },
        )
      }
    />
  );
}
