/** The three beds, and looking at one of them alone. */
import { useState } from 'preact/hooks';
import type { Listed } from '../../../core/usable.ts';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { parts, type AssetBody, type Part } from '../model/asset.ts';
import { Bed } from './bed.tsx';
import styles from './beds.module.css';

type Filter = 'all' | Part | 'before';

interface BedsProps {
  assets: readonly Listed<AssetBody>[];
  /** One's own: with a label in each bed to add one more. Of others, only beds in which something grows are shown. */
  own?: boolean;
  /** The person of whom each bed shows only the first few of many, until it is asked for all, or is looked at alone. */
  fewOf?: string | undefined;
}

export function Beds({ assets, own = false, fewOf }: BedsProps) {
  const t = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const before = assets.filter(({ body }) => body.priorLearning);
  // The last claim may have been taken back while it was being looked at.
  const wanted = filter === 'before' && before.length === 0 ? 'all' : filter;
  const shown = wanted === 'before' ? before : assets;
  const beds = parts
    .map((part) => ({ part, assets: shown.filter(({ body }) => body.part === part) }))
    .filter((bed) => wanted === 'all' || wanted === 'before' || bed.part === wanted)
    .filter((bed) => bed.assets.length > 0 || (own && wanted !== 'before'));
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
          <Bed
            key={bed.part}
            part={bed.part}
            assets={bed.assets}
            own={own}
            fewOf={wanted === 'all' ? fewOf : undefined}
            add={own && wanted !== 'before'}
          />
        ))}
      </div>
    </>
  );
}
