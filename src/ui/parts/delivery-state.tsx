/** Where a record is: on this phone, sending, received, waiting for you, or asked back. An icon and a word, never a colour alone. */
import type { Icon } from '../icons/glyph.tsx';
import { NeedsYouIcon, OnPhoneIcon, ReceivedIcon, SendingIcon, SharedIcon } from '../icons/state.tsx';
import styles from './delivery-state.module.css';

export type Delivery = 'here' | 'sending' | 'received' | 'needs-you' | 'ending';

const icons: Record<Delivery, Icon> = {
  here: OnPhoneIcon,
  sending: SendingIcon,
  received: ReceivedIcon,
  'needs-you': NeedsYouIcon,
  ending: SharedIcon,
};

/** `label` is the word for the state, e.g. "On this phone". */
export function DeliveryState({ state, label }: { state: Delivery; label: string }) {
  const Glyph = icons[state];
  return (
    <span class={styles.state} data-state={state}>
      <Glyph />
      {label}
    </span>
  );
}
