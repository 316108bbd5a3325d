/** How far a record has come, quietly, wherever records are listed. Nothing where it is only on this phone. */
import type { Delivery } from '../../core/store.ts';
import { DeliveryState } from '../parts/delivery-state.tsx';
import { useText } from '../text/use-text.ts';

export function DeliveryMark({ delivery }: { delivery: Delivery }) {
  const t = useText();
  return delivery === 'here' ? null : (
    <DeliveryState state={delivery} label={t(`record.delivery.${delivery}`)} />
  );
}
