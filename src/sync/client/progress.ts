/** Whether a round got further than those before it: an endpoint that fails at the same thing each time gets nowhere. */

export interface Progress {
  /** Something is over for good: a version came or is received, the list goes on, or the person has to decide. */
  made(): void;
  /** So many bytes of something have arrived. What was had once already, and lost since, gets nobody further. */
  reached(what: string, bytes: number): void;
  /** Whether any was made since this was asked last. */
  taken(): boolean;
}

export function createProgress(): Progress {
  const furthest = new Map<string, number>();
  let any = false;
  return {
    made() {
      any = true;
    },
    reached(what, bytes) {
      if (bytes <= (furthest.get(what) ?? 0)) return;
      furthest.set(what, bytes);
      any = true;
    },
    taken() {
      const was = any;
      any = false;
      return was;
    },
  };
}
