/** How long a test waits for what must come, in ms: far longer than a busy machine needs. A wait that succeeds costs nothing. */
export const patience = 60_000;
