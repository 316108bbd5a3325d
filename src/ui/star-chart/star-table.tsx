/** The figures of a star as a table: a row for each statement, a column for each outline. */
// The roles are spelled out: WebKit of iOS 16 forgets the table when CSS lays it out as blocks.
import { sayShortDay } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { MarkSample } from './mark-sample.tsx';
import { valueOn, type StarData } from './star-data.ts';
import { marksOf } from './star-marks.ts';
import { outlineName } from './star-sentence.ts';
import style from './star-table.module.css';

interface StarTableProps {
  data: StarData;
  caption?: string | undefined;
}

/**
 * On a narrow screen each statement becomes a block with a line for each outline; it stays a table for a screen reader.
 */
export function StarTable({ data, caption }: StarTableProps) {
  const t = useText();
  const language = useTextState().language.value;
  const columns = marksOf(data.outlines).map((mark) => ({
    mark,
    name: outlineName(mark.outline, t, sayShortDay(language, mark.outline.date)),
  }));
  return (
    <div class={style.room}>
      <table class={style.table} role="table">
        <caption class={style.caption}>{caption ?? t('star.table.caption')}</caption>
        <thead class={style.head} role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('star.table.statement')}
            </th>
            {columns.map(({ mark, name }) => (
              <th key={mark.outline.id} scope="col" role="columnheader">
                <MarkSample mark={mark} />
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class={style.body} role="rowgroup">
          {data.axes.map((axis, index) => (
            <tr key={axis.id} class={style.row} role="row">
              <th scope="row" role="rowheader" class={style.statement}>
                {axis.name}
              </th>
              {columns.map(({ mark, name }) => (
                <td key={mark.outline.id} class={style.cell} role="cell">
                  <span class={style.whose} aria-hidden="true">
                    <MarkSample mark={mark} />
                    {name}
                  </span>
                  <Figure value={valueOn(mark.outline, index)} missing={t('star.not-answered')} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ value, missing }: { value: number | null; missing: string }) {
  return value === null ? (
    <span class={style.missing}>{missing}</span>
  ) : (
    <span class={style.figure}>{value}</span>
  );
}
