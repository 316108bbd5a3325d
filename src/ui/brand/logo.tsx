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
        <path d="M11 40c9 0 12-1 16-6" />
        <path d="M11 54c17 0 24-4 29-13" />
      </g>
      <path class={styles.line} d="M11 47c15 0 20-3 25-11l7-14" />
      <path
        class={styles.star}
        d="M43 21.8C37.5 17.4 37.8 10.3 41.8 5.2C46.6 9.7 47.8 16.6 43 21.8ZM43.2 21.9C44.2 14.9 50.5 11.6 56.9 12.6C55.4 18.9 50.1 23.5 43.2 21.9ZM43.2 22.1C49.8 19.5 55.7 23.3 58.1 29.4C51.9 31.2 45.2 28.9 43.2 22.1ZM43 22.2C48.5 26.6 48.2 33.7 44.2 38.8C39.4 34.3 38.2 27.4 43 22.2ZM42.8 22.1C41.8 29.1 35.5 32.4 29.1 31.4C30.6 25.1 35.9 20.5 42.8 22.1ZM42.8 21.9C36.2 24.5 30.3 20.7 27.9 14.6C34.1 12.8 40.8 15.1 42.8 21.9Z"
      />
    </svg>
  );
}
