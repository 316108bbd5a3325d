/** Loads the action named in the address for a form about it; says so where it is not here. */
import type { ComponentChildren } from 'preact';
import { useRoute } from 'preact-iso';
import type { Version } from '../../../core/version.ts';
import { isByOwner } from '../../../core/whose-words.ts';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { NotTheirs } from '../../../ui/record/not-theirs.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchAction } from '../data.ts';
import type { ActionBody } from '../model/action.ts';

interface OneActionProps {
  title: string;
  children: (action: Version<ActionBody>) => ComponentChildren;
}

export function OneAction({ title, children }: OneActionProps) {
  const t = useText();
  const { store, owner } = useServices();
  const id = useRoute().params['id'] ?? '';
  const action = useLive(() => watchAction(store, id), [store, id]);
  if (action && !isByOwner(owner, action)) return <NotTheirs page={`/action/${id}`} />;
  if (action) return <>{children(action)}</>;
  return (
    <Screen title={title} back="/actions">
      {action === undefined ? <Loading rows={4} /> : <p>{t('actions.gone')}</p>}
    </Screen>
  );
}
