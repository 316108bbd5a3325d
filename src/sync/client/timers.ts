/** Waiting, handed in, so that tests need not wait. */

export interface Timers {
  /** Calls `then` once after `ms`; the function given back calls it off. */
  after(ms: number, then: () => void): () => void;
}
