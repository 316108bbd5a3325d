/** What README.txt in the zip says, in the person's language. */
import { sayDay } from '../../../ui/text/dates.ts';
import type { Translate } from '../../../ui/text/catalog.ts';
import type { Language } from '../../../ui/text/languages.ts';
import type { ExportReport } from '../data.ts';

/** Paragraphs. `now` is a moment in UTC. */
export function readmeWords(
  t: Translate,
  language: Language,
  now: string,
): (report: ExportReport) => string[] {
  return (report) => [
    t('takeaway.readme.what', {
      records: t('takeaway.records', { count: report.records }),
      day: sayDay(language, now),
    }),
    t('takeaway.readme.private'),
    t('takeaway.readme.records'),
    t('takeaway.readme.tables'),
    ...(report.attachments > 0 ? [t('takeaway.readme.media')] : []),
    ...(report.damaged.length + report.missingAttachments.length > 0 ? [t('takeaway.readme.missing')] : []),
    t('takeaway.readme.back', { bringIn: t('more.bringIn') }),
  ];
}
