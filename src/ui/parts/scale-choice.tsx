/** A score in described bands, or "leave this one out": native radios, so arrows, switches and screen readers just work. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { CheckIcon, GapIcon } from '../icons/state.tsx';
import styles from './scale-choice.module.css';

/** Chosen on purpose to give no score. It is kept as a gap, never as 0. */
export const LEFT_OUT = 'left-out';
export type ScaleValue = number | typeof LEFT_OUT;

export interface ScaleBand {
  label: string;
  /** What it is like to be in this band. */
  description: ComponentChildren;
  /** The scores in it, e.g. `[1, 2]`. */
  values: readonly number[];
  /** Beside the band's name: a speaker button, for one. */
  aside?: ComponentChildren;
}

export interface ScaleChoiceProps {
  legend: string;
  legendHidden?: boolean | undefined;
  bands: readonly ScaleBand[];
  /** Words of the way to give no score; absent where that is not offered. */
  leaveOut?: { label: string; hint?: string | undefined; aside?: ComponentChildren } | undefined;
  /** `undefined` is "not reached yet". */
  value: ScaleValue | undefined;
  onChange: (value: ScaleValue) => void;
}

/** All bands look alike: no score is good or bad news. */
export function ScaleChoice({ legend, legendHidden, bands, leaveOut, value, onChange }: ScaleChoiceProps) {
  const name = useId();
  const radio = (choice: ScaleValue, describedBy: string | undefined, label?: string) => (
    <input
      class={styles.input}
      type="radio"
      name={name}
      value={choice}
      checked={value === choice}
      aria-label={label}
      aria-describedby={describedBy}
      onChange={() => onChange(choice)}
    />
  );
  return (
    <fieldset class={styles.scale}>
      <legend class={styles.legend} data-hidden={legendHidden}>
        {legend}
      </legend>
      {bands.map((band, index) => (
        <div
          class={styles.band}
          key={band.label}
          data-chosen={typeof value === 'number' && band.values.includes(value)}
        >
          <span class={styles.name}>{band.label}</span>
          <div class={styles.says}>
            <div class={styles.description} id={`${name}-${index}`}>
              {band.description}
            </div>
            {band.aside}
          </div>
          <div class={styles.scores}>
            {band.values.map((score) => (
              <label class={styles.score} key={score} data-chosen={value === score}>
                {radio(score, `${name}-${index}`, `${score}, ${band.label}`)}
                <span class={styles.number}>{score}</span>
                <span class={styles.mark}>
                  <CheckIcon />
                </span>
              </label>
            ))}
          </div>
        </div>
      ))}
      {leaveOut !== undefined && (
        <div class={styles.leaveOut}>
          <label class={styles.out} data-chosen={value === LEFT_OUT}>
            {radio(LEFT_OUT, leaveOut.hint === undefined ? undefined : `${name}-out`)}
            <GapIcon />
            <span class={styles.words}>
              {leaveOut.label}
              {leaveOut.hint !== undefined && (
                <small class={styles.hint} id={`${name}-out`}>
                  {leaveOut.hint}
                </small>
              )}
            </span>
          </label>
          {leaveOut.aside}
        </div>
      )}
    </fieldset>
  );
}
