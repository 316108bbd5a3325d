/** Words, never twice the same, that make a version of about 1 KB as JSON. */

const garden =
  'bean bed fence rain soup shed key apple graft row water seed path gate compost spade glove sun shade leaf root stem bloom harvest basket ladder barrow hose tap bench table cup bread talk laugh rest plan list week month friend'.split(
    ' ',
  );

/** The same for the same `at`. About 500 characters. */
export function oneKilobyte(at: number): string {
  const words: string[] = [`${at}:`];
  let state = (at + 1) * 2_654_435_761;
  let length = 0;
  while (length < 560) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const word = garden[Math.floor(state / 65_536) % garden.length] ?? 'bean';
    words.push(word);
    length += word.length + 1;
  }
  return words.join(' ');
}
