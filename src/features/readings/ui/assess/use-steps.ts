/** Which step of the form is shown: it stands in the address, so that the phone's own way back goes one step back. */
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';

export type Step = number | 'review';

export interface Steps {
  /** From 1, or the review; null where the address names none. */
  at: Step | null;
  /** True where a statement was opened from the review, to go back to it. */
  fromReview: boolean;
  go(step: Step, fromReview?: boolean): void;
  /** One step back, to `to`: the page before in the browser's memory where it is that step, else in place of this one. */
  back(to: Step | null): void;
}

/** `path` is the address of the form without its step; `count` how many statements there are. */
export function useSteps(path: string, count: number): Steps {
  const { url, route } = useLocation();
  // Of the route and not of the address: that is the next screen's already while this one is still shown.
  const { query } = useRoute();
  const trail = useRef<string[]>([]);
  const steps = trail.current;
  useEffect(() => {
    if (steps.at(-2) === url) steps.pop();
    else if (steps.at(-1) !== url) steps.push(url);
  }, [steps, url]);

  const address = (step: Step | null, fromReview = false) =>
    step === null ? path : `${path}?at=${step}${fromReview ? '&from=review' : ''}`;
  return {
    at: readStep(query['at'], count),
    fromReview: query['from'] === 'review',
    go: (step, fromReview) => route(address(step, fromReview)),
    back(to) {
      if (steps.at(-2) === address(to)) history.back();
      else {
        steps.pop();
        route(address(to), true);
      }
    },
  };
}

function readStep(at: string | undefined, count: number): Step | null {
  if (at === undefined) return null;
  if (at === 'review') return 'review';
  const step = Number(at);
  return Number.isInteger(step) && step >= 1 && step <= count ? step : 1;
}
