/** Said once everything of the person who was here is off this phone. */
import { Button } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';

export default function Erased() {
  const t = useText();
  const { state } = useApp();
  return (
    <Screen
      title={t('eraseMe.done')}
      step="erased"
      actions={
        <Button kind="primary" onClick={() => void state.leave()}>
          {t('eraseMe.done.on')}
        </Button>
      }
    >
      <Notice kind="safe">
        <p>{t('eraseMe.done.what')}</p>
      </Notice>
    </Screen>
  );
}
