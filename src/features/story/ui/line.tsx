/** The drawn line of the story, in pieces that join: tip, straight stretches, knots, root. Decoration: the words say it all. */
import { KindPicture } from '../../../ui/record/kind-look.tsx';
import { GapIcon } from '../../../ui/icons/state.tsx';
import { laneX, stretch, STRIP } from '../model/wander.ts';
import styles from './line.module.css';

const MIDDLE = STRIP / 2;

/** A piece that is as high as the box it stands in. */
function Piece({ d, place }: { d: string; place: 'whole' | 'above' | 'below' }) {
  return (
    <svg
      class={styles.piece}
      data-place={place}
      viewBox={`0 0 ${STRIP} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path class={styles.stroke} d={d} vector-effect="non-scaling-stroke" />
    </svg>
  );
}

/** The growing end: two young leaves above the newest entry. */
export function Tip() {
  return (
    <svg class={styles.end} viewBox={`0 0 ${STRIP} 48`} aria-hidden="true" focusable="false">
      <path class={styles.stroke} d={`M${MIDDLE} 48V22`} />
      <path class={styles.leaf} d={`M${MIDDLE} 26c-1-10-8-15-18-15 0 10 7 15 18 15Z`} />
      <path class={styles.leaf} d={`M${MIDDLE} 24c0-12 6-19 18-20 1 12-6 20-18 20Z`} />
    </svg>
  );
}

/** Where the story begins: the line goes into the soil. */
export function Root() {
  return (
    <svg class={styles.end} viewBox={`0 0 ${STRIP} 48`} aria-hidden="true" focusable="false">
      <path class={styles.stroke} d={`M${MIDDLE} 0V22`} />
      <path class={styles.soil} d="M4 26c6-8 14-8 20-5s12-3 18-1 14 0 18 6Z" />
      <path
        class={styles.root}
        d={`M${MIDDLE} 24v18M${MIDDLE} 28c-3 6-9 7-11 12M${MIDDLE} 28c3 6 9 7 11 12`}
      />
    </svg>
  );
}

/** Beside a heading. With `leaf`, something has sprouted there. */
export function StraightLine({ x, leaf = false }: { x: number; leaf?: boolean }) {
  return (
    <div class={styles.strip}>
      <Piece place="whole" d={stretch(x, x)} />
      {leaf && (
        <svg class={styles.sprout} viewBox={`0 0 ${STRIP} 32`} aria-hidden="true" focusable="false">
          <path class={styles.leaf} d={`M${x} 22c2-9 8-13 17-12 0 9-7 14-17 12Z`} />
        </svg>
      )}
    </div>
  );
}

interface KnotLineProps {
  /** Where the line comes from and goes to, in units of the strip. */
  from: number;
  lane: number;
  to: number;
  kind: string;
  /** Cannot be read now: the knot is open. */
  unread: boolean;
}

/** Beside an entry: the line runs through its knot, which shows the kind. */
export function KnotLine({ from, lane, to, kind, unread }: KnotLineProps) {
  return (
    <div class={styles.strip}>
      <Piece place="above" d={stretch(from, laneX(lane))} />
      <Piece place="below" d={stretch(laneX(lane), to)} />
      <span class={styles.knot} data-lane={lane} data-unread={unread}>
        {unread ? <GapIcon /> : <KindPicture kind={kind} />}
      </span>
    </div>
  );
}
