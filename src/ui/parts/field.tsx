/** Fields for words: a label, a hint, what is wrong in plain words, and a box that grows with what is written. */
import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './field.module.css';
import { ReadAloud } from './read-aloud.tsx';
import { WrongLine } from './wrong-line.tsx';

/** What each kind of field is told. */
export interface FieldProps {
  label: string;
  /** Say the label to a screen reader only, where the screen already asks the question. */
  labelHidden?: boolean | undefined;
  hint?: ComponentChildren;
  /** What is wrong and what to do. Absent or empty: nothing is. */
  error?: string | undefined;
  /** Stands beside the label, where the button that reads it aloud stands else: the box needs all the room of a phone. */
  aside?: ComponentChildren;
  /** True where a button beside it reads it aloud already, or where it is nothing to be answered: a search. */
  heardElsewhere?: boolean | undefined;
}

interface TextProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  maxLength?: number | undefined;
  autoFocus?: boolean | undefined;
  autoComplete?: string | undefined;
}

export interface TextFieldProps extends TextProps {
  /** `password`: not to be read over one's shoulder. */
  type?: 'text' | 'search' | 'password' | undefined;
  inputMode?: 'text' | 'numeric' | 'search' | 'url' | undefined;
  enterKeyHint?: 'done' | 'go' | 'next' | 'search' | 'send' | undefined;
}

export interface TextAreaProps extends TextProps {
  /** Lines shown while empty. Default 3. */
  rows?: number | undefined;
  areaRef?: Ref<HTMLTextAreaElement> | undefined;
}

interface BoxProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

/** Label, hint and error around any control; `children` gets what ties the control to them. */
export function Field(props: FieldProps & { children: (box: BoxProps) => ComponentChildren }) {
  const id = useId();
  const wrong = props.error !== undefined && props.error !== '';
  const described = [props.hint !== undefined && `${id}-hint`, wrong && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const label = (
    <label class={styles.label} for={id} data-hidden={props.labelHidden}>
      {props.label}
    </label>
  );
  return (
    <div class={styles.field} data-wrong={wrong}>
      {props.labelHidden || (props.heardElsewhere && props.aside === undefined) ? (
        label
      ) : (
        <div class={styles.head}>
          {label}
          <span class={styles.hear}>
            {props.aside ?? (
              <ReadAloud
                text={typeof props.hint === 'string' ? `${props.label} ${props.hint}` : props.label}
              />
            )}
          </span>
        </div>
      )}
      {props.hint !== undefined && (
        <div class={styles.hint} id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      <div class={styles.row}>
        {props.children({
          id,
          'aria-describedby': described === '' ? undefined : described,
          'aria-invalid': wrong ? 'true' : undefined,
        })}
      </div>
      <div role="alert" id={`${id}-error`}>
        {wrong && <WrongLine>{props.error}</WrongLine>}
      </div>
    </div>
  );
}

/** Browsers heed `autofocus` once a page; a new screen is the same page to them. */
function useAutoFocus<T extends HTMLElement>(wanted: boolean | undefined) {
  const own = useRef<T>(null);
  useEffect(() => {
    if (wanted) own.current?.focus();
  }, [wanted]);
  return own;
}

/** One line of words. */
export function TextField(props: TextFieldProps) {
  const own = useAutoFocus<HTMLInputElement>(props.autoFocus);
  return (
    <Field {...props} heardElsewhere={props.heardElsewhere === true || props.type === 'search'}>
      {(box) => {
        const rest = {
          ...box,
          ref: own,
          class: styles.box,
          name: props.name,
          value: props.value,
          maxLength: props.maxLength,
          autoFocus: props.autoFocus,
          autoComplete: props.autoComplete ?? 'off',
          inputMode: props.inputMode,
          enterKeyHint: props.enterKeyHint,
          onInput: (event: { currentTarget: HTMLInputElement }) => props.onInput(event.currentTarget.value),
          onBlur: props.onBlur,
        };
        if (props.type === 'search') return <input {...rest} type="search" />;
        if (props.type === 'password') return <input {...rest} type="password" />;
        return <input {...rest} type="text" />;
      }}
    </Field>
  );
}

/** Several lines; the box is as tall as what is in it. */
export function TextArea(props: TextAreaProps) {
  const own = useAutoFocus<HTMLTextAreaElement>(props.autoFocus);
  const { value } = props;
  useLayoutEffect(() => {
    const area = own.current;
    // Newer browsers grow the box by themselves (field-sizing in the style sheet).
    if (area === null || CSS.supports('field-sizing', 'content')) return;
    area.style.height = 'auto';
    // An empty box keeps the height of its rows.
    if (value !== '') area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  }, [own, value]);
  return (
    <Field {...props}>
      {(box) => (
        <textarea
          {...box}
          ref={(element) => {
            own.current = element;
            if (typeof props.areaRef === 'function') props.areaRef(element);
            else if (props.areaRef) props.areaRef.current = element;
          }}
          class={styles.box}
          name={props.name}
          rows={props.rows ?? 3}
          value={value}
          maxLength={props.maxLength}
          autoFocus={props.autoFocus}
          autoComplete={props.autoComplete ?? 'off'}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={props.onBlur}
        />
      )}
    </Field>
  );
}
