/** Beside my story, where there is room: what this side is for. */
import { useText } from '../../../ui/text/use-text.ts';
import styles from './story-pane.module.css';

export default function StoryHint() {
  const t = useText();
  return (
    <aside class={styles.hint}>
      <p>{t('story.beside')}</p>
    </aside>
  );
}
