/** What somebody else knows, can do and cares about: the same beds, to be read only. */
import { Loading } from '../../../ui/parts/loading.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchAssets } from '../data.ts';
import { Beds } from './beds.tsx';

export function AssetsOf({ subject }: { subject: string }) {
  const t = useText();
  const { store } = useServices();
  const assets = useLive(() => watchAssets(store, subject), [store, subject]);
  if (assets === undefined) return <Loading rows={3} />;
  return assets.length === 0 ? <p>{t('assets.theirs.none')}</p> : <Beds assets={assets} fewOf={subject} />;
}
