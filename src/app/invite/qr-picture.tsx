/** A QR code as a picture: dark on light whatever the theme, for other phones read no other. */
import encodeQR from 'qr';
import { useMemo } from 'preact/hooks';
import styles from './invite.module.css';

/** Squares of quiet around it, as the standard asks. */
const QUIET = 4;

/** `label` says what it is to whoever does not see it. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { border: QUIET }), [text]);
  const path = useMemo(
    () => rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''),
    [rows],
  );
  return (
    <svg
      class={styles.qr}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
