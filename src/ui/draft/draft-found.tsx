/** On a short form that was begun before: says that all is there, and offers to start again. */
import type { ComponentChildren } from 'preact';
import { Notice } from '../parts/notice.tsx';
import { sayMoment } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { StartAgain } from './start-again.tsx';

interface DraftFoundProps {
  /** When it was last changed; nothing is shown for null. */
  from: string | null;
  onStartAgain: () => void;
  /** What else is to be known about it. */
  children?: ComponentChildren;
}

export function DraftFound({ from, onStartAgain, children }: DraftFoundProps) {
  const t = useText();
  const language = useTextState().language.value;
  if (from === null) return null;
  return (
    <Notice kind="safe" actions={<StartAgain compact onStartAgain={onStartAgain} />}>
      <p>{t('draft.found', { moment: sayMoment(language, from) })}</p>
      {children}
    </Notice>
  );
}

/** Begun with a newer app: it is kept until the person decides to start again. */
export function DraftStrange({ onStartAgain }: { onStartAgain: () => void }) {
  const t = useText();
  return (
    <Notice
      kind="safe"
      title={t('draft.strange')}
      actions={<StartAgain compact onStartAgain={onStartAgain} />}
    >
      <p>{t('draft.strange.what')}</p>
    </Notice>
  );
}
