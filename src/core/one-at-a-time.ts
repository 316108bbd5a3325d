/** The port to what only one window of the app may do at a time. `platform/` implements it. */

export interface OneAtATime {
  /**
   * Does `work` as soon as no other window is at it, and keeps the others from it until its promise ends. `elsewhere` is
   * called first where another is at it now. The function given back ends the waiting, not the work.
   */
  run(work: () => Promise<void>, elsewhere: () => void): () => void;
  /** Tells the window that is at it that it is wanted. */
  nudge(): void;
  /** Called in the window that is at it; gives a way to stop listening. */
  onNudge(nudged: () => void): () => void;
}
