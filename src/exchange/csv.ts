/** CSV as RFC 4180 has it, safe to open in a spreadsheet. */

/**
 * What a spreadsheet may take for a formula (OWASP, "CSV Injection"): `=`, `+`, `-` or `@`, plain or full-width, at the
 * start or after spaces, quotes, line ends and other marks that do not show; and a cell that begins with a tab, a line
 * end or NUL, which some programs cut away or break at. Such a text behind marks of its own counts too, so that whoever
 * takes one mark away gets the exact text back.
 */
const risky = /^(?:'*[\t\r\n\0]|[\s"'`\p{Quotation_Mark}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A text that no spreadsheet reads as a formula: a risky one gets a leading `'`. */
export function guardText(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

/** One line of cells, with its CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
