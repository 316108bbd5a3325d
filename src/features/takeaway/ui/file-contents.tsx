/** What was found in a file: whose, from when, how much of it is new here, of which kinds. */
import { Card } from '../../../ui/parts/card.tsx';
import { sayDay } from '../../../ui/text/dates.ts';
import { useText, useTextState, useWords } from '../../../ui/text/use-text.ts';
import type { ImportPreview } from '../data.ts';
import { KindCounts } from './kind-counts.tsx';
import { saySize } from './say-size.ts';
import styles from './takeaway.module.css';

/** `fresh`: nothing is on this phone yet, so that new and known need no telling apart. */
export function FileContents({ preview, fresh }: { preview: ImportPreview; fresh?: boolean }) {
  const t = useText();
  const say = useWords();
  const language = useTextState().language.value;
  const { person, exportedAt, records, attachments, instruments } = preview;
  const { found, bytes } = attachments;
  const media =
    found > 0 ? t('takeaway.in.media', { count: found, size: saySize(language, bytes) }) : undefined;
  return (
    <Card title={titleOf(t, preview, fresh === true)}>
      {fresh && person?.name && <p class={styles.who}>{t('takeaway.records', { count: records.new })}</p>}
      {exportedAt !== null && <p>{t('takeaway.in.made', { day: sayDay(language, exportedAt) })}</p>}
      {!fresh && <News preview={preview} />}
      <KindCounts kinds={preview.kinds} media={media} />
      {instruments.length > 0 && (
        <p>
          {t('takeaway.in.statements', {
            count: instruments.length,
            titles: say({
              list: instruments.map((title) => ({ said: title[language] ?? title['en'] ?? '' })),
            }),
          })}
        </p>
      )}
    </Card>
  );
}

function titleOf(t: ReturnType<typeof useText>, { person, records }: ImportPreview, fresh: boolean): string {
  if (!person) return t('takeaway.in.fromNobody');
  if (!person.name) return t('takeaway.records', { count: records.new + records.known });
  return fresh ? person.name : t('takeaway.in.from', { name: person.name });
}

function News({ preview: { records, versions } }: { preview: ImportPreview }) {
  const t = useText();
  // What is new of records that are here: at least the versions beyond one for each new record.
  const changes = records.new === 0 ? versions.new : 0;
  return (
    <>
      {records.new > 0 && <p class={styles.who}>{t('takeaway.in.new', { count: records.new })}</p>}
      {changes > 0 && <p class={styles.who}>{t('takeaway.in.changed', { count: changes })}</p>}
      {records.known > 0 && <p>{t('takeaway.in.known', { count: records.known })}</p>}
    </>
  );
}
