/** A day that is not still to come. A day that cannot be is refused in words; the one before it stays. */
import { useState } from 'preact/hooks';
import { DateField } from '../parts/date-field.tsx';
import { useServices } from '../services.tsx';
import { localDay, sayDay } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';

interface PastDayProps {
  label: string;
  hint?: string | undefined;
  /** `YYYY-MM-DD` */
  value: string;
  onChange: (day: string) => void;
}

export function PastDay({ label, hint, value, onChange }: PastDayProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { environment } = useServices();
  const [refused, setRefused] = useState<'late' | 'none' | null>(null);
  const today = localDay(new Date(environment.now()).toISOString());
  return (
    <DateField
      label={label}
      hint={hint}
      error={refused === null ? undefined : t(`record.when.${refused}`, { day: sayDay(language, value) })}
      today={today}
      max={today}
      // While a day is typed, browsers say there is none: to put the old one back would stop the typing.
      value={refused === 'none' ? '' : value}
      onChange={(chosen) => {
        const wrong = chosen === '' ? 'none' : chosen > today ? 'late' : null;
        setRefused(wrong);
        if (wrong === null) onChange(chosen);
      }}
    />
  );
}
