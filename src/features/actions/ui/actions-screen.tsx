/** What is to be done: mine, the project's, others', and below it what is done. */
import type { Listed } from '../../../core/usable.ts';
import { PlusIcon } from '../../../ui/icons/go.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { EmptyState } from '../../../ui/parts/empty-state.tsx';
import { List } from '../../../ui/parts/list-row.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { TalkArt } from '../../../ui/art/talk.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchActions } from '../data.ts';
import type { ActionBody } from '../model/action.ts';
import { byOwner } from '../model/open-actions.ts';
import { ActionRow } from './action-row.tsx';
import styles from './actions-screen.module.css';

export default function ActionsScreen() {
  const t = useText();
  const { store, owner } = useServices();
  const actions = useLive(() => watchActions(store, owner.personId), [store, owner.personId]);
  const { open, ended } = byOwner(actions ?? []);
  return (
    <Screen
      title={t('actions.title')}
      lead={t('actions.lead')}
      back="/"
      actions={
        <LinkButton kind="primary" icon={PlusIcon} href="/actions/add">
          {t('actions.add')}
        </LinkButton>
      }
    >
      {actions === undefined && <Loading rows={4} />}
      {actions?.length === 0 && (
        <EmptyState art={<TalkArt />} title={t('actions.none')}>
          <p>{t('actions.none.what')}</p>
        </EmptyState>
      )}
      <Group title={t('actions.group.me')} actions={open.me} />
      <Group title={t('actions.group.project')} actions={open.project} />
      <Group title={t('actions.group.other')} actions={open.other} />
      <Group title={t('actions.group.ended')} actions={ended} />
    </Screen>
  );
}

function Group({ title, actions }: { title: string; actions: readonly Listed<ActionBody>[] }) {
  if (actions.length === 0) return null;
  return (
    <section class={styles.group}>
      <h2>{title}</h2>
      <List label={title}>
        {actions.map((action) => (
          <ActionRow key={action.id} action={action} />
        ))}
      </List>
    </section>
  );
}
