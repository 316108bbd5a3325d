/** "Take it away": what there is, in which form, and the files themselves. */
import { Screen } from '../../../ui/parts/screen.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { ChooseForm } from './choose-form.tsx';
import { FilesReady } from './files-ready.tsx';
import { useTakeAway } from './use-take-away.ts';
import { WorkUnderWay } from './work-under-way.tsx';

/** `version` is the app's, `major.minor.patch`. */
export function TakeAwayScreen({ version }: { version: string }) {
  const t = useText();
  const { stage, look, make, stop } = useTakeAway(version);
  const now = stage.value;
  switch (now.at) {
    case 'looking':
      return (
        <Screen title={t('takeaway.title')} back="/more" lead={t('takeaway.lead')}>
          <Loading rows={5} />
        </Screen>
      );
    case 'out-of-reach':
      return (
        <Screen
          title={t('takeaway.title')}
          back="/more"
          actions={
            <Button kind="primary" onClick={() => void look()}>
              {t('takeaway.again')}
            </Button>
          }
        >
          <Notice kind="attention" live="alert" title={t('takeaway.unavailable.title')}>
            <p>{t('takeaway.unavailable.what')}</p>
          </Notice>
        </Screen>
      );
    case 'choosing':
      return <ChooseForm what={now.what} trouble={now.trouble} onMake={(form) => void make(form)} />;
    case 'making':
      return (
        <Screen title={t('takeaway.making')} step="making">
          <WorkUnderWay progress={now.progress} onStop={stop} />
        </Screen>
      );
    case 'ready':
      return <FilesReady {...now} onAnother={() => void look()} />;
  }
}
