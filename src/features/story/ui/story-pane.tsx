/** My story beside an entry that was opened from it, where there is room: the next one is a tap away. */
import { useRef } from 'preact/hooks';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import styles from './story-pane.module.css';
import { Story } from './story.tsx';

/** `open` is the address of what stands beside it. */
export default function StoryPane({ open }: { open: string }) {
  const t = useText();
  const { owner } = useServices();
  const pane = useRef<HTMLElement>(null);
  return (
    <section ref={pane} class={styles.pane} aria-label={t('story.title')}>
      <h2 class={styles.title}>{t('story.title')}</h2>
      <Story subject={owner.personId} level={3} beside={{ pane, open }} />
    </section>
  );
}
