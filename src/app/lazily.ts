/** Components that are fetched when first shown. One that cannot be fetched ends at the error boundary, never in a blank page. */
import { lazy } from 'preact-iso';
import type { FunctionComponent } from 'preact';

/**
 * `load` imports the component. It fails where the app was changed over in another window and the old chunk is gone, or
 * where the network was cut during the first visit: loading the page again then helps, and the error boundary says so.
 */
export function lazily<Props = object>(
  load: () => Promise<{ default: FunctionComponent<Props> }>,
): FunctionComponent<Props> {
  return lazy(() => load().catch((error: unknown) => ({ default: failing(error) })));
}

function failing<Props>(error: unknown): FunctionComponent<Props> {
  return () => {
    throw error;
  };
}
