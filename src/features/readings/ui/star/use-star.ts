/** The star of some readings, with its words in the language shown now. */
import { useMemo } from 'preact/hooks';
import type { Version } from '../../../../core/version.ts';
import { useServices } from '../../../../ui/services.tsx';
import { localDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { Instrument } from '../../../instruments/model/instrument.ts';
import type { ReadingBody } from '../../model/reading.ts';
import { toStar, type Star } from '../../model/star.ts';
import { sayWhose, type Names } from './say-whose.ts';

/** `about`: id of the reading it is about. `chosen`: ids of those laid under it. `names`: of those whose views they are. */
export function useStar(
  instrument: Instrument,
  readings: readonly Version<ReadingBody>[],
  about: string,
  chosen: readonly string[],
  names: Names,
): Star {
  const t = useText();
  const language = useTextState().language.value;
  const { environment } = useServices();
  const today = localDay(new Date(environment.now()).toISOString());
  return useMemo(
    () =>
      toStar(instrument, readings, language, {
        about,
        chosen,
        name: (kind, reading) => {
          if (kind === 'view')
            return { label: sayWhose(reading, names, t), who: names.get(reading.author.id) ?? '' };
          if (kind === 'earlier') return { label: t('readings.outline.earlier'), who: '' };
          const now = localDay(reading.occurredAt) === today;
          return { label: t(now ? 'ui.today' : 'readings.outline.this'), who: '' };
        },
      }),
    [instrument, readings, about, chosen, names, language, t, today],
  );
}
