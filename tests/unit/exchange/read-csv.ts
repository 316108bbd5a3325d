/** A reader of RFC 4180, written from the standard alone, to check what is written by. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new Error('a quote is not closed');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`not allowed bare at ${at}`);
        cell += text[at++];
      }
    }
    row.push(cell);
    cell = '';
    if (text[at] === ',') {
      at++;
    } else if (text[at] === '\r' && text[at + 1] === '\n') {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`neither comma nor CRLF at ${at}`);
  }
  if (row.length > 0) throw new Error('the last line is not ended');
  return rows;
}

/** Rows by the name of their column. */
export function readTable(text: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((cells) => {
    if (cells.length !== head.length)
      throw new Error(`a row of ${cells.length} under ${head.length} headers`);
    return Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']));
  });
}
