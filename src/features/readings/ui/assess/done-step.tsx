/** Finished: it is safe, and the star is one tap away. */
import { FinishedArt } from '../../../../ui/art/finished.tsx';
import { StarIcon } from '../../../../ui/icons/kinds.tsx';
import { LinkButton } from '../../../../ui/parts/button.tsx';
import { Notice } from '../../../../ui/parts/notice.tsx';
import { Screen } from '../../../../ui/parts/screen.tsx';
import { useServices } from '../../../../ui/services.tsx';
import { useText } from '../../../../ui/text/use-text.ts';
import { useLive } from '../../../../ui/use-live.ts';
import { watchNewestReading } from '../../data.ts';
import styles from './done-step.module.css';

const any = () => true;

export function DoneStep({ id }: { id: string }) {
  const t = useText();
  const { store, owner } = useServices();
  const newest = useLive(() => watchNewestReading(store, owner.personId, any), [store, owner.personId]);
  // One about an earlier day is not the latest star.
  const star = newest && newest.id !== id ? `/reading/${id}` : '/star';
  return (
    <Screen
      title={t('readings.done.title')}
      lead={t('readings.done.lead')}
      step="done"
      heard
      actions={
        <>
          <LinkButton kind="quiet" compact href="/">
            {t('readings.done.later')}
          </LinkButton>
          <LinkButton kind="primary" icon={StarIcon} href={star}>
            {t('readings.done.star')}
          </LinkButton>
        </>
      }
    >
      <div class={styles.art}>
        <FinishedArt />
      </div>
      <Notice kind="safe" live="status">
        <p>{t('readings.done.safe')}</p>
      </Notice>
    </Screen>
  );
}
