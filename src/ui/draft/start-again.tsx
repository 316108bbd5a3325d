/** "Start again": asks once before what was begun is thrown away. */
import { useState } from 'preact/hooks';
import { UndoIcon } from '../icons/act.tsx';
import { Button } from '../parts/button.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { useText } from '../text/use-text.ts';

export function StartAgain({ onStartAgain, compact }: { onStartAgain: () => void; compact?: boolean }) {
  const t = useText();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button icon={UndoIcon} compact={compact} onClick={() => setAsks(true)}>
        {t('draft.startAgain')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('draft.startAgain.ask')}
        confirmLabel={t('draft.startAgain')}
        cancelLabel={t('draft.keep')}
        danger
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          onStartAgain();
        }}
      >
        <p>{t('draft.startAgain.what')}</p>
      </ConfirmDialog>
    </>
  );
}
