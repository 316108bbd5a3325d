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
  { path: '/story', screen: lazy(() => import('../features/story/ui/story-screen.tsx')) },
  { path: '/record/:id', screen: lazy(() => import('../ui/record/record-screen.tsx')) },
  { path: '/record/:id/history', screen: lazy(() => import('../ui/record/history-screen.tsx')) },
  { path: '/settings', screen: lazy(() => import('./settings/settings-screen.tsx')) },
  { path: '/about', screen: lazy(() => import('./settings/about-screen.tsx')) },
];

/** True where the screen at this path is a form. */
export function isForm(path: string): boolean {
  return routes.some(({ form, path: pattern }) => form === true && exec(path, pattern) !== undefined);
}
