/** On "Me": what the project owes an answer to, and what is open. Nothing where nothing is. */
import { NextIcon } from '../../../ui/icons/go.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { Card } from '../../../ui/parts/card.tsx';
import { List } from '../../../ui/parts/list-row.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchNewestActions } from '../data.ts';
import { nextActions } from '../model/open-actions.ts';
import { ActionRow } from './action-row.tsx';

const atMost = 3;

export function HomeActions() {
  const t = useText();
  const { store, owner } = useServices();
  const actions = useLive(() => watchNewestActions(store, owner.personId, atMost), [store, owner.personId]);
  if (!actions || actions.length === 0) return null;
  const next = nextActions(actions);
  return (
    <Card title={t('actions.title')}>
      {next.length === 0 ? (
        <p>{t('actions.nothingOpen')}</p>
      ) : (
        <List>
          {next.slice(0, atMost).map((action) => (
            <ActionRow key={action.id} action={action} />
          ))}
        </List>
      )}
      <LinkButton href="/actions" iconEnd={NextIcon}>
        {t('actions.all')}
      </LinkButton>
    </Card>
  );
}
