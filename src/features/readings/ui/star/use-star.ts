/** The star of some readings, with its words in the language shown now. */
import { useMemo } from 'preact/hooks';
import type { Version } from '../../../../core/version.ts';
import { useServices } from '../../../../ui/services.tsx';
import { localDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { Instrument } from '../../../instruments/model/instrument.ts';
import type { ReadingBody } from '../../model/reading.ts';
import { toStar, type Star } from '../../model/star.ts';

/** `about`: id of the reading it is about. `chosen`: ids of those laid under it. */
export function useStar(
  instrument: Instrument,
  readings: readonly Version<ReadingBody>[],
  about: string,
  chosen: readonly string[],
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
        name: (kind, { occurredAt, body }) => {
          const label =
            kind === 'view'
              ? t(`readings.summary.${body.relation}`)
              : kind === 'earlier'
                ? t('readings.outline.earlier')
                : t(localDay(occurredAt) === today ? 'ui.today' : 'readings.outline.this');
          return { label, who: '' };
        },
      }),
    [instrument, readings, about, chosen, language, t, today],
  );
}
