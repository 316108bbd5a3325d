/** A file that was looked through: what it holds, what is amiss, and the question whether to take it in. */
import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/parts/button.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { ReadyImport } from '../data.ts';
import { BrokenNotice } from './broken-notice.tsx';
import { ChooseFile } from './choose-file.tsx';
import { AskAboutErasing, FileErases } from './file-erases.tsx';
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
  const asking = useSignal<'somebody-else' | 'erasing' | undefined>(undefined);
  const { person, problems, versions, records, erases } = preview;
  const others = problems.some(({ code }) => code === 'other-person');
  const noRecords = records.new + records.known === 0;
  const empty = noRecords && erases === 0;
  // Photos that were missing here may come with records that are known, and so may what an instrument asks.
  const nothingNew = versions.new === 0 && preview.attachments.new === 0 && preview.instruments.length === 0;

  function go(): void {
    if (others) asking.value = 'somebody-else';
    else goOn();
  }

  function goOn(): void {
    if (erases > 0) asking.value = 'erasing';
    else bring();
  }

  function bring(): void {
    asking.value = undefined;
    onBring();
  }

  function leave(): void {
    asking.value = undefined;
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
      {erases > 0 && <FileErases count={erases} />}
      {empty && <Notice>{t('takeaway.in.empty')}</Notice>}
      {!empty && nothingNew && <Notice kind="safe">{t('takeaway.in.nothingNew')}</Notice>}
      {!noRecords && <FileContents preview={preview} />}
      <FileProblems problems={problems} />
      <AskAboutSomebodyElse
        open={asking.value === 'somebody-else'}
        erases={erases > 0}
        onYes={goOn}
        onNo={leave}
      />
      <AskAboutErasing open={asking.value === 'erasing'} count={erases} onYes={bring} onNo={leave} />
    </Screen>
  );
}
