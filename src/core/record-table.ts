/** How a kind of record lies in a table: one CSV file a kind, one row a thing said. See docs/data-format.md. */
import type * as z from 'zod/mini';
import type { attachmentRef } from './attachment-ref.ts';

/** What a cell can hold. null is an empty cell: not said, never 0. */
export type Cell =
  string | number | boolean | null | undefined | readonly string[] | readonly z.infer<typeof attachmentRef>[];

export interface Column {
  /** `lower_snake_case`. */
  name: string;
  /** `list`: several short words. `files`: photos and recordings, by their path in the export. */
  type: 'text' | 'integer' | 'boolean' | 'date' | 'list' | 'files';
  /** What it says, for the data dictionary. English. */
  about: string;
  /** The only words it can hold, where they are fixed. */
  oneOf?: readonly string[];
}

/** The part of a table that only its kind knows; who, when, about whom and for whom are added to every row. */
export interface RecordTable<Body = unknown> {
  /** Name of the file without `.csv`, and its rows in one phrase. */
  name: string;
  about: string;
  columns: readonly Column[];
  /** Rows of cells, each in the order of `columns`. Most kinds have one row a record. */
  rows(body: Body): readonly (readonly Cell[])[];
}
