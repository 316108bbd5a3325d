/** THE list of screens. Each is a chunk of its own, fetched when first opened (and kept for offline beforehand). */
import { exec } from 'preact-iso/router';
import type { FunctionComponent } from 'preact';
import { Home } from './home/home.tsx';
import { lazily } from './lazily.ts';

interface ScreenRoute {
  /** Pattern of preact-iso: `:name` is a parameter the screen reads with `useRoute()`. */
  path: string;
  screen: FunctionComponent;
  /** True where something is being written: the navigation makes room, and no update is offered. */
  form?: boolean;
  /** True for the page of a record: where there is room, it opens beside the story it was opened from. */
  entry?: boolean;
}

export const routes: readonly ScreenRoute[] = [
  { path: '/', screen: Home },
  { path: '/add', screen: lazily(() => import('./add-screen.tsx')) },
  { path: '/more', screen: lazily(() => import('./more-screen.tsx')) },
  { path: '/me', screen: lazily(() => import('../features/people/ui/me-screen.tsx')), form: true },
  {
    path: '/reflect',
    screen: lazily(() => import('../features/reflections/ui/reflect-screen.tsx')),
    form: true,
  },
  {
    path: '/reflection/:id',
    screen: lazily(() => import('../features/reflections/ui/reflection-screen.tsx')),
    entry: true,
  },
  {
    path: '/reflection/:id/edit',
    screen: lazily(() => import('../features/reflections/ui/edit-reflection-screen.tsx')),
    form: true,
  },
  { path: '/assets', screen: lazily(() => import('../features/assets/ui/assets-screen.tsx')) },
  {
    path: '/assets/add',
    screen: lazily(() => import('../features/assets/ui/add-asset-screen.tsx')),
    form: true,
  },
  {
    path: '/asset/:id',
    screen: lazily(() => import('../features/assets/ui/asset-screen.tsx')),
    entry: true,
  },
  {
    path: '/asset/:id/edit',
    screen: lazily(() => import('../features/assets/ui/edit-asset-screen.tsx')),
    form: true,
  },
  { path: '/story', screen: lazily(() => import('../features/story/ui/story-screen.tsx')) },
  { path: '/assess', screen: lazily(() => import('../features/readings/ui/assess-screen.tsx')), form: true },
  { path: '/star', screen: lazily(() => import('../features/readings/ui/star-screen.tsx')) },
  {
    path: '/reading/:id',
    screen: lazily(() => import('../features/readings/ui/reading-screen.tsx')),
    entry: true,
  },
  {
    path: '/reading/:id/edit',
    screen: lazily(() => import('../features/readings/ui/correct-screen.tsx')),
    form: true,
  },
  { path: '/reading/:id/talk/:statement', screen: lazily(() => import('./talk.tsx')), form: true },
  {
    path: '/conversation/:id',
    screen: lazily(() => import('../features/conversations/ui/conversation-screen.tsx')),
    entry: true,
  },
  {
    path: '/conversation/:id/edit',
    screen: lazily(() => import('../features/conversations/ui/edit-talk-screen.tsx')),
    form: true,
  },
  { path: '/actions', screen: lazily(() => import('../features/actions/ui/actions-screen.tsx')) },
  {
    path: '/actions/add',
    screen: lazily(() => import('../features/actions/ui/add-action-screen.tsx')),
    form: true,
  },
  {
    path: '/action/:id',
    screen: lazily(() => import('../features/actions/ui/action-screen.tsx')),
    entry: true,
  },
  {
    path: '/action/:id/edit',
    screen: lazily(() => import('../features/actions/ui/edit-action-screen.tsx')),
    form: true,
  },
  {
    path: '/action/:id/answer',
    screen: lazily(() => import('../features/actions/ui/answer-screen.tsx')),
    form: true,
  },
  {
    path: '/action/:id/outcome',
    screen: lazily(() => import('../features/actions/ui/outcome-screen.tsx')),
    form: true,
  },
  { path: '/people', screen: lazily(() => import('./people/people-screen.tsx')) },
  { path: '/people/:id', screen: lazily(() => import('./people/person-screen.tsx')) },
  { path: '/people/:id/access', screen: lazily(() => import('./people/access-screen.tsx')) },
  {
    path: '/people/:id/star',
    screen: lazily(() => import('../features/readings/ui/person-star-screen.tsx')),
  },
  { path: '/members', screen: lazily(() => import('./people/members-screen.tsx')) },
  { path: '/invite', screen: lazily(() => import('./invite/invite-screen.tsx')), form: true },
  { path: '/record/:id', screen: lazily(() => import('../ui/record/record-screen.tsx')), entry: true },
  {
    path: '/record/:id/history',
    screen: lazily(() => import('../ui/record/history-screen.tsx')),
    entry: true,
  },
  { path: '/take-away', screen: lazily(() => import('./take-away.tsx')), form: true },
  {
    path: '/bring-in',
    screen: lazily(() => import('../features/takeaway/ui/bring-in-screen.tsx')),
    form: true,
  },
  { path: '/connect', screen: lazily(() => import('./connect/connect-screen.tsx')), form: true },
  { path: '/connection/:id', screen: lazily(() => import('./connect/connection-screen.tsx')) },
  { path: '/sync', screen: lazily(() => import('./sync/sync-screen.tsx')) },
  { path: '/settings', screen: lazily(() => import('./settings/settings-screen.tsx')) },
  { path: '/erase-me', screen: lazily(() => import('./phone/erase-me-screen.tsx')) },
  { path: '/about', screen: lazily(() => import('./settings/about-screen.tsx')) },
];

/** True where the screen at this path is a form. */
export function isForm(path: string): boolean {
  return routes.some(({ form, path: pattern }) => form === true && exec(path, pattern) !== undefined);
}

/** True where the screen at this path is the page of a record. */
export function isEntry(path: string): boolean {
  return routes.some(({ entry, path: pattern }) => entry === true && exec(path, pattern) !== undefined);
}
