/** When it happened: today unless an earlier day is chosen. Folded away, since it is mostly right as it is. */
import { Disclosure } from '../parts/disclosure.tsx';
import { useServices } from '../services.tsx';
import { localDay, sayDay } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { PastDay } from './past-day.tsx';

interface WhenItWasProps {
  /** The day chosen; null where none was. */
  day: string | null;
  /** What it has said so far, for one that is being changed: a day or a moment. */
  said: string | undefined;
  onChange: (day: string | null) => void;
  /** Catalog keys of the line with its `{day}`, and of the question; "When it was" when left out. */
  line?: string | undefined;
  question?: string | undefined;
}

export function WhenItWas({ day, said, onChange, ...keys }: WhenItWasProps) {
  const { line = 'record.when', question = 'record.when.day' } = keys;
  const t = useText();
  const language = useTextState().language.value;
  const { environment } = useServices();
  const today = localDay(new Date(environment.now()).toISOString());
  const usual = said === undefined ? today : localDay(said);
  const shown = day ?? usual;
  const words = shown === today ? t('record.when.today') : sayDay(language, shown);
  return (
    <Disclosure summary={t(line, { day: words })}>
      <PastDay
        label={t(question)}
        value={shown}
        onChange={(chosen) => onChange(chosen === usual ? null : chosen)}
      />
    </Disclosure>
  );
}
