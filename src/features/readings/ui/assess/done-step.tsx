/** Finished: it is safe, who may see it, and the star is one tap away. Said only of a reading of theirs that is here. */
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { Owner } from '../../../../core/store.ts';
import type { Version } from '../../../../core/version.ts';
import { isAboutOwner, isByOwner } from '../../../../core/whose-words.ts';
import { FinishedArt } from '../../../../ui/art/finished.tsx';
import { StarIcon } from '../../../../ui/icons/kinds.tsx';
import { LinkButton } from '../../../../ui/parts/button.tsx';
import { Loading } from '../../../../ui/parts/loading.tsx';
import { Notice } from '../../../../ui/parts/notice.tsx';
import { Screen } from '../../../../ui/parts/screen.tsx';
import { AudienceControl } from '../../../../ui/record/audience-control.tsx';
import { shownOf, type Shown } from '../../../../ui/record/shown-of.ts';
import { WillSee } from '../../../../ui/record/will-see.tsx';
import { useServices } from '../../../../ui/services.tsx';
import { useText } from '../../../../ui/text/use-text.ts';
import { useLive } from '../../../../ui/use-live.ts';
import { watchNewestReading } from '../../data.ts';
import { reading, type ReadingBody } from '../../model/reading.ts';
import styles from './done-step.module.css';

const any = () => true;

type Kept = Extract<Shown<ReadingBody>, { state: 'ok' }>;

interface DoneStepProps {
  id: string;
  /** True where it was finished just now: it is known to be safe before it was read again. */
  fresh: boolean;
}

export function DoneStep({ id, fresh }: DoneStepProps) {
  const t = useText();
  const { store, owner } = useServices();
  const { route } = useLocation();
  const found = useLive(() => store.watch(id), [store, id]);
  const shown = shownOf(found, reading);
  const kept = shown.state === 'ok' && isStarOf(owner, shown.version) ? shown : undefined;
  const gone = shown.state !== 'loading' && !kept;
  useEffect(() => {
    // An old address: it was erased since, or is that of somebody who had this phone before.
    if (gone) route('/assess', true);
  }, [gone, route]);
  if (kept || (fresh && !gone)) return <Ready id={id} kept={kept} />;
  return (
    <Screen title={t('readings.assess.title')} back="/">
      <Loading rows={3} />
    </Screen>
  );
}

function isStarOf(owner: Owner, version: Version): boolean {
  return version.removed === undefined && isByOwner(owner, version) && isAboutOwner(owner, version);
}

function Ready({ id, kept }: { id: string; kept: Kept | undefined }) {
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
