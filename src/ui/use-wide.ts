/** Whether the window has room for two panes: the same width at which the ways to go stand at the side (frame.module.css). */
import { useLayoutEffect, useState } from 'preact/hooks';

const query = '(min-width: 56.25rem)';

export function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(query).matches);
  useLayoutEffect(() => {
    const room = matchMedia(query);
    const look = () => setWide(room.matches);
    look();
    room.addEventListener('change', look);
    return () => room.removeEventListener('change', look);
  }, []);
  return wide;
}
