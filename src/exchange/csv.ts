/** CSV as RFC 4180 has it, safe to open in a spreadsheet. */

/**
 * What a spreadsheet may take for a formula (OWASP, "CSV Injection"): `=`, `+`, `-` or `@`, plain or full-width, at the
 * start or after spaces, quotes, line ends and other marks that do not show; and a cell that begins with a tab, a line
 * end or NUL, which some programs cut away or break at. Such a text behind marks of its own counts too, so that whoever
 * takes one mark away gets the exact text back.
 */
const risky = /^(?:'*[\t\r\n\0]|[\s"'`\p{Quotation_Mark}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** What only marks off, with the last place in it where a spreadsheet might begin another cell. */
const marks = /[;\t\r\n][\s"'`;\p{Quotation_Mark}\p{Cc}\p{Cf}]*/gu;
const lastBreak = /^[^]*[;\t\r\n]/;
const formula = /^[=+\-@＝＋－＠]/;

/**
 * A text that no spreadsheet reads as a formula: a risky one gets a leading `'`. So does what stands after a semicolon,
 * a tab or a line end in it: where numbers are written with a comma, as in most of Europe, a spreadsheet begins
 * new cells at semicolons, sees no quotes inside them, and so begins new rows at line ends.
 */
export function guardText(text: string): string {
  const guarded = text.replace(marks, (run, at: number) =>
    formula.test(text.charAt(at + run.length)) ? run.replace(lastBreak, (upTo) => `${upTo}'`) : run,
  );
  return risky.test(text) ? `'${guarded}` : guarded;
}

/** One line of cells, with its CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
