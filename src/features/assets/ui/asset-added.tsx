/** It is kept: now more can be told about it, or another added. */
import { PenIcon } from '../../../ui/icons/act.tsx';
import { PlusIcon } from '../../../ui/icons/go.tsx';
import { Button, LinkButton } from '../../../ui/parts/button.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchAssets } from '../data.ts';
import type { FinishedAsset } from '../model/asset-draft.ts';
import { Bed } from './bed.tsx';

export function AssetAdded({ asset, onAnother }: { asset: FinishedAsset; onAnother: () => void }) {
  const t = useText();
  const { store, owner } = useServices();
  const assets = useLive(() => watchAssets(store, owner.personId), [store, owner.personId]) ?? [];
  return (
    <Screen
      title={t('assets.added')}
      tab={t('assets.add')}
      step={asset.id}
      back="/assets"
      backLabel={t('assets.all')}
      actions={
        <>
          <Button compact icon={PlusIcon} onClick={onAnother}>
            {t('assets.another')}
          </Button>
          <LinkButton kind="primary" icon={PenIcon} href={`/asset/${asset.id}/edit`}>
            {t('assets.tellMore')}
          </LinkButton>
        </>
      }
    >
      <Bed part={asset.part} assets={assets.filter(({ body }) => body.part === asset.part)} />
      <Notice kind="safe" live="status">
        <p>{t('assets.added.safe')}</p>
      </Notice>
    </Screen>
  );
}
