/** The port to what is still being recorded: kept piece by piece under the draft it is for, and gone when that ends. */

/** Where the pieces of one recording stand. */
export interface TakePlace {
  /** Key of the draft. */
  draft: string;
  /** Id of the recording, its own for each. */
  take: string;
}

export interface Piece {
  bytes: ArrayBuffer;
  /** What it takes to use them later. Sealed as they are. */
  about: unknown;
}

/** What came of dropping pieces: the same as of throwing a draft away. */
export type TakeOutcome = { status: 'saved' } | { status: 'full' } | { status: 'unavailable'; why: string };

/** `over`: the draft, or the piece before, is not there: thrown away, or it became something else. Nothing was written. */
export type PieceOutcome = TakeOutcome | { status: 'over' };

export interface Takes {
  /** Keeps the piece number `at`, from 0. The draft must be there for the first, the piece before for the others. */
  keep(place: TakePlace, at: number, piece: Piece): Promise<PieceOutcome>;
  /** Ids of the recordings of which there are pieces under a draft, oldest first. */
  of(draft: string): Promise<string[]>;
  /** The pieces in their order, up to the first that is missing or cannot be opened. */
  pieces(place: TakePlace): Promise<Piece[]>;
  /**
   * Drops all pieces. With `became`, only where the draft refers to that attachment by now: until it does, the pieces are
   * all there is.
   */
  drop(place: TakePlace, became?: string): Promise<TakeOutcome>;
}
