/** Something that is loaded once for its inputs: an instrument, a chunk of words. */
import { useEffect, useState } from 'preact/hooks';

/** The value, or undefined until it is here. A failing load goes to the error boundary. */
export function useLoaded<Value>(load: () => Promise<Value>, inputs: readonly unknown[]): Value | undefined {
  const [value, setValue] = useState<{ value: Value } | undefined>(undefined);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    let gone = false;
    setValue(undefined);
    load()
      .then((loaded) => {
        if (!gone) setValue({ value: loaded });
      })
      .catch((error: unknown) => {
        if (!gone) setFailure({ error });
      });
    return () => {
      gone = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the load depends on
  }, [...inputs]);
  if (failure) throw failure.error;
  return value?.value;
}
