/** `/story`: my story, the newest first. */
import { Screen } from '../../../ui/parts/screen.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { Story } from './story.tsx';

export default function StoryScreen() {
  const t = useText();
  const { owner } = useServices();
  return (
    <Screen title={t('story.title')}>
      <Story subject={owner.personId} />
    </Screen>
  );
}
