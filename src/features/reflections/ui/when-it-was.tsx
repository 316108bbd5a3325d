/** When it happened: today unless an earlier day is chosen. Folded away, since it is mostly right as it is. */
import { useState } from 'preact/hooks';
import { DateField } from '../../../ui/parts/date-field.tsx';
import { Disclosure } from '../../../ui/parts/disclosure.tsx';
import { useServices } from '../../../ui/services.tsx';
import { localDay, sayDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';

interface WhenItWasProps {
  /** The day chosen; null where none was. */
  day: string | null;
  /** What it has said so far, for one that is being changed: a day or a moment. */
  said: string | undefined;
  onChange: (day: string | null) => void;
}

export function WhenItWas({ day, said, onChange }: WhenItWasProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { environment } = useServices();
  const [tooLate, setTooLate] = useState(false);
  const today = localDay(new Date(environment.now()).toISOString());
  const usual = said === undefined ? today : localDay(said);
  const shown = day ?? usual;
  const words = shown === today ? t('reflections.when.today') : sayDay(language, shown);
  return (
    <Disclosure summary={t('reflections.when', { day: words })}>
      <DateField
        label={t('reflections.when.day')}
        error={tooLate ? t('reflections.when.late') : undefined}
        today={today}
        max={today}
        value={shown}
        onChange={(chosen) => {
          setTooLate(chosen > today);
          if (chosen === '' || chosen > today) return;
          onChange(chosen === usual ? null : chosen);
        }}
      />
    </Disclosure>
  );
}
