/** Time and randomness, handed in by the composition root, so that tests can decide both. */
export interface Environment {
  /** Milliseconds since 1970, as the wall clock has it; it may jump and run backwards. */
  now(): number;
  /** Fresh bytes fit for keys. */
  randomBytes(length: number): Uint8Array<ArrayBuffer>;
}
