/** Asking a hub from a screen: when it appears, and again when what is asked about is another. */
import { useEffect, useRef } from 'preact/hooks';

/** Calls `ask` once for each of `about`. Gives whether the screen still waits for answers. */
export function useAsking(
  ask: () => Promise<void>,
  about: readonly unknown[],
): { readonly current: boolean } {
  const waits = useRef(true);
  useEffect(() => {
    waits.current = true;
    void ask();
    return () => {
      waits.current = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the asking depends on
  }, [...about]);
  return waits;
}
