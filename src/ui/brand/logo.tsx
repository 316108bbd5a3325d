/** The mark of Plotline: a garden plot seen from above; its furrows bend and run together into a line that grows and opens as a star of leaves. */
import styles from './logo.module.css';

/** Decoration beside the name; with `label` it speaks for itself. Size: `--logo`, 2.5rem by default. */
export function Logo({ label }: { label?: string | undefined }) {
  return (
    <svg
      class={styles.logo}
      viewBox="0 0 64 64"
      width="40"
      height="40"
      fill="none"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      <path
        class={styles.plot}
        d="M18 2h28a16 16 0 0 1 16 16v28a16 16 0 0 1-16 16H7a5 5 0 0 1-5-5V18A16 16 0 0 1 18 2Z"
      />
      <g class={styles.furrow}>
        <path d="M11 39c12 0 17-1 22-8" />
        <path d="M11 53c19 0 25-5 29-14" />
      </g>
      <path class={styles.line} d="M11 46c15 0 20-3 25-11l5-9" />
      <g class={styles.star}>
        <path d="M42 25c-5-4-6-9-3-14 5 3 6 9 3 14Z" />
        <path d="M42 25c0-6 4-10 10-11 1 6-4 11-10 11Z" />
        <path d="M42 25c4-4 10-4 14 0-4 5-10 5-14 0Z" />
        <path d="M42 25c6 0 10 4 10 9-6 1-10-3-10-9Z" />
        <path d="M42 25c-6 2-12-1-14-6 6-2 12 0 14 6Z" />
      </g>
    </svg>
  );
}
