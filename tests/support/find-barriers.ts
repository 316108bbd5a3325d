/** What axe finds wrong on the page, as short lines a test can compare with none. */
import axe from 'axe-core';

/** Looks at WCAG 2.2 A and AA; `rule: where` for each failure. */
export async function findBarriers(where: Element): Promise<string[]> {
  const { violations } = await axe.run(where, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
