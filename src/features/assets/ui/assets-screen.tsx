/** "What I can do": everything a person brings, growing in three beds. Nothing is shown as missing. */
import { useState } from 'preact/hooks';
import type { Version } from '../../../core/version.ts';
import { EmptyAssetsArt } from '../../../ui/art/empty-assets.tsx';
import { PlusIcon } from '../../../ui/icons/go.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { EmptyState } from '../../../ui/parts/empty-state.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchAssets } from '../data.ts';
import { parts, type AssetBody, type Part } from '../model/asset.ts';
import { Bed } from './bed.tsx';
import styles from './assets-screen.module.css';

type Filter = 'all' | Part | 'before';

export default function AssetsScreen() {
  const t = useText();
  const { store } = useServices();
  const assets = useLive(() => watchAssets(store), [store]);
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
      {assets && assets.length > 0 && <Beds assets={assets} />}
    </Screen>
  );
}

function Beds({ assets }: { assets: readonly Version<AssetBody>[] }) {
  const t = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const before = assets.filter(({ body }) => body.priorLearning);
  // The last claim may have been taken back while it was being looked at.
  const wanted = filter === 'before' && before.length === 0 ? 'all' : filter;
  const shown = wanted === 'before' ? before : assets;
  const beds = parts
    .map((part) => ({ part, assets: shown.filter(({ body }) => body.part === part) }))
    .filter((bed) => wanted === 'all' || (wanted === 'before' ? bed.assets.length > 0 : bed.part === wanted));
  const options = [
    { value: 'all' as const, label: t('assets.filter.all') },
    ...parts.map((part) => ({ value: part, label: t(`assets.name.${part}`) })),
    ...(before.length > 0 ? [{ value: 'before' as const, label: t('assets.priorLearning') }] : []),
  ];
  return (
    <>
      <ChoiceOne<Filter>
        legend={t('assets.filter')}
        legendHidden
        look="chips"
        options={options}
        value={wanted}
        onChange={setFilter}
      />
      <div class={styles.beds}>
        {beds.map((bed) => (
          <Bed key={bed.part} part={bed.part} assets={bed.assets} add={wanted !== 'before'} />
        ))}
      </div>
    </>
  );
}
