/** The words round the star and the numbers on its rings. Lies over SVG and canvas alike; the buttons speak for it. */
import type { Ref } from 'preact';
import type { GrownNames } from './grown-names.ts';
import type { StarAxis } from './star-data.ts';
import { distanceOf, frame, rings } from './star-frame.ts';
import { nameSize } from './star-names.ts';
import style from './star-chart.module.css';

const numberSize = 10;
/** Larger ones would touch: the rings are no further apart. */
const mostGrown = 1.8;
const numberX = rings.map(() => frame.x - 7).join(' ');

interface StarLetteringProps {
  axes: readonly StarAxis[];
  names: GrownNames;
  /** How many times as large as usual the numbers should be. */
  wanted: number;
  place: Ref<SVGSVGElement>;
}

export function StarLettering({ axes, names: { names, grown }, wanted, place }: StarLetteringProps) {
  const size = numberSize * Math.min(wanted, mostGrown);
  const numberY = rings.map((ring) => frame.y - distanceOf(ring) + size * 0.36).join(' ');
  return (
    <svg
      ref={place}
      class={style.lettering}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      aria-hidden="true"
    >
      {/* One text, each figure at its own place: laid out in one go. */}
      <text class={style.number} font-size={size} x={numberX} y={numberY} text-anchor="end">
        {rings.join('')}
      </text>
      <g class={style.names}>
        {axes.map((axis, index) => {
          const { lines, anchor, places } = names[index] ?? { lines: [], anchor: 'middle', places: [] };
          return (
            <text key={axis.id} font-size={nameSize * grown} text-anchor={anchor}>
              {lines.map((line, row) => (
                <tspan key={line} x={places[row]?.x} y={places[row]?.y}>
                  {line}
                </tspan>
              ))}
            </text>
          );
        })}
      </g>
    </svg>
  );
}
