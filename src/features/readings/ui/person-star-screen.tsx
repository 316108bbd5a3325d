/** `/people/:id/star`: somebody else's star, as it stands in their own view, with the earlier ones under it. To be read only. */
import { useRoute } from 'preact-iso';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useServices } from '../../../ui/services.tsx';
import { sayDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchReadings } from '../data.ts';
import { StarBoard } from './star/star-board.tsx';
import { useStarTitle } from './star/use-star-title.ts';

export default function PersonStarScreen() {
  const t = useText();
  const language = useTextState().language.value;
  const { store } = useServices();
  const subject = useRoute().params['id'] ?? '';
  const title = useStarTitle(subject);
  const readings = useLive(() => watchReadings(store, subject), [store, subject]);
  const latest = readings?.find(({ body }) => body.relation === 'self');
  return (
    <Screen
      title={title}
      tab={t('readings.star.theirs')}
      lead={latest ? t('readings.star.theirs.of', { day: sayDay(language, latest.occurredAt) }) : undefined}
      width="wide"
      back={`/people/${subject}`}
    >
      {readings === undefined && <Loading rows={5} />}
      {readings && latest && <StarBoard reading={latest} readings={readings} />}
      {readings && !latest && <p>{t('readings.star.theirs.none')}</p>}
    </Screen>
  );
}
