/** The shapes of a star as SVG, without words or meaning for a screen reader: `StarSvg` and `StarChart` give those. */
import { valueOn, type StarData } from './star-data.ts';
import { bandMiddles, distanceOf, frame, pointOn, rings } from './star-frame.ts';
import { bandGap, bold, haloWidth, lineWidth, ringWidth, type StarSize } from './star-look.ts';
import { marksOf, markerScale, type Mark } from './star-marks.ts';
import { markerPath, outlinePath, spokesPath } from './star-paths.ts';
import style from './star-drawing.module.css';

/** The class of a mark's colour and fading; the canvas and the table's samples read their colours from it. */
export function markClass(mark: { tone: number; fade: number }): string {
  return `${style.mark} ${style[`tone${mark.tone}`]} ${style[`fade${mark.fade}`]}`;
}

export const markParts = { line: style.line ?? '', marker: style.marker ?? '' };

interface StarDrawingProps {
  data: StarData;
  size: StarSize;
  /** Only the groups, whose colours a canvas takes, and nothing in them yet. */
  bare?: boolean;
}

export function StarDrawing({ data, size, bare = false }: StarDrawingProps) {
  const marks = marksOf(data.outlines);
  return (
    <>
      <g class={style.bands} data-part="bands" stroke-width={distanceOf(2) - bandGap}>
        {!bare && bandMiddles.map(circle)}
      </g>
      <g class={style.rings} data-part="rings" stroke-width={ringWidth}>
        {!bare && size === 'big' && rings.map(circle)}
        {!bare && <path d={spokesPath(data.axes.length)} />}
      </g>
      {marks
        .map((mark, place) => (
          <g key={mark.outline.id} class={markClass(mark)} data-outline={mark.outline.id}>
            {!bare && outline(marks, place, data, size)}
          </g>
        ))
        .reverse()}
    </>
  );
}

// Functions and not components: a list shows many stars, and each component would be one more thing to keep.

function circle(value: number) {
  return <circle key={value} cx={frame.x} cy={frame.y} r={distanceOf(value)} />;
}

/** The line and the markers of one outline. */
function outline(marks: readonly Mark[], place: number, { axes }: StarData, size: StarSize) {
  const mark = marks[place];
  if (!mark) return null;
  const width = lineWidth(size, mark.fade);
  return (
    <>
      <path
        class={style.line}
        data-part="line"
        d={outlinePath(mark.outline, axes.length)}
        stroke-width={width}
        stroke-dasharray={mark.dash.map((length) => length * width).join(' ') || undefined}
      />
      {axes.map((axis, index) => {
        const value = valueOn(mark.outline, index);
        if (value === null) return null;
        return (
          <path
            key={axis.id}
            class={style.marker}
            data-part="marker"
            data-value={value}
            stroke-width={haloWidth}
            d={markerPath(
              mark.shape,
              pointOn(index, axes.length, value),
              bold[size].marker * markerScale(marks, place, index),
            )}
          />
        );
      })}
    </>
  );
}
