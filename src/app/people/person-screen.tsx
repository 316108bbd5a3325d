/** `/people/:id`: somebody's page. What they can do comes first, then their star and their story; all to be read only. */
import { useRoute } from 'preact-iso';
import { worksWithOthers } from '../../core/keepers.ts';
import { AssetsOf } from '../../features/assets/ui/assets-of.tsx';
import { usePerson } from '../../features/people/ui/use-person.ts';
import { useWhoLines } from '../../features/people/ui/use-who-lines.ts';
import { StarCard } from '../../features/readings/ui/home-star.tsx';
import { Story } from '../../features/story/ui/story.tsx';
import { SettingsIcon } from '../../ui/icons/go.tsx';
import { OnPhoneIcon } from '../../ui/icons/state.tsx';
import { LinkButton } from '../../ui/parts/button.tsx';
import { Stack } from '../../ui/parts/layout.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useHubs } from './hub-connection.ts';

export default function PersonScreen() {
  const t = useText();
  const id = useRoute().params['id'] ?? '';
  const { owner } = useServices();
  const connected = useHubs().length > 0;
  const who = usePerson(id);
  const lead = useWhoLines(who ?? null);
  return (
    <Screen
      key={id}
      title={who === undefined ? '' : (who?.body.name ?? t('people.nameless'))}
      tab={t('people.others')}
      back="/people"
      lead={lead}
      width="wide"
      step={who === undefined ? 'loading' : 'here'}
    >
      {who === undefined && <Loading rows={5} />}
      {who !== undefined && (
        <>
          <AssetsOf subject={id} />
          <StarCard subject={id} href={`/people/${id}/star`} />
          <section aria-labelledby="their-story">
            <Stack>
              <h2 id="their-story">{t('story.theirs')}</h2>
              <Story subject={id} level={3} />
            </Stack>
          </section>
          {connected && worksWithOthers(owner.role) && (
            <LinkButton icon={OnPhoneIcon} href={`/invite?person=${id}`}>
              {t('invite.again.row')}
            </LinkButton>
          )}
          {connected && worksWithOthers(owner.role) && id !== owner.personId && (
            <List>
              <ListRow
                icon={SettingsIcon}
                title={t('access.row')}
                detail={t('access.row.what')}
                href={`/people/${id}/access`}
              />
            </List>
          )}
        </>
      )}
    </Screen>
  );
}
