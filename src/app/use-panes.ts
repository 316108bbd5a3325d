/** Whether my story and what was opened from it stand side by side. */
import { useRef } from 'preact/hooks';
import { useWide } from '../ui/use-wide.ts';
import { isEntry, isForm } from './routes.tsx';

/** `story`: with room for what is opened. `entry`: the story stays beside it. `none`: one page, as on a phone. */
type Panes = 'none' | 'story' | 'entry';

/** The story stays from one entry to the next, and over changing one, until somebody goes anywhere else. */
export function usePanes(path: string): Panes {
  const wide = useWide();
  const fromStory = useRef(false);
  if (path === '/story') fromStory.current = true;
  else if (!isEntry(path) && !isForm(path)) fromStory.current = false;
  if (!wide || !fromStory.current) return 'none';
  if (path === '/story') return 'story';
  return isEntry(path) ? 'entry' : 'none';
}
