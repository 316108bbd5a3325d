/** The very first rows of the tables, as they will stand in the files. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { FirstRows as Table } from '../data.ts';
import styles from './takeaway.module.css';

export function FirstRows({ tables }: { tables: readonly Table[] }) {
  const t = useText();
  const id = useId();
  const chosen = useSignal<string | undefined>(tables[0]?.file);
  const table = tables.find(({ file }) => file === chosen.value) ?? tables[0];
  if (!table) return null;
  return (
    <div class={styles.tables}>
      <ChoiceOne
        look="chips"
        legend={t('takeaway.rows.which')}
        options={tables.map(({ file }) => ({ value: file, label: file }))}
        value={table.file}
        onChange={(file) => {
          chosen.value = file;
        }}
      />
      {/* Wider than any phone: it takes the focus, so that the arrow keys can move it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by key */}
      <div class={styles.scroll} role="region" aria-labelledby={id} tabIndex={0} key={table.file}>
        <table class={styles.table}>
          <caption id={id} class={styles.caption}>
            {t('takeaway.rows.label', { file: table.file })}
          </caption>
          <thead>
            <tr>
              {table.columns.map((name) => (
                <th key={name} scope="col" lang="en" translate={false}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((cells) => (
              <tr key={cells.join('\n')}>
                {table.columns.map((name, column) => (
                  <td key={name}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class={styles.small}>{t(table.more ? 'takeaway.rows.more' : 'takeaway.rows.all')}</p>
    </div>
  );
}
