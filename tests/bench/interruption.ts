/** Ctrl-C, or being told to end: each thing that runs is ended by whoever started it, and tidying up goes its usual way. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `end` at each of the signals that ask for an end; what is given back takes that back. */
export function onInterruption(end: () => void): () => void {
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/** One press of Ctrl-C may arrive several times: from the terminal, from npm, from run.mjs. */
const ONE_PRESS_MS = 2000;

/** Aborted by the first interruption. By a further one the process ends at once, and what it started with it. */
export function untilInterrupted(): { signal: AbortSignal; letGo: () => void } {
  const stop = new AbortController();
  let first = Infinity;
  const letGo = onInterruption(() => {
    const now = performance.now();
    if (now - first > ONE_PRESS_MS) process.exit(130);
    first = Math.min(first, now);
    stop.abort();
  });
  return { signal: stop.signal, letGo };
}
