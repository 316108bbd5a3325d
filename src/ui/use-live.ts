/** Draws a component again whenever a live query has a new value. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Live } from '../core/store.ts';

/** The latest value, or undefined before the first one. A failing query goes to the error boundary. */
export function useLive<T>(query: () => Live<T>, inputs: readonly unknown[]): T | undefined {
  const value = useSignal<T | undefined>(undefined);
  const failure = useSignal<{ error: unknown } | null>(null);
  // Asked before the page is painted, so that the answer is on its way meanwhile.
  useLayoutEffect(() => {
    value.value = undefined;
    failure.value = null;
    return query().subscribe(
      (seen) => {
        value.value = seen;
      },
      (error) => {
        failure.value = { error };
      },
    );
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the query depends on
  }, [...inputs]);
  if (failure.value) throw failure.value.error;
  return value.value;
}
