/** How a reflection without a question is called: by its own first words. Pure. */

/** Longest title, in characters: two lines on a small phone. */
const longest = 70;

/**
 * The first sentence or line as a title and what follows as detail. A long one is cut between words, and then stands
 * whole in the detail, so that nothing a person said is only half there.
 */
export function opening(words: string): { title: string; rest: string | undefined } {
  const text = words.trim();
  const end = /[.?!…](?=\s)|\n/u.exec(text);
  const first = (end ? text.slice(0, end.index + end[0].length) : text).trim();
  if (first.length <= longest) {
    const rest = text.slice(first.length).trim();
    return { title: first, rest: rest === '' ? undefined : rest };
  }
  const room = first.slice(0, longest);
  const space = room.lastIndexOf(' ');
  return { title: `${(space > 0 ? room.slice(0, space) : room).trimEnd()} …`, rest: text };
}
