/** The words that stand in a part of the page, as they are read aloud: each line a sentence, and said once. */

/** Ends where a voice makes a pause. */
const paused = /[.!?…:;,]$/u;

export function wordsOf(place: HTMLElement): string {
  const lines = place.innerText.split('\n').map((line) => line.trim());
  // A question that stands hidden beside its title is there twice.
  return [...new Set(lines)]
    .filter((line) => line !== '')
    .map((line) => (paused.test(line) ? line : `${line}.`))
    .join(' ');
}
