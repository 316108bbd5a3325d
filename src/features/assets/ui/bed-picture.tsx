/** A bed of earth with one plant for each thing in it. Decoration: the labels under it say the same in words. */
import { tint } from '../../../ui/art/scene.tsx';
import type { Part } from '../model/asset.ts';
import { planting } from './planting.ts';
import { Plant } from './plants.tsx';

export function BedPicture({ part, count }: { part: Part; count: number }) {
  return (
    <svg
      viewBox="0 0 320 156"
      width="320"
      height="156"
      fill="none"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      aria-hidden="true"
    >
      <circle fill={tint('sun')} cx={suns[part]} cy="34" r="15" />
      <path fill={tint('hill')} d={hills[part]} />
      <path fill={tint('soil')} d="M0 112c90-8 230-9 320 0v44H0Z" />
      <g stroke={tint('furrow')} stroke-width="4">
        <path d="M8 121c90-5 214-5 304 0M6 134c100-5 208-5 308 0M8 148c96-4 208-4 304 0" />
      </g>
      {count === 0 && <WateringCan />}
      {planting(count).map((place, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a place in the bed is what it is by its number
        <Plant key={at} part={part} at={at} place={place} />
      ))}
    </svg>
  );
}

const suns: Record<Part, number> = { head: 282, hand: 44, heart: 266 };

const hills: Record<Part, string> = {
  head: 'M0 98c50-22 120-20 176-6s100 8 144-6v36H0Z',
  hand: 'M0 88c70-10 90 10 150 8s110-24 170-14v40H0Z',
  heart: 'M0 94c40-12 100-20 160-6s120-4 160-16v50H0Z',
};

/** For a bed that waits for its first seed. */
function WateringCan() {
  return (
    <g transform="translate(152 78)">
      <path stroke={tint('denim')} stroke-width="6" d="M30 14c14-16 26-6 10 18" />
      <path stroke={tint('denim')} stroke-width="6" d="M-4 36-26 14" />
      <path fill={tint('denim')} d="m-33 14 12-10 4 5-12 10Z" />
      <path fill={tint('denim')} d="M-6 10h42l-3 44H-3Z" />
      <path fill={tint('sun')} d="M-5 22h40l-.7 9H-4.400Z" />
      <g fill={tint('paper')}>
        <path d="M-36 24c3 5 4 7 0 9-4-2-3-4 0-9ZM-46 36c3 5 4 7 0 9-4-2-3-4 0-9ZM-30 40c3 5 4 7 0 9-4-2-3-4 0-9Z" />
      </g>
    </g>
  );
}
