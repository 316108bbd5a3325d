/** "My star": the newest of my own readings, earlier ones under it, and what to talk about. */
import { StarIcon } from '../../../ui/icons/kinds.tsx';
import { InfoIcon } from '../../../ui/icons/state.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { EmptyState } from '../../../ui/parts/empty-state.tsx';
import { List, ListRow } from '../../../ui/parts/list-row.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { TalkArt } from '../../../ui/art/talk.tsx';
import { useServices } from '../../../ui/services.tsx';
import { sayDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchReadings } from '../data.ts';
import { StarBoard } from './star/star-board.tsx';

export default function StarScreen() {
  const t = useText();
  const language = useTextState().language.value;
  const { store, owner } = useServices();
  const readings = useLive(() => watchReadings(store, owner.personId), [store, owner.personId]);
  const latest = readings?.find(({ body }) => body.relation === 'self');
  return (
    <Screen
      title={t('readings.star.title')}
      lead={latest ? t('readings.star.of', { day: sayDay(language, latest.occurredAt) }) : undefined}
      width="wide"
      back="/"
    >
      {readings === undefined && <Loading rows={5} />}
      {readings && latest && (
        <>
          <StarBoard reading={latest} readings={readings} />
          <List label={t('readings.star.more')}>
            <ListRow
              icon={StarIcon}
              title={t('readings.star.again')}
              detail={t('readings.star.again.what')}
              href="/assess"
            />
            <ListRow
              icon={InfoIcon}
              title={t('readings.star.about')}
              detail={t('readings.star.about.what')}
              href={`/reading/${latest.id}`}
            />
          </List>
        </>
      )}
      {readings && !latest && (
        <EmptyState
          art={<TalkArt />}
          title={t('readings.star.none')}
          action={
            <LinkButton kind="primary" icon={StarIcon} href="/assess">
              {t('readings.star.begin')}
            </LinkButton>
          }
        >
          <p>{t('readings.star.none.what')}</p>
        </EmptyState>
      )}
    </Screen>
  );
}
