/** Finished: it is safe, who may see it, and the star is one tap away. */
import { FinishedArt } from '../../../../ui/art/finished.tsx';
import { StarIcon } from '../../../../ui/icons/kinds.tsx';
import { LinkButton } from '../../../../ui/parts/button.tsx';
import { Notice } from '../../../../ui/parts/notice.tsx';
import { Screen } from '../../../../ui/parts/screen.tsx';
import { AudienceControl } from '../../../../ui/record/audience-control.tsx';
import { shownOf } from '../../../../ui/record/shown-of.ts';
import { WillSee } from '../../../../ui/record/will-see.tsx';
import { useServices } from '../../../../ui/services.tsx';
import { useText } from '../../../../ui/text/use-text.ts';
import { useLive } from '../../../../ui/use-live.ts';
import { watchNewestReading } from '../../data.ts';
import { reading } from '../../model/reading.ts';
import styles from './done-step.module.css';

const any = () => true;

export function DoneStep({ id }: { id: string }) {
  const t = useText();
  const { store, owner } = useServices();
  const newest = useLive(() => watchNewestReading(store, owner.personId, any), [store, owner.personId]);
  const found = useLive(() => store.watch(id), [store, id]);
  const shown = shownOf(found, reading);
  const kept = shown.state === 'ok' ? shown : undefined;
  // One about an earlier day is not the latest star.
  const star = newest && newest.id !== id ? `/reading/${id}` : '/star';
  return (
    <Screen
      title={t('readings.done.title')}
      lead={t('readings.done.lead')}
      step="done"
      heard
      // Taken back, it is not theirs alone before others have heard of it: that is said below.
      note={kept && kept.delivery !== 'ending' && <WillSee audience={kept.version.audience} />}
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
      {kept && <AudienceControl version={kept.version} kind={reading} delivery={kept.delivery} />}
    </Screen>
  );
}
