/** The words round the star and the numbers on its rings. Lies over SVG and canvas alike; the buttons speak for it. */
import type { StarAxis } from './star-data.ts';
import { distanceOf, frame, rings } from './star-frame.ts';
import { nameOf, nameSize, placeName } from './star-names.ts';
import style from './star-chart.module.css';

const numberSize = 10;
const numberX = rings.map(() => frame.x - 7).join(' ');
const numberY = rings.map((ring) => frame.y - distanceOf(ring) + numberSize * 0.36).join(' ');

export function StarLettering({ axes }: { axes: readonly StarAxis[] }) {
  return (
    <svg class={style.lettering} viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden="true">
      {/* One text, each figure at its own place: laid out in one go. */}
      <text class={style.number} font-size={numberSize} x={numberX} y={numberY} text-anchor="end">
        {rings.join('')}
      </text>
      <g class={style.names}>
        {axes.map((axis, index) => {
          const { lines, anchor, places } = placeName(
            nameOf(axis.short, index, axes.length),
            index,
            axes.length,
          );
          return (
            <text key={axis.id} font-size={nameSize} text-anchor={anchor}>
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
