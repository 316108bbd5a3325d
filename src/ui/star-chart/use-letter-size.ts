/** How large the words in a star are to be, so that they grow with the text around it although the star does not. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The star on a phone of 320 px, and the text that its letters are made for, both in pixels. */
const usual = { star: 288, text: 13 };

/** 1: as they are drawn. The lettering's own `font-size` says how large the text is. */
export function useLetterSize(lettering: RefObject<SVGSVGElement | null>): number {
  const [times, setTimes] = useState(1);
  useLayoutEffect(() => {
    const words = lettering.current;
    if (!words) return;
    // Told before it is painted, and without laying out the page for it.
    const watcher = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      const text = Number.parseFloat(getComputedStyle(words).fontSize);
      if (width > 0) setTimes(Math.max(1, (text / usual.text) * (usual.star / width)));
    });
    watcher.observe(words);
    return () => watcher.disconnect();
  }, [lettering]);
  return times;
}
