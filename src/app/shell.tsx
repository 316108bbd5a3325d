/** The frame around every screen of an open vault: the quiet line, the navigation, the screens, the update offer. */
import { useEffect } from 'preact/hooks';
import { lazy, Route, Router, useLocation } from 'preact-iso';
import { worksWithOthers } from '../core/keepers.ts';
import { HomeIcon, MoreIcon, PeopleIcon, StoryIcon } from '../ui/icons/go.tsx';
import { HandIcon } from '../ui/icons/kinds.tsx';
import { OnPhoneIcon } from '../ui/icons/state.tsx';
import { Announcer } from '../ui/parts/announcer.tsx';
import { BottomNav } from '../ui/parts/bottom-nav.tsx';
import { Frame } from '../ui/parts/frame.tsx';
import { TopLine } from '../ui/parts/top-line.tsx';
import { useServices } from '../ui/services.tsx';
import { useText, useTextState } from '../ui/text/use-text.ts';
import { Loading } from '../ui/parts/loading.tsx';
import { LossNotice } from './loss-notice.tsx';
import { useApp } from './app-context.tsx';
import { lazily } from './lazily.ts';
import { isForm, routes } from './routes.tsx';
import styles from './shell.module.css';
import { StumbleNotice } from './stumble-notice.tsx';
import { UpdateOffer } from './update-offer.tsx';
import { usePanes } from './use-panes.ts';

// Seldom seen: not in everybody's first load.
const OutOfReach = lazy(() => import('./phone/out-of-reach.tsx').then((chunk) => chunk.OutOfReach));
const StoryPane = lazily(() => import('../features/story/ui/story-pane.tsx'));
const StoryHint = lazily(() => import('../features/story/ui/story-hint.tsx'));
const Lost = lazy(() => import('./lost.tsx').then((chunk) => chunk.Lost));

export function Shell() {
  const t = useText();
  const { path } = useLocation();
  const { records } = useServices();
  const { state, stands, desk } = useApp();
  const Line = desk.value?.Line ?? LineOfThisPhone;
  const loss = state.loss.value;
  const panes = usePanes(path);
  // Only the first screen can do with the texts of the shell, and without any kind of record.
  const incomplete = useTextState().catalog.value.shellOnly === true || records.size === 0;
  const waitsForRest = incomplete && path !== '/';
  useEffect(() => {
    if (waitsForRest) stands();
  }, [waitsForRest, stands]);
  const nav = (
    <BottomNav
      label={t('app.nav.label')}
      path={path}
      items={[
        { href: '/', label: t('app.nav.me'), icon: HomeIcon },
        worksWithOthers(state.role.value ?? 'participant')
          ? { href: '/people', label: t('app.nav.people'), icon: PeopleIcon }
          : { href: '/assets', label: t('app.nav.assets'), icon: HandIcon },
        { href: '/story', label: t('app.nav.story'), icon: StoryIcon },
        { href: '/more', label: t('app.nav.more'), icon: MoreIcon },
      ]}
      add={{ href: '/add', label: t('app.nav.add') }}
    />
  );
  // In a form, what was typed stays in sight.
  if (loss !== null && !isForm(path)) return <OutOfReach why={loss} />;
  return (
    <Announcer>
      <Frame top={isForm(path) ? undefined : <Line />} nav={isForm(path) ? undefined : nav}>
        <LossNotice loss={loss} />
        <UpdateOffer />
        <StumbleNotice />
        {waitsForRest ? (
          <Loading />
        ) : (
          <div class={styles.panes} data-panes={panes}>
            {panes === 'entry' && <StoryPane key="pane" open={path} />}
            <Router key="router">
              {routes.map(({ path: pattern, screen }) => (
                <Route key={pattern} path={pattern} component={screen} />
              ))}
              <Route default component={Lost} />
            </Router>
            {panes === 'story' && <StoryHint key="hint" />}
          </div>
        )}
      </Frame>
    </Announcer>
  );
}

/** The quiet line until it is known whether, and how well, this vault reaches an endpoint. */
function LineOfThisPhone() {
  const t = useText();
  return <TopLine icon={OnPhoneIcon} label={t('app.line.none')} href="/sync" />;
}
