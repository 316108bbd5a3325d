/** First run with a file: the same person goes on, with everything that is in it. Nothing is made before it is looked at. */
import { useEffect } from 'preact/hooks';
import type { RecordKinds } from '../../core/define-record.ts';
import { ChooseFile, NoFileNotice } from '../../features/takeaway/ui/choose-file.tsx';
import { useBringIn } from '../../features/takeaway/ui/use-bring-in.ts';
import { WorkUnderWay } from '../../features/takeaway/ui/work-under-way.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { IsThisYou } from './is-this-you.tsx';

interface ComeWithFileProps {
  records: RecordKinds;
  onBack(): void;
  /** Called once the person's space is open. */
  onBegun(): void;
}

export function ComeWithFile({ records, onBack, onBegun }: ComeWithFileProps) {
  const t = useText();
  const text = useTextState();
  const steps = useBringIn(records);
  // The shell's texts do not have the words for files.
  useEffect(() => void text.complete(), [text]);
  if (text.catalog.value.shellOnly) return <Loading />;

  const back = (
    <Button compact onClick={onBack}>
      {t('ui.back')}
    </Button>
  );
  const now = steps.stage.value;
  switch (now.at) {
    case 'choosing':
      return (
        <Screen
          title={t('first.file')}
          lead={t('takeaway.in.lead')}
          step="file"
          heard
          actions={
            <>
              {back}
              <ChooseFile onChoose={(file) => void steps.choose(file)} />
            </>
          }
        >
          {now.why && <NoFileNotice why={now.why} />}
          <p>{t('takeaway.in.what')}</p>
        </Screen>
      );
    case 'checking':
      return (
        <Screen title={t('takeaway.in.checking')} step="checking">
          <WorkUnderWay
            progress={now.progress}
            safe={t('takeaway.in.checking.safe')}
            onStop={() => steps.stop()}
          />
        </Screen>
      );
    case 'ready':
      return <IsThisYou steps={steps} check={now.check} broken={now.broken} onBegun={onBegun} />;
    case 'bringing':
    case 'done':
      return (
        <Screen title={t('takeaway.in.bringing')} step="bringing">
          <WorkUnderWay
            progress={now.at === 'bringing' ? now.progress : null}
            safe={t('takeaway.in.bringing.safe')}
            onStop={() => steps.stop()}
          />
        </Screen>
      );
  }
}
