/** A file that was looked through: what it holds, what is amiss, and the question whether to take it in. */
import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/parts/button.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { ReadyImport } from '../data.ts';
import { BrokenNotice } from './broken-notice.tsx';
import { ChooseFile } from './choose-file.tsx';
import { FileContents } from './file-contents.tsx';
import { FileProblems } from './file-problems.tsx';
import { AskAboutSomebodyElse, SomebodyElse } from './somebody-else.tsx';
import type { Broken } from './use-bring-in.ts';

interface FileReadyProps {
  check: ReadyImport;
  broken: Broken | undefined;
  onChoose(file: File): void;
  onBring(): void;
}

export function FileReady({ check: { preview }, broken, onChoose, onBring }: FileReadyProps) {
  const t = useText();
  const asking = useSignal(false);
  const { person, problems, versions, records } = preview;
  const others = problems.some(({ code }) => code === 'other-person');
  const empty = records.new + records.known === 0;
  // Photos that were missing here may come with records that are known.
  const nothingNew = versions.new === 0 && preview.attachments.new === 0;

  function go(): void {
    if (others) asking.value = true;
    else onBring();
  }

  return (
    <Screen
      title={t('takeaway.in.ready')}
      back="/more"
      step={`ready ${broken ?? ''}`}
      actions={
        <>
          <ChooseFile again onChoose={onChoose} />
          {!empty && !nothingNew && (
            <Button kind="primary" onClick={go}>
              {t('takeaway.in.go')}
            </Button>
          )}
        </>
      }
    >
      {broken && <BrokenNotice broken={broken} />}
      {others && <SomebodyElse name={person?.name ?? null} />}
      {empty && <Notice>{t('takeaway.in.empty')}</Notice>}
      {!empty && nothingNew && <Notice kind="safe">{t('takeaway.in.nothingNew')}</Notice>}
      {!empty && <FileContents preview={preview} />}
      <FileProblems problems={problems} />
      <AskAboutSomebodyElse
        open={asking.value}
        onYes={() => {
          asking.value = false;
          onBring();
        }}
        onNo={() => {
          asking.value = false;
        }}
      />
    </Screen>
  );
}
