/** What axe finds wrong on the page, as short lines a test can compare with none. */
import axe from 'axe-core';

/** Looks at WCAG 2.2 A and AA, once every change of colour is over; `rule: where` for each failure. */
export async function findBarriers(where: Element): Promise<string[]> {
  await colourSettled(where);
  const { violations } = await axe.run(where, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    // What is right need not be gathered.
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** A button that has just become another kind is, for a blink, neither of the two that people read. */
async function colourSettled(where: Element): Promise<void> {
  const ends = (one: Animation) => Number.isFinite(Number(one.effect?.getComputedTiming().endTime));
  const running = where.getAnimations({ subtree: true }).filter(ends);
  await Promise.allSettled(running.map(({ finished }) => finished));
}
