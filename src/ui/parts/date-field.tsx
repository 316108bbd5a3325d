/** A day: today and yesterday with one tap, any other with the phone's own date picker. */
import { useText } from '../text/use-text.ts';
import { Button } from './button.tsx';
import { Field, type FieldProps } from './field.tsx';
import fieldStyles from './field.module.css';
import styles from './date-field.module.css';

export interface DateFieldProps extends Omit<FieldProps, 'aside'> {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string) => void;
  /** Today where the person is, `YYYY-MM-DD`. */
  today: string;
  min?: string | undefined;
  max?: string | undefined;
  /** Leave out "today" and "yesterday", for days to come. */
  picksHidden?: boolean | undefined;
}

/** The day before, in the same notation. */
function dayBefore(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

export function DateField(props: DateFieldProps) {
  const { value, onChange, today, min, max, picksHidden } = props;
  const t = useText();
  const yesterday = dayBefore(today);
  const pick = (day: string, words: string) => (
    <Button compact pressed={value === day} onClick={() => onChange(day)}>
      {words}
    </Button>
  );
  return (
    <div class={styles.date}>
      <Field {...props}>
        {(box) => (
          <input
            {...box}
            class={fieldStyles.box}
            type="date"
            value={value}
            min={min}
            max={max}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      {!picksHidden && (
        <div class={styles.picks}>
          {pick(today, t('ui.today'))}
          {pick(yesterday, t('ui.yesterday'))}
        </div>
      )}
    </div>
  );
}
