/** Said once everything of the person who was here is off this phone, and whether the hub knows it too. */
import { Button } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useApp } from '../app-context.tsx';
import type { Left } from '../app-state.ts';

export default function Erased() {
  const t = useText();
  const { state } = useApp();
  const phase = state.phase.value;
  const left = phase.at === 'erased' ? phase.left : null;
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
      {left && <AtTheHub left={left} />}
    </Screen>
  );
}

function AtTheHub({ left }: { left: Promise<Left> }) {
  const t = useText();
  const outcome = useLoaded(() => left, [left]);
  return (
    <Notice kind={outcome === 'ended' ? 'safe' : 'info'} live="status">
      <p>{t(`eraseMe.left.${outcome ?? 'asking'}`)}</p>
    </Notice>
  );
}
