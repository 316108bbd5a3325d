/** Says when a change could not be saved: what happened, what is safe, what to do. Nothing while all is well. */
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useText } from '../text/use-text.ts';
import type { FormTrouble } from './use-draft.ts';

export function DraftTrouble({ trouble }: { trouble: FormTrouble | null }) {
  const t = useText();
  if (trouble === null) return null;
  return (
    <Notice
      kind="attention"
      live="alert"
      title={t('draft.trouble')}
      actions={
        trouble.why === 'elsewhere' && (
          <>
            <Button compact onClick={trouble.useHere}>
              {t('draft.elsewhere.here')}
            </Button>
            <Button compact onClick={trouble.useThere}>
              {t('draft.elsewhere.there')}
            </Button>
          </>
        )
      }
    >
      <p>{t(`draft.trouble.${trouble.why}`)}</p>
    </Notice>
  );
}
