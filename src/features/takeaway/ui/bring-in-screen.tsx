/** "Bring records in": choose a file, see what is in it, and only then take it in. */
import { Screen } from '../../../ui/parts/screen.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { BroughtIn } from './brought-in.tsx';
import { ChooseFile, NoFileNotice } from './choose-file.tsx';
import { FileReady } from './file-ready.tsx';
import { useBringIn } from './use-bring-in.ts';
import { WorkUnderWay } from './work-under-way.tsx';

export default function BringInScreen() {
  const t = useText();
  const { store, records } = useServices();
  const { stage, choose, bring, stop } = useBringIn(records, store);
  const now = stage.value;
  switch (now.at) {
    case 'choosing':
      return (
        <Screen
          title={t('takeaway.in.title')}
          lead={t('takeaway.in.lead')}
          back="/more"
          actions={<ChooseFile onChoose={(file) => void choose(file)} />}
        >
          {now.why && <NoFileNotice why={now.why} />}
          <p>{t('takeaway.in.what')}</p>
        </Screen>
      );
    case 'checking':
      return (
        <Screen title={t('takeaway.in.checking')} step="checking">
          <WorkUnderWay progress={now.progress} safe={t('takeaway.in.checking.safe')} onStop={stop} />
        </Screen>
      );
    case 'ready':
      return (
        <FileReady
          check={now.check}
          broken={now.broken}
          onChoose={(file) => void choose(file)}
          onBring={() => void bring(store)}
        />
      );
    case 'bringing':
      return (
        <Screen title={t('takeaway.in.bringing')} step="bringing">
          <WorkUnderWay progress={now.progress} safe={t('takeaway.in.bringing.safe')} onStop={stop} />
        </Screen>
      );
    case 'done':
      return <BroughtIn preview={now.check.preview} outcome={now.outcome} />;
  }
}
