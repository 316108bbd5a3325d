/** What is amiss in a file that can be used all the same: once for each kind of trouble, in plain words. */
import { Notice } from '../../../ui/parts/notice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { ImportProblem } from '../data.ts';

type Code = Exclude<ImportProblem['code'], 'other-person'>;

/** Nothing is lost by these: they are told, and need nobody. */
const harmless: readonly Code[] = ['unknown-kind', 'newer-record', 'other-definition'];

export function FileProblems({ problems }: { problems: readonly ImportProblem[] }) {
  const t = useText();
  return (
    <>
      {[...countByCode(problems)].map(([code, count]) => (
        <Notice
          key={code}
          kind={harmless.includes(code) ? 'info' : 'attention'}
          title={t(`takeaway.problem.${code}`, { count })}
        >
          <p>{t(`takeaway.problem.${code}.what`)}</p>
        </Notice>
      ))}
    </>
  );
}

function countByCode(problems: readonly ImportProblem[]): Map<Code, number> {
  const counts = new Map<Code, number>();
  for (const problem of problems) {
    if (problem.code === 'other-person') continue;
    const count = 'count' in problem ? problem.count : 1;
    counts.set(problem.code, (counts.get(problem.code) ?? 0) + count);
  }
  return counts;
}
