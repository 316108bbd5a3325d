/** A star, small, with its sentence: my own on "Me", or that of somebody else on their page. Nothing where there is none. */
import { useMemo } from 'preact/hooks';
import { SpeakButton } from '../../../ui/capture/speak-button.tsx';
import { NextIcon } from '../../../ui/icons/go.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { Card } from '../../../ui/parts/card.tsx';
import type { Listed } from '../../../core/usable.ts';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { useServices } from '../../../ui/services.tsx';
import { starSentence } from '../../../ui/star-chart/star-sentence.ts';
import { StarSvg } from '../../../ui/star-chart/star-svg.tsx';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import type { Instrument } from '../../instruments/model/instrument.ts';
import { watchNewestReading } from '../data.ts';
import type { ReadingBody } from '../model/reading.ts';
import styles from './home-star.module.css';
import type { Names } from './star/say-whose.ts';
import { useStarTitle } from './star/use-star-title.ts';
import { useStar } from './star/use-star.ts';
import { useInstrument } from './use-instrument.ts';

export function HomeStar() {
  return <StarCard subject={useServices().owner.personId} href="/star" />;
}

interface StarCardProps {
  /** Whose star. */
  subject: string;
  /** Where it can be seen large. */
  href: string;
}

export function StarCard({ subject, href }: StarCardProps) {
  const { store } = useServices();
  const latest = useLive(() => watchNewestReading(store, subject, isOwn), [store, subject]);
  const instrument = useInstrument(store, latest?.body);
  if (!latest || !instrument) return null;
  return <Small instrument={instrument} latest={latest} href={href} />;
}

const isOwn = ({ body }: Listed<ReadingBody>) => body.relation === 'self';

const noneUnder: readonly string[] = [];
const noNames: Names = new Map();

interface SmallProps {
  instrument: Instrument;
  latest: Listed<ReadingBody>;
  href: string;
}

function Small({ instrument, latest, href }: SmallProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { owner } = useServices();
  const alone = useMemo(() => [latest], [latest]);
  const star = useStar(instrument, alone, latest.id, noneUnder, noNames);
  const sentence = starSentence(star, t, language);
  const title = useStarTitle(latest.subject);
  return (
    <Card title={title} aside={<SpeakButton text={sentence} />}>
      <div class={styles.row}>
        <StarSvg data={star} label={sentence} class={styles.star} />
        <p class={styles.words} aria-hidden="true">
          {sentence}
        </p>
      </div>
      <DeliveryMark of={latest} />
      <LinkButton href={href} iconEnd={NextIcon}>
        {t(latest.subject === owner.personId ? 'readings.star.open' : 'readings.star.open.theirs')}
      </LinkButton>
    </Card>
  );
}
