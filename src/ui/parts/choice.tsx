/** Choosing one or several things: native radios and checkboxes on big cards, tiles or chips. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { CheckIcon } from '../icons/state.tsx';
import type { Icon } from '../icons/glyph.tsx';
import styles from './choice.module.css';
import { ReadAloud } from './read-aloud.tsx';
import { WrongLine } from './wrong-line.tsx';

export interface ChoiceOption<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
  icon?: Icon | undefined;
  /** Language of the label where it differs from the screen's (language names, for one). */
  lang?: string | undefined;
}

export interface ChoiceProps<T extends string> {
  /** The question. */
  legend: string;
  /** Say the question to a screen reader only, where the screen's title already asks it. */
  legendHidden?: boolean | undefined;
  hint?: ComponentChildren;
  /** What is wrong and what to do. Absent or empty: nothing is. */
  error?: string | undefined;
  options: readonly ChoiceOption<T>[];
  /** `cards` one below the other; `tiles` side by side with a big icon; `chips` small, for filters. */
  look?: 'cards' | 'tiles' | 'chips' | undefined;
  /** True where a button beside it reads it aloud already. */
  heardElsewhere?: boolean | undefined;
}

interface GroupProps<T extends string> extends ChoiceProps<T> {
  type: 'radio' | 'checkbox';
  chosen: (value: T) => boolean;
  /** True where no more may be chosen: the others wait until one is taken away. */
  full?: boolean;
  onPick: (value: T) => void;
}

function ChoiceGroup<T extends string>(props: GroupProps<T>) {
  const name = useId();
  const wrong = props.error !== undefined && props.error !== '';
  const described = [props.hint !== undefined && `${name}-hint`, wrong && `${name}-error`]
    .filter(Boolean)
    .join(' ');
  const waits = (value: T) => props.full === true && !props.chosen(value);
  return (
    <fieldset
      class={styles.group}
      data-look={props.look ?? 'cards'}
      data-heard=""
      data-wrong={wrong}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend class={styles.legend} data-hidden={props.legendHidden}>
        {props.legend}
      </legend>
      {!props.legendHidden && !props.heardElsewhere && (
        <span class={styles.hear}>
          <ReadAloud />
        </span>
      )}
      {props.hint !== undefined && (
        <div class={styles.hint} id={`${name}-hint`}>
          {props.hint}
        </div>
      )}
      <div class={styles.options}>
        {props.options.map(({ value, label, hint, icon: Glyph, lang }) => (
          <label
            class={styles.option}
            key={value}
            lang={lang}
            data-chosen={props.chosen(value)}
            data-waits={waits(value)}
          >
            <input
              class={styles.input}
              type={props.type}
              name={name}
              value={value}
              checked={props.chosen(value)}
              disabled={waits(value)}
              aria-describedby={hint === undefined ? undefined : `${name}-${value}`}
              onChange={() => props.onPick(value)}
            />
            {Glyph && <Glyph />}
            <span class={styles.words}>
              <span class={styles.label}>{label}</span>
              {hint !== undefined && (
                <span class={styles.detail} id={`${name}-${value}`}>
                  {hint}
                </span>
              )}
            </span>
            <span class={styles.mark} data-type={props.type}>
              <CheckIcon />
            </span>
          </label>
        ))}
      </div>
      <div class={styles.alert} role="alert" id={`${name}-error`}>
        {wrong && <WrongLine>{props.error}</WrongLine>}
      </div>
    </fieldset>
  );
}

/** One of several. `undefined` is "nothing chosen yet". */
export function ChoiceOne<T extends string>(
  props: ChoiceProps<T> & { value: T | undefined; onChange: (value: T) => void },
) {
  return (
    <ChoiceGroup
      {...props}
      type="radio"
      chosen={(value) => value === props.value}
      onPick={(value) => props.onChange(value)}
    />
  );
}

/** Any number of several, or `most` of them, given and handed back in the order of the options. */
export function ChoiceMany<T extends string>(
  props: ChoiceProps<T> & {
    values: readonly T[];
    most?: number | undefined;
    onChange: (values: T[]) => void;
  },
) {
  const { values, most, options, onChange } = props;
  const has = (value: T) => values.includes(value);
  return (
    <ChoiceGroup
      {...props}
      type="checkbox"
      chosen={has}
      full={most !== undefined && options.filter(({ value }) => has(value)).length >= most}
      onPick={(picked) =>
        onChange(options.map(({ value }) => value).filter((value) => has(value) !== (value === picked)))
      }
    />
  );
}
