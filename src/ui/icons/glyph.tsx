/** The frame every icon is drawn in: 24 grid, stroke 2, round ends, a soft tint behind the line. */

import styles from './glyph.module.css';

/** What any icon can be told. Without `label` an icon is decoration, and the words beside it speak. */
export interface IconProps {
  /** Said to a screen reader when no words stand beside the icon. */
  label?: string | undefined;
  /** For a place that needs it otherwise; size goes by `--icon`, colour by the text around. */
  class?: string | undefined;
}

/** An icon as parts take it: the component itself, not an element. */
export type Icon = (props: IconProps) => preact.JSX.Element;

interface GlyphProps extends IconProps {
  /** The lines. */
  d: string;
  /** A closed shape filled softly under the lines. */
  tint?: string;
}

/** Draws one icon in the colour of the text around it. */
export function Glyph({ d, tint, label, class: extra }: GlyphProps) {
  return (
    <svg
      class={extra === undefined ? styles.glyph : `${styles.glyph} ${extra}`}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      {tint !== undefined && <path d={tint} fill="currentColor" fill-opacity="0.2" stroke="none" />}
      <path d={d} />
    </svg>
  );
}
