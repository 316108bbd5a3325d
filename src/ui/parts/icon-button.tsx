/** A button that is only an icon; its name is said to a screen reader and shown on hover. */
import type { Ref } from 'preact';
import type { Icon } from '../icons/glyph.tsx';
import styles from './icon-button.module.css';

export interface IconButtonProps {
  icon: Icon;
  /** What it does, in words. */
  label: string;
  onClick: () => void;
  pressed?: boolean | undefined;
  expanded?: boolean | undefined;
  disabled?: boolean | undefined;
  buttonRef?: Ref<HTMLButtonElement> | undefined;
}

/** At least 48 px wide and high. */
export function IconButton({
  icon: Glyph,
  label,
  onClick,
  pressed,
  expanded,
  disabled,
  buttonRef,
}: IconButtonProps) {
  return (
    <button
      ref={buttonRef ?? null}
      class={styles.button}
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-disabled={disabled ? 'true' : undefined}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <Glyph />
    </button>
  );
}
