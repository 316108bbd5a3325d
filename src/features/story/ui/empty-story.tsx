/** A story that has not begun yet: what it will be, and the first step into it. */
import { EmptyStoryArt } from '../../../ui/art/empty-story.tsx';
import { LinkButton, Button } from '../../../ui/parts/button.tsx';
import { EmptyState } from '../../../ui/parts/empty-state.tsx';
import { PlusIcon } from '../../../ui/icons/go.tsx';
import { useText } from '../../../ui/text/use-text.ts';

interface EmptyStoryProps {
  withdrawn: boolean;
  onWithdrawn: (withdrawn: boolean) => void;
}

export function EmptyStory({ withdrawn, onWithdrawn }: EmptyStoryProps) {
  const t = useText();
  return (
    <EmptyState
      art={<EmptyStoryArt />}
      title={t('story.empty')}
      action={
        <>
          <LinkButton kind="primary" icon={PlusIcon} href="/add">
            {t('story.empty.add')}
          </LinkButton>
          {!withdrawn && (
            <Button kind="quiet" onClick={() => onWithdrawn(true)}>
              {t('story.empty.withdrawn')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('story.empty.words')}</p>
    </EmptyState>
  );
}
