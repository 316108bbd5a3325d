/** The quiet line on top: where what is shared is right now. A tap leads to every record that is not yet received. */
import {
  NeedsYouIcon,
  OfflineIcon,
  OnPhoneIcon,
  ReceivedIcon,
  SendingIcon,
  SharedIcon,
} from '../../ui/icons/state.tsx';
import type { Icon } from '../../ui/icons/glyph.tsx';
import { TopLine } from '../../ui/parts/top-line.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useLive } from '../../ui/use-live.ts';
import { useApp } from '../app-context.tsx';
import { lineState, type LineState } from './line-state.ts';
import { settingsOf } from './settings-of.ts';

const icons: Record<LineState['at'], Icon> = {
  unconnected: OnPhoneIcon,
  phone: NeedsYouIcon,
  'needs-you': NeedsYouIcon,
  login: NeedsYouIcon,
  code: NeedsYouIcon,
  sending: SendingIcon,
  offline: OfflineIcon,
  waiting: OnPhoneIcon,
  here: OnPhoneIcon,
  'kept-back': OnPhoneIcon,
  ending: SharedIcon,
  'nothing-shared': OnPhoneIcon,
  received: ReceivedIcon,
};

export function QuietLine() {
  const t = useText();
  const shellOnly = useTextState().catalog.value.shellOnly === true;
  const { store } = useServices();
  const desk = useApp().desk.value;
  const here = useLive(() => store.watchOutbox(), [store]);
  const connections = desk?.connections.value.length ?? 0;
  const notReceived = useLive(() => desk?.kept.watchNotReceived() ?? nothing, [desk]);
  // Unconnected nothing is said of it, and nobody goes through the records for it.
  const connected = connections > 0;
  const anyShared = useLive(
    () => (desk && connected ? desk.kept.watchAnyShared() : nothing),
    [desk, connected],
  );
  const known = notReceived !== undefined && anyShared !== undefined && !shellOnly;
  if (here === undefined || (connections > 0 && !known)) {
    // Nothing is said before it is known.
    return <TopLine icon={OnPhoneIcon} label="…" href="/sync" />;
  }
  const state = lineState(connections, here, notReceived ?? [], desk?.status.value ?? [], {
    strangers: desk?.strangers.value,
    anyShared,
    isHub: (id) => desk?.connections.value.some((one) => one.id === id && settingsOf(one)?.member) === true,
  });
  const label = labelOf(t, state);
  const needsYou = ['phone', 'needs-you', 'login', 'code'].includes(state.at);
  return (
    <TopLine icon={icons[state.at]} label={label} href="/sync" tone={needsYou ? 'needs-you' : 'quiet'} />
  );
}

const nothing = { subscribe: () => () => {} };

/** Unconnected it counts nothing: what is only marked for the team would read as if the rest were lost. */
function labelOf(t: ReturnType<typeof useText>, state: LineState): string {
  if (state.at === 'unconnected') return t('app.line.none');
  return t(`sync.line.${state.at}`, 'count' in state ? { count: state.count } : {});
}
