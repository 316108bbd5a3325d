/** Buttons and links that look like buttons: the main thing to do, other things, quiet things, things to be careful with. */
import type { ComponentChildren, Ref } from 'preact';
import type { Icon } from '../icons/glyph.tsx';
import { CheckIcon } from '../icons/state.tsx';
import styles from './button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  /** `primary` once a screen; `danger` only for what cannot be undone. Default `secondary`. */
  kind?: ButtonKind | undefined;
  icon?: Icon | undefined;
  /** The icon after the words, for going on. */
  iconEnd?: Icon | undefined;
  /** As wide as its words instead of the whole width on a phone. */
  compact?: boolean | undefined;
  children: ComponentChildren;
}

export interface ButtonProps extends Look {
  onClick?: (() => void) | undefined;
  type?: 'button' | 'submit' | undefined;
  /** Work is going on: stays focusable, says so, and does nothing more. */
  busy?: boolean | undefined;
  /** Cannot be used now. Stays focusable, so that a person can find out what it is. */
  disabled?: boolean | undefined;
  /** One of several that is chosen: it then has a tick where it has no icon of its own. */
  pressed?: boolean | undefined;
  expanded?: boolean | undefined;
  describedBy?: string | undefined;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export interface LinkButtonProps extends Look {
  href: string;
  /** File name, for a link that saves a file. */
  download?: string | undefined;
}

function Inside({ icon: Before, iconEnd: After, children }: Look) {
  return (
    <>
      {Before && <Before />}
      <span class={styles.words}>{children}</span>
      {After && <After />}
    </>
  );
}

/** A native button. A busy or disabled one ignores taps (and does not submit its form). */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', type = 'button', busy, disabled, compact, onClick } = props;
  const off = busy === true || disabled === true;
  return (
    <button
      ref={props.buttonRef ?? null}
      class={styles.button}
      type={type}
      data-kind={kind}
      data-compact={compact}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.();
      }}
    >
      <Inside {...props} icon={props.icon ?? (props.pressed ? CheckIcon : undefined)} />
    </button>
  );
}

/** A link in the clothes of a button: goes somewhere, so it is an `a`. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a
      class={styles.button}
      href={props.href}
      download={props.download}
      data-kind={props.kind ?? 'secondary'}
      data-compact={props.compact}
    >
      <Inside {...props} />
    </a>
  );
}
