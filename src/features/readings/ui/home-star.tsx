/** On "Me": my star, small, with its sentence. Nothing where there is none yet. */
import { useMemo } from 'preact/hooks';
import { SpeakButton } from '../../../ui/capture/speak-button.tsx';
import { NextIcon } from '../../../ui/icons/go.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { Card } from '../../../ui/parts/card.tsx';
import type { Version } from '../../../core/version.ts';
import { useServices } from '../../../ui/services.tsx';
import { starSentence } from '../../../ui/star-chart/star-sentence.ts';
import { StarSvg } from '../../../ui/star-chart/star-svg.tsx';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { instrumentOf } from '../../instruments/model/find-instrument.ts';
import type { Instrument } from '../../instruments/model/instrument.ts';
import { watchReadings } from '../data.ts';
import type { ReadingBody } from '../model/reading.ts';
import styles from './home-star.module.css';
import { useStar } from './star/use-star.ts';

export function HomeStar() {
  const { store, owner } = useServices();
  const readings = useLive(() => watchReadings(store, owner.personId), [store, owner.personId]);
  const latest = readings?.find(({ body }) => body.relation === 'self');
  const { id, version } = latest?.body.instrument ?? { id: '', version: 0 };
  const instrument = useLoaded(() => instrumentOf({ id, version }), [id, version]);
  if (!latest || !instrument) return null;
  return <Small instrument={instrument} latest={latest} />;
}

const noneUnder: readonly string[] = [];

function Small({ instrument, latest }: { instrument: Instrument; latest: Version<ReadingBody> }) {
  const t = useText();
  const language = useTextState().language.value;
  const alone = useMemo(() => [latest], [latest]);
  const star = useStar(instrument, alone, noneUnder);
  const sentence = starSentence(star, t, language);
  return (
    <Card title={t('readings.star.title')} aside={<SpeakButton text={sentence} />}>
      <div class={styles.row}>
        <StarSvg data={star} label={sentence} class={styles.star} />
        <p class={styles.words} aria-hidden="true">
          {sentence}
        </p>
      </div>
      <LinkButton href="/star" iconEnd={NextIcon}>
        {t('readings.star.open')}
      </LinkButton>
    </Card>
  );
}
