/** On a short form that was begun before: says that all is there, and offers to start again. */
import type { ComponentChildren } from 'preact';
import { Notice } from '../parts/notice.tsx';
import { sayMoment } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { StartAgain } from './start-again.tsx';
import type { DraftForm } from './use-draft.ts';

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

/** Begun with a newer app, or damaged: it is kept until the person decides to start again. */
export function DraftStrange({ form }: { form: Pick<DraftForm<unknown>, 'damaged' | 'startAgain'> }) {
  const t = useText();
  return (
    <Notice
      kind={form.damaged ? 'attention' : 'safe'}
      title={t(form.damaged ? 'draft.damaged' : 'draft.strange')}
      actions={<StartAgain compact onStartAgain={form.startAgain} />}
    >
      <p>{t(form.damaged ? 'draft.damaged.what' : 'draft.strange.what')}</p>
    </Notice>
  );
}
