/** A moment as it is said on the wire. */

/** SQL for a column of type `timestamptz`: `2026-05-01T09:00:00.000Z`. */
export const momentSql = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
