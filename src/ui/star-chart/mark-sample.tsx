/** A short piece of an outline with its marker, to stand beside the words for it. Decoration: the words speak. */
import { bold, haloWidth, lineWidth } from './star-look.ts';
import { markClass, markParts } from './star-drawing.tsx';
import type { Mark } from './star-marks.ts';
import { markerPath } from './star-paths.ts';
import style from './star-legend.module.css';

const [width, height] = [44, 20];
const middle = { x: width / 2, y: height / 2 };

export function MarkSample({ mark }: { mark: Mark }) {
  const line = lineWidth('big', mark.fade);
  return (
    <svg
      class={style.sample}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <g class={markClass(mark)}>
        <path
          class={markParts.line}
          d={`M3 ${middle.y}H${width - 3}`}
          stroke-width={line}
          stroke-dasharray={mark.dash.map((length) => length * line).join(' ') || undefined}
        />
        <path
          class={markParts.marker}
          d={markerPath(mark.shape, middle, bold.big.marker)}
          stroke-width={haloWidth}
        />
      </g>
    </svg>
  );
}
