/** "What I can do": everything a person brings, growing in three beds. Nothing is shown as missing. */
import { EmptyAssetsArt } from '../../../ui/art/empty-assets.tsx';
import { PlusIcon } from '../../../ui/icons/go.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { EmptyState } from '../../../ui/parts/empty-state.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchAssets } from '../data.ts';
import { Beds } from './beds.tsx';

export default function AssetsScreen() {
  const t = useText();
  const { store, owner } = useServices();
  const assets = useLive(() => watchAssets(store, owner.personId), [store, owner.personId]);
  return (
    <Screen title={t('assets.all')} lead={t('assets.all.lead')} width="wide">
      {assets === undefined && <Loading rows={4} />}
      {assets?.length === 0 && (
        <EmptyState
          art={<EmptyAssetsArt />}
          title={t('assets.empty')}
          action={
            <LinkButton kind="primary" icon={PlusIcon} href="/assets/add">
              {t('assets.empty.add')}
            </LinkButton>
          }
        >
          <p>{t('assets.empty.words')}</p>
        </EmptyState>
      )}
      {assets && assets.length > 0 && <Beds assets={assets} own />}
    </Screen>
  );
}
