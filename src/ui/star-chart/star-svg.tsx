/** A star as SVG: small in lists, and wherever one is wanted at once, without waiting for anything to load. */
import type { StarData } from './star-data.ts';
import { StarDrawing } from './star-drawing.tsx';
import { frame } from './star-frame.ts';
import style from './star-svg.module.css';

interface StarSvgProps {
  data: StarData;
  /** What a screen reader says: the sentence of `starSentence`. */
  label: string;
  class?: string | undefined;
}

/** The part of the frame that holds the star without room for names. */
const reach = frame.radius + 12;
const square = `${frame.x - reach} ${frame.y - reach} ${2 * reach} ${2 * reach}`;

/** As wide as its place; 4 rem in a list by its own class. */
export function StarSvg({ data, label, class: className }: StarSvgProps) {
  return (
    <svg class={className ?? style.small} viewBox={square} role="img" aria-label={label}>
      <StarDrawing data={data} size="small" />
    </svg>
  );
}
