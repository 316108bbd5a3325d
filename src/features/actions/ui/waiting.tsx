/** "The project owes an answer, asked on …", or that it does not see this: icon and words, no alarm. */
import type { Version } from '../../../core/version.ts';
import { TalkIcon } from '../../../ui/icons/kinds.tsx';
import { PrivateIcon } from '../../../ui/icons/state.tsx';
import { useServices } from '../../../ui/services.tsx';
import { sayShortDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { loadAskedSince } from '../data.ts';
import type { ActionBody } from '../model/action.ts';
import styles from './waiting.module.css';

/** For an action whose answer is looked for. */
export function Waiting({ action }: { action: Version<ActionBody> }) {
  const asked = action.audience === 'team';
  return (
    <span class={styles.waiting}>
      {asked ? <TalkIcon /> : <PrivateIcon />}
      <span>{asked ? <OwedSince action={action} /> : <Unseen />}</span>
    </span>
  );
}

function Unseen() {
  return <>{useText()('actions.unseen')}</>;
}

function OwedSince({ action }: { action: Version<ActionBody> }) {
  const t = useText();
  const language = useTextState().language.value;
  const since = useAskedSince(action);
  return <>{since ? t('actions.owes.since', { day: sayShortDay(language, since) }) : t('actions.owes')}</>;
}

/** Since when the project owes its answer; undefined until that is looked up, null where it is not asked. */
export function useAskedSince(action: Version<ActionBody>): string | null | undefined {
  const { store } = useServices();
  return useLoaded(() => loadAskedSince(store, action), [store, action.id, action.rev]);
}
