/** Cuts a text into pieces short enough to be read aloud: Chrome falls silent after about 15 seconds of one piece. */

/** Characters; about ten seconds at an ordinary pace. */
const longest = 160;

/** The text in order, in pieces of whole sentences where they are short enough, else cut between words. */
export function cutForReading(text: string): string[] {
  const pieces: string[] = [];
  for (const sentence of sentences(text)) {
    let rest = sentence;
    while (rest.length > longest) {
      const at = placeToCut(rest);
      pieces.push(rest.slice(0, at).trim());
      rest = rest.slice(at).trim();
    }
    if (rest !== '') pieces.push(rest);
  }
  return pieces;
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…:;])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** After the last comma or dash that fits, else at the last space, else in the middle of a very long word. */
function placeToCut(text: string): number {
  const head = text.slice(0, longest);
  const pause = Math.max(head.lastIndexOf(', '), head.lastIndexOf(' – '));
  if (pause > longest / 3) return pause + 1;
  const space = head.lastIndexOf(' ');
  return space > 0 ? space : longest;
}
