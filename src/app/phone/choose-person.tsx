/** On a phone with several people: who is here? */
import { MeIcon } from '../../ui/icons/kinds.tsx';
import { PlusIcon } from '../../ui/icons/go.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { sayDay } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';
import type { PhonePerson } from '../phone-people.ts';

export function ChoosePerson({ people }: { people: PhonePerson[] }) {
  const t = useText();
  const language = useTextState().language.value;
  const { state } = useApp();
  return (
    <Screen
      title={t('choose.title')}
      heard
      actions={
        <Button icon={PlusIcon} onClick={() => state.addPerson()}>
          {t('choose.new')}
        </Button>
      }
    >
      <List label={t('choose.title')}>
        {people.map((entry) => (
          <ListRow
            key={entry.id}
            icon={MeIcon}
            title={entry.label}
            detail={t('choose.since', { day: sayDay(language, entry.createdAt) })}
            onClick={() => void state.open(entry)}
          />
        ))}
      </List>
    </Screen>
  );
}
