/** Where one record is, always said: for a page that is not the usual one of records. */
import { DeliveryState } from '../parts/delivery-state.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';

/** Keeps up with it. Nothing while it is not known, and where the record cannot be opened. */
export function WhereItIs({ id }: { id: string }) {
  const t = useText();
  const { store } = useServices();
  const found = useLive(() => store.watch(id), [store, id]);
  if (!found || found.status === 'damaged') return null;
  const { delivery } = found;
  return (
    <p>
      <strong>{t('record.facts.where')}</strong>{' '}
      <DeliveryState state={delivery} label={t(`record.delivery.${delivery}`)} />
    </p>
  );
}
