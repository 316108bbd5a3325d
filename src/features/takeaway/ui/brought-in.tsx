/** It is done: how much came in, what stayed out and why, and the way to the story. */
import { StoryIcon } from '../../../ui/icons/go.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { ImportOutcome, ImportPreview } from '../data.ts';
import { FileContents } from './file-contents.tsx';
import { FileProblems } from './file-problems.tsx';

interface BroughtInProps {
  preview: ImportPreview;
  outcome: Extract<ImportOutcome, { status: 'imported' }>;
}

export function BroughtIn({ preview, outcome: { clashes, erased } }: BroughtInProps) {
  const t = useText();
  return (
    <Screen
      title={t('takeaway.done.title')}
      back="/more"
      step="done"
      actions={
        <LinkButton kind="primary" href="/story" icon={StoryIcon}>
          {t('takeaway.done.story')}
        </LinkButton>
      }
    >
      <Notice kind="safe">{t('takeaway.done.safe')}</Notice>
      {preview.records.new + preview.records.known > 0 && <FileContents preview={preview} />}
      {preview.erases > 0 && <Notice>{t('takeaway.done.erases', { count: preview.erases })}</Notice>}
      {erased > 0 && <Notice>{t('takeaway.done.erased', { count: erased })}</Notice>}
      {clashes.length > 0 && (
        <Notice kind="attention" title={t('takeaway.done.clashes', { count: clashes.length })}>
          <p>{t('takeaway.done.clashes.what')}</p>
        </Notice>
      )}
      <FileProblems problems={preview.problems} />
    </Screen>
  );
}
