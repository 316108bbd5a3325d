/** THE list of screens. Each is a chunk of its own, fetched when first opened (and kept for offline beforehand). */
import { lazy } from 'preact-iso';
import { exec } from 'preact-iso/router';
import type { FunctionComponent } from 'preact';
import { Home } from './home/home.tsx';

interface ScreenRoute {
  /** Pattern of preact-iso: `:name` is a parameter the screen reads with `useRoute()`. */
  path: string;
  screen: FunctionComponent;
  /** True where something is being written: the navigation makes room, and no update is offered. */
  form?: boolean;
}

export const routes: readonly ScreenRoute[] = [
  { path: '/', screen: Home },
  { path: '/add', screen: lazy(() => import('./add-screen.tsx')) },
  { path: '/more', screen: lazy(() => import('./more-screen.tsx')) },
  { path: '/me', screen: lazy(() => import('../features/people/ui/me-screen.tsx')), form: true },
  {
    path: '/reflect',
    screen: lazy(() => import('../features/reflections/ui/reflect-screen.tsx')),
    form: true,
  },
  { path: '/reflection/:id', screen: lazy(() => import('../features/reflections/ui/reflection-screen.tsx')) },
  {
    path: '/reflection/:id/edit',
    screen: lazy(() => import('../features/reflections/ui/edit-reflection-screen.tsx')),
    form: true,
  },
  { path: '/assets', screen: lazy(() => import('../features/assets/ui/assets-screen.tsx')) },
  {
    path: '/assets/add',
    screen: lazy(() => import('../features/assets/ui/add-asset-screen.tsx')),
    form: true,
  },
  { path: '/asset/:id', screen: lazy(() => import('../features/assets/ui/asset-screen.tsx')) },
  {
    path: '/asset/:id/edit',
    screen: lazy(() => import('../features/assets/ui/edit-asset-screen.tsx')),
    form: true,
  },
  { path: '/story', screen: lazy(() => import('../features/story/ui/story-screen.tsx')) },
  { path: '/assess', screen: lazy(() => import('../features/readings/ui/assess-screen.tsx')), form: true },
  { path: '/star', screen: lazy(() => import('../features/readings/ui/star-screen.tsx')) },
  { path: '/reading/:id', screen: lazy(() => import('../features/readings/ui/reading-screen.tsx')) },
  {
    path: '/reading/:id/edit',
    screen: lazy(() => import('../features/readings/ui/correct-screen.tsx')),
    form: true,
  },
  { path: '/reading/:id/talk/:statement', screen: lazy(() => import('./talk.tsx')), form: true },
  {
    path: '/conversation/:id',
    screen: lazy(() => import('../features/conversations/ui/conversation-screen.tsx')),
  },
  { path: '/actions', screen: lazy(() => import('../features/actions/ui/actions-screen.tsx')) },
  {
    path: '/actions/add',
    screen: lazy(() => import('../features/actions/ui/add-action-screen.tsx')),
    form: true,
  },
  { path: '/action/:id', screen: lazy(() => import('../features/actions/ui/action-screen.tsx')) },
  {
    path: '/action/:id/edit',
    screen: lazy(() => import('../features/actions/ui/edit-action-screen.tsx')),
    form: true,
  },
  {
    path: '/action/:id/answer',
    screen: lazy(() => import('../features/actions/ui/answer-screen.tsx')),
    form: true,
  },
  {
    path: '/action/:id/outcome',
    screen: lazy(() => import('../features/actions/ui/outcome-screen.tsx')),
    form: true,
  },
  { path: '/record/:id', screen: lazy(() => import('../ui/record/record-screen.tsx')) },
  { path: '/record/:id/history', screen: lazy(() => import('../ui/record/history-screen.tsx')) },
  { path: '/take-away', screen: lazy(() => import('./take-away.tsx')), form: true },
  {
    path: '/bring-in',
    screen: lazy(() => import('../features/takeaway/ui/bring-in-screen.tsx')),
    form: true,
  },
  { path: '/settings', screen: lazy(() => import('./settings/settings-screen.tsx')) },
  { path: '/about', screen: lazy(() => import('./settings/about-screen.tsx')) },
];

/** True where the screen at this path is a form. */
export function isForm(path: string): boolean {
  return routes.some(({ form, path: pattern }) => form === true && exec(path, pattern) !== undefined);
}
