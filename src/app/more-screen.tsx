/** Everything that is not needed every day. */
import { useLocation } from 'preact-iso';
import { BringInIcon, EraseIcon, TakeAwayIcon } from '../ui/icons/act.tsx';
import { PeopleIcon, SettingsIcon } from '../ui/icons/go.tsx';
import { ActionIcon, MeIcon } from '../ui/icons/kinds.tsx';
import { InfoIcon, SharedIcon } from '../ui/icons/state.tsx';
import { List, ListRow } from '../ui/parts/list-row.tsx';
import { Screen } from '../ui/parts/screen.tsx';
import { useText } from '../ui/text/use-text.ts';
import { useApp } from './app-context.tsx';
import { MoreRows } from './people/more-rows.tsx';

const rows = [
  { href: '/actions', key: 'actions', icon: ActionIcon },
  { href: '/sync', key: 'sync', icon: SharedIcon },
  { href: '/take-away', key: 'takeAway', icon: TakeAwayIcon },
  { href: '/bring-in', key: 'bringIn', icon: BringInIcon },
  { href: '/me', key: 'me', icon: MeIcon },
  { href: '/settings', key: 'settings', icon: SettingsIcon },
  { href: '/about', key: 'about', icon: InfoIcon },
] as const;

export default function MoreScreen() {
  const t = useText();
  const { state } = useApp();
  const { route } = useLocation();

  async function leave(): Promise<void> {
    await state.leave();
    // Whoever comes next begins at their own start.
    route('/');
  }

  return (
    <Screen title={t('more.title')}>
      <List>
        <MoreRows />
        {rows.map(({ href, key, icon }) => (
          <ListRow
            key={key}
            href={href}
            icon={icon}
            title={t(`more.${key}`)}
            detail={t(`more.${key}.what`)}
          />
        ))}
        <ListRow
          icon={PeopleIcon}
          title={t('more.people')}
          detail={t('more.people.what')}
          onClick={() => void leave()}
        />
        <ListRow
          icon={EraseIcon}
          title={t('more.eraseMe')}
          detail={t('more.eraseMe.what')}
          href="/erase-me"
        />
      </List>
    </Screen>
  );
}
