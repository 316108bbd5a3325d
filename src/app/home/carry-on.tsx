/** What was begun and not finished: one row each, newest first. */
import { useEffect } from 'preact/hooks';
import { PenIcon } from '../../ui/icons/act.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { useServices } from '../../ui/services.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useLive } from '../../ui/use-live.ts';
import { draftPlace } from './draft-place.ts';

/** `onShown` is called once it is known what was begun. */
export function CarryOn({ onShown }: { onShown(): void }) {
  const t = useText();
  const language = useTextState().language.value;
  const { store } = useServices();
  const drafts = useLive(() => store.watchDrafts(), [store]);
  const known = drafts !== undefined;
  useEffect(() => {
    if (known) onShown();
  }, [known, onShown]);
  if (!drafts || drafts.length === 0) return null;
  const newestFirst = [...drafts].sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  return (
    <Card tone="leaf" title={t('home.carryOn')}>
      <List>
        {newestFirst.map((draft) => {
          const place = draftPlace(draft.key);
          return (
            <ListRow
              key={draft.key}
              href={place.href}
              icon={PenIcon}
              title={t(`home.draft.${place.tool}`)}
              detail={
                draft.damaged
                  ? t('home.begun.damaged')
                  : t('home.begun', { moment: sayMoment(language, draft.savedAt) })
              }
            />
          );
        })}
      </List>
    </Card>
  );
}
