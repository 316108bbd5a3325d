/** People for the pictures: grown-up, different from one another, made of a few shapes. */
import { tint, type Tint } from './scene.tsx';

type Pose = 'standing' | 'sitting' | 'kneeling';
type Hair = 'short' | 'long' | 'bun' | 'scarf' | 'cap' | 'curls' | 'bald';

export interface PersonProps {
  /** Where the feet (or the wheels) touch the ground. */
  x: number;
  y: number;
  size?: number;
  /** Looks to the right unless told otherwise. */
  facing?: 'left' | 'right';
  skin: 1 | 2 | 3 | 4;
  top: Tint;
  legs: Tint;
  hair: Hair;
  hairTint?: Tint;
  pose?: Pose;
  /** Where the hands are, from the shoulders at 0,-72: first the far one, then the near one. */
  far?: readonly [number, number];
  near?: readonly [number, number];
}

/** Feet and knees, and how much lower the upper body is than when standing. */
const poses: Record<Pose, { legs: string; shoes: string; drop: number }> = {
  standing: { legs: 'M-6-44-7-6M6-44 8-6', shoes: 'M-8-3h8M7-3h8', drop: 0 },
  sitting: { legs: 'M-2-32 18-30 18-6M-2-30 12-28 10-6', shoes: 'M10-3h7M18-3h8', drop: 12 },
  kneeling: { legs: 'M-3-28 15-26 14-6M-3-28-6-6-22-5', shoes: 'M14-3h8M-26-6v2', drop: 14 },
};

const hairs: Record<Hair, string> = {
  short: 'M-11-90c-3-12 4-17 12-17 8 0 13 6 11 12-7 1-11-1-14-3-1 5-4 8-9 8Z',
  long: 'M-12-74c-3-8-2-16-1-21 1-9 7-13 14-13 8 0 13 6 11 13-7 0-11-2-13-5-1 8-1 17 1 26-4 3-9 3-12 0Z',
  bun: 'M-11-90c-3-12 4-17 12-17 8 0 13 6 11 12-7 1-11-1-14-3-1 5-4 8-9 8ZM-8-112a5.5 5.5 0 1 1 0 .1Z',
  scarf:
    'M-14-74c0-8-1-13 0-20 1-9 8-14 15-14 9 0 13 7 12 12-5 0-9-1-12-2-3 6-3 13 1 18 3 3 7 3 9 4-5 8-21 9-25 2Z',
  cap: 'M-12-94c0-9 6-14 13-14 8 0 12 6 12 11h9c1 4-1 5-4 5-10 0-20 0-30-2Z',
  curls:
    'M-12-84c-5-2-5-8-2-11-2-5 1-10 6-10 2-5 9-6 13-3 6-1 10 4 8 9 1 2 0 4-2 4-6 0-9-1-12-3-2 6-4 12-11 14Z',
  bald: '',
};

function Arm({
  to,
  sleeve,
  skin,
  from,
}: {
  to: readonly [number, number];
  from: number;
  sleeve: string;
  skin: string;
}) {
  const [x, y] = to;
  // The elbow hangs a little under the straight way to the hand.
  const elbow = `${(from + x) / 2 - 3} ${(-70 + y) / 2 + 9}`;
  return (
    <>
      <path stroke={sleeve} stroke-width="9" d={`M${from}-69Q${elbow} ${x} ${y}`} />
      <circle fill={skin} cx={x} cy={y} r="5" />
    </>
  );
}

export function Person(props: PersonProps) {
  const { x, y, size = 1, facing = 'right', pose = 'standing', far, near } = props;
  const skin = tint(`skin-${props.skin}`);
  const top = tint(props.top);
  const { legs, shoes, drop } = poses[pose];
  return (
    <g transform={`translate(${x} ${y}) scale(${facing === 'left' ? -size : size} ${size})`}>
      <path stroke={tint(props.legs)} stroke-width="12" d={legs} />
      <path stroke={tint('line')} stroke-width="7" d={shoes} />
      <g transform={`translate(0 ${drop})`}>
        {far && <Arm to={far} from={8} sleeve={top} skin={skin} />}
        <path stroke={skin} stroke-width="9" d="M0-88v14" />
        <path fill={top} d="M-14-42v-24c0-9 5-13 14-13s14 4 14 13v24c-8 4-20 4-28 0Z" />
        <circle fill={skin} cx="1" cy="-93" r="11.5" />
        <path fill={tint(props.hairTint ?? 'line')} d={hairs[props.hair]} />
        {near && (
          <>
            {/* A seam, so that the near arm does not melt into the body. */}
            <path
              stroke={tint('line')}
              stroke-opacity="0.25"
              stroke-width="11"
              d={`M-8-67Q${(near[0] - 8) / 2 - 3} ${(near[1] - 70) / 2 + 9} ${near[0]} ${near[1]}`}
            />
            <Arm to={near} from={-8} sleeve={top} skin={skin} />
          </>
        )}
      </g>
    </g>
  );
}
