/** At which sites somebody is, for a coordinator to change. */
import { useState } from 'preact/hooks';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { ChoiceMany } from '../../ui/parts/choice.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useSites, type Site } from '../invite/use-sites.ts';
import type { HubConnection } from './hub-connection.ts';
import type { Access } from './use-access.ts';

interface TheirSitesProps {
  hub: HubConnection;
  access: Access;
  has: readonly Site[];
}

export function TheirSites({ hub, access, has }: TheirSitesProps) {
  const t = useText();
  const announce = useAnnounce();
  const known = useSites(hub);
  const now = has.map(({ id }) => id);
  const [chosen, setChosen] = useState<readonly string[]>(now);
  // Theirs too where the list of all could not be had.
  const sites = [...known, ...has.filter(({ id }) => known.every((one) => one.id !== id))];
  const changed = sites.some(({ id }) => now.includes(id) !== chosen.includes(id));
  return (
    <Card>
      <ChoiceMany
        legend={t('access.sites')}
        hint={t('access.sites.what')}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        values={chosen}
        onChange={setChosen}
      />
      {chosen.length === 0 && <p role="status">{t('access.sites.nowhere')}</p>}
      <Button
        busy={access.busy}
        disabled={!changed}
        onClick={() => access.place(chosen, () => announce(t('access.sites.done'), { shown: true }))}
      >
        {t('access.sites.save')}
      </Button>
    </Card>
  );
}
