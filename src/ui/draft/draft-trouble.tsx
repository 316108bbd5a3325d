/** Says when a change could not be saved: what happened, what is safe, what to do. Nothing while all is well. */
import { Notice } from '../parts/notice.tsx';
import { useText } from '../text/use-text.ts';
import type { DraftTroubleKind } from './use-draft.ts';

export function DraftTrouble({ trouble }: { trouble: DraftTroubleKind | null }) {
  const t = useText();
  if (trouble === null) return null;
  return (
    <Notice kind="attention" live="alert" title={t('draft.trouble')}>
      <p>{t(`draft.trouble.${trouble}`)}</p>
    </Notice>
  );
}
