/** The files are made: what is in them, what is not, and handing them over one by one. */
import { useState } from 'preact/hooks';
import { TakeAwayIcon } from '../../../ui/icons/act.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Card } from '../../../ui/parts/card.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import type { ExportReport, TakeAwayForm } from '../data.ts';
import { saySize } from './say-size.ts';
import styles from './takeaway.module.css';

interface FilesReadyProps {
  form: TakeAwayForm;
  files: readonly File[];
  report: ExportReport;
  onAnother(): void;
}

export function FilesReady({ form, files, report, onAnother }: FilesReadyProps) {
  const t = useText();
  const language = useTextState().language.value;
  const announce = useAnnounce();
  const { device } = useServices();
  const [only] = files;
  const alone = files.length === 1 ? only : undefined;
  const [handed, setHanded] = useState<ReadonlySet<string>>(new Set());
  const all = files.every(({ name }) => handed.has(name));

  async function save(file: File): Promise<void> {
    const saved = await device.saveFile(file);
    if (saved !== 'cancelled') setHanded((before) => new Set([...before, file.name]));
    announce(t(`takeaway.saved.${saved}`, { file: file.name }), { shown: true });
  }

  return (
    <Screen
      title={t('takeaway.ready')}
      lead={t(all ? 'takeaway.ready.gone' : 'takeaway.ready.lead')}
      back="/more"
      step="ready"
      actions={
        <>
          <Button compact onClick={onAnother}>
            {t('takeaway.another')}
          </Button>
          {alone && (
            <Button kind="primary" icon={TakeAwayIcon} onClick={() => void save(alone)}>
              {t('takeaway.save')}
            </Button>
          )}
        </>
      }
    >
      <Card
        title={t(alone ? 'takeaway.records' : 'takeaway.files', { count: report.records })}
        icon={TakeAwayIcon}
      >
        <ul class={styles.files} role="list">
          {files.map((file) => (
            <li key={file.name} class={styles.file}>
              <div class={styles.kind}>
                <p class={styles.name}>{file.name}</p>
                <p class={styles.small}>
                  {file.type.startsWith('application/json') && !alone && `${t('takeaway.dictionary')} · `}
                  {saySize(language, file.size)}
                </p>
              </div>
              {!alone && (
                <Button compact onClick={() => void save(file)}>
                  {t('takeaway.saveOne', { file: file.name })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Missing form={form} report={report} />
      <Notice kind="attention" title={t('takeaway.open.title')}>
        <p>{t('takeaway.open.what')}</p>
      </Notice>
      {form !== 'tables' && <p>{t('takeaway.back.how', { file: t('first.file') })}</p>}
    </Screen>
  );
}

/** What could not come along, each with what is safe and what can be done. */
function Missing({ form, report }: { form: TakeAwayForm; report: ExportReport }) {
  const t = useText();
  const noTable = report.notInTables.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {report.damaged.length > 0 && (
        <Notice kind="attention" title={t('takeaway.report.damaged', { count: report.damaged.length })}>
          <p>{t('takeaway.report.damaged.what')}</p>
        </Notice>
      )}
      {report.missingAttachments.length > 0 && (
        <Notice
          kind="attention"
          title={t('takeaway.report.missing', { count: report.missingAttachments.length })}
        >
          <p>{t('takeaway.report.missing.what')}</p>
        </Notice>
      )}
      {form === 'tables' && noTable > 0 && (
        <Notice title={t('takeaway.report.noTable', { count: noTable })}>
          <p>
            {t('takeaway.report.noTable.what', {
              all: t('takeaway.form.everything'),
              words: t('takeaway.form.records'),
            })}
          </p>
        </Notice>
      )}
    </>
  );
}
