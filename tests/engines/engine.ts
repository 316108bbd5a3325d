/** A browser other than Chromium, with one window of the app, as a test drives it. */

export interface Engine {
  /** As a person knows it. */
  readonly name: string;
  /** What this machine lacks for it, with how to get it; null where it is all there. */
  missing(): string | null;
  /** A fresh browser, nothing stored in it. */
  start(): Promise<EngineWindow>;
}

export interface EngineWindow {
  open(url: string): Promise<void>;
  /** Runs in the page, so `work` may use nothing from around it; what goes in and comes out is JSON. Rejects where it throws. */
  run<In extends readonly unknown[], Out>(
    work: (...given: In) => Out | Promise<Out>,
    ...given: In
  ): Promise<Out>;
  close(): Promise<void>;
}
