/** What grows in each bed: blue flower heads for the head, tomatoes for the hand, hanging hearts for the heart. */
import { tint } from '../../../ui/art/scene.tsx';
import type { Part } from '../model/asset.ts';
import type { Place } from './planting.ts';

const petals = [0, 45, 90, 135, 180, 225, 270, 315];

function HeadPlant() {
  return (
    <>
      <path stroke={tint('deep')} stroke-width="3" d="M0 0C-1-12 1-22 0-33" />
      <path fill={tint('leaf')} d="M0-9c2-8 8-11 15-11-1 8-7 12-15 11Z" />
      <path fill={tint('deep')} d="M0-14c-2-7-7-10-13-10 1 7 6 11 13 10Z" />
      <g transform="translate(0 -38)">
        {petals.map((turn) => (
          <ellipse key={turn} transform={`rotate(${turn})`} fill={tint('denim')} cy="-7.5" rx="3.4" ry="6" />
        ))}
        <circle fill={tint('sun')} r="5" />
      </g>
    </>
  );
}

function HandPlant() {
  return (
    <>
      <path stroke={tint('soil')} stroke-width="2.5" d="M5 2V-46" />
      <path stroke={tint('deep')} stroke-width="3" d="M0 0C4-10-2-22 2-36" />
      <path fill={tint('leaf')} d="M2-36c-1-9 4-14 12-14 0 9-4 14-12 14Z" />
      <path fill={tint('deep')} d="M1-28c-8 1-14-3-15-11 9-1 14 4 15 11Z" />
      <path fill={tint('leaf')} d="M1-16c8 0 13-4 14-11-8 0-13 4-14 11Z" />
      <path fill={tint('deep')} d="M2-10c-7 0-12-3-13-9 7 0 12 3 13 9Z" />
      <circle fill={tint('clay')} cx="-6" cy="-23" r="5" />
      <circle fill={tint('clay')} cx="10" cy="-31" r="4.5" />
      <circle fill={tint('sun')} cx="7" cy="-11" r="4.5" />
    </>
  );
}

const heart = 'M0 8c-6-4-8-7-8-10.5C-8-6-3-7 0-3c3-4 8-3 8 .5C8 1 6 4 0 8Z';

function HeartPlant() {
  return (
    <>
      <path stroke={tint('deep')} stroke-width="3" d="M-6 0c-2-18 2-34 22-40" />
      <path stroke={tint('deep')} stroke-width="2" d="M-4-22c-6 0-9 2-11 6M1-34v6M11-39v6" />
      <path fill={tint('leaf')} d="M-6-4c7 1 13-2 15-9-8-2-14 2-15 9Z" />
      <path fill={tint('deep')} d="M-6-9c-7-1-11-5-11-11 7 0 11 4 11 11Z" />
      <g fill={tint('plum')}>
        <path transform="translate(-16 -11) scale(.8)" d={heart} />
        <path transform="translate(1 -22)" d={heart} />
        <path transform="translate(13 -29) scale(.85)" d={heart} />
      </g>
    </>
  );
}

const grown = { head: HeadPlant, hand: HandPlant, heart: HeartPlant };

/** Neighbours differ a little, as plants do; it says nothing about what they stand for. */
const statures = [1, 0.88, 1.08, 0.94];

export function Plant({ part, at, place }: { part: Part; at: number; place: Place }) {
  const Grown = grown[part];
  const size = place.size * (statures[at % statures.length] ?? 1);
  const side = at % 2 === 0 ? size : -size;
  return (
    <g transform={`translate(${place.x} ${place.y}) scale(${side} ${size})`}>
      <Grown />
    </g>
  );
}
