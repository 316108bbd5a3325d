/** The shapes of a star as SVG, without words or meaning for a screen reader: `StarSvg` and `StarChart` give those. */
import { valueOn, type StarData } from './star-data.ts';
import { bandMiddles, distanceOf, frame, pointOn, rings } from './star-frame.ts';
import { bandGap, bold, haloWidth, lineWidth, ringWidth, type StarSize } from './star-look.ts';
import { marksOf, markerScale } from './star-marks.ts';
import { markerPath, outlinePath, spokesPath } from './star-paths.ts';
import style from './star-drawing.module.css';

/** The class of a mark's colour and fading; the canvas and the table's samples read their colours from it. */
export function markClass(mark: { tone: number; fade: number }): string {
  return `${style.mark} ${style[`tone${mark.tone}`]} ${style[`fade${mark.fade}`]}`;
}

export const markParts = { line: style.line ?? '', marker: style.marker ?? '' };

export function StarDrawing({ data, size }: { data: StarData; size: StarSize }) {
  const count = data.axes.length;
  const marks = marksOf(data.outlines);
  const { marker } = bold[size];
  return (
    <>
      {bandMiddles.map((middle) => (
        <circle
          key={middle}
          class={style.band}
          data-part="band"
          cx={frame.x}
          cy={frame.y}
          r={distanceOf(middle)}
          stroke-width={distanceOf(2) - bandGap}
        />
      ))}
      {size === 'big' &&
        rings.map((ring) => (
          <circle
            key={ring}
            class={style.ring}
            data-part="ring"
            cx={frame.x}
            cy={frame.y}
            r={distanceOf(ring)}
            stroke-width={ringWidth}
          />
        ))}
      <path class={style.spokes} data-part="spokes" stroke-width={ringWidth} d={spokesPath(count)} />
      {marks
        .map((mark, place) => (
          <g key={mark.outline.id} class={markClass(mark)} data-outline={mark.outline.id}>
            <path
              class={style.line}
              data-part="line"
              d={outlinePath(mark.outline, count)}
              stroke-width={lineWidth(size, mark.fade)}
              stroke-dasharray={
                mark.dash.map((length) => length * lineWidth(size, mark.fade)).join(' ') || undefined
              }
            />
            {data.axes.map((axis, index) => {
              const value = valueOn(mark.outline, index);
              if (value === null) return null;
              const at = pointOn(index, count, value);
              return (
                <path
                  key={axis.id}
                  class={style.marker}
                  data-part="marker"
                  data-value={value}
                  stroke-width={haloWidth}
                  d={markerPath(mark.shape, at, marker * markerScale(marks, place, index))}
                />
              );
            })}
          </g>
        ))
        .reverse()}
    </>
  );
}
