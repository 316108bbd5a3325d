/** How far a record has come, quietly, wherever records are listed. Nothing where it is private: that never leaves. */
import type { Delivery } from '../../core/store.ts';
import type { Audience } from '../../core/version.ts';
import { DeliveryState } from '../parts/delivery-state.tsx';
import { useText } from '../text/use-text.ts';

/**
 * What is shared and has not left is said to be on this phone, also where there is nowhere to send it to yet: others do not
 * have it, whatever its sharing promises.
 */
export function DeliveryMark({
  of: { delivery, audience },
}: {
  of: { delivery: Delivery; audience: Audience };
}) {
  const t = useText();
  if (delivery === 'here' && audience === 'me') return null;
  return <DeliveryState state={delivery} label={t(`record.delivery.${delivery}`)} />;
}
