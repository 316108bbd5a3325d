/** A bed of earth with one plant for each thing in it. Decoration: the labels under it say the same in words. */
import { tint } from '../../../ui/art/scene.tsx';
import type { Part } from '../model/asset.ts';
import { planting } from './planting.ts';
import { Plant } from './plants.tsx';

export function BedPicture({ part, count }: { part: Part; count: number }) {
  return (
    <svg
      viewBox="0 0 320 136"
      width="320"
      height="136"
      fill="none"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      aria-hidden="true"
    >
      <path fill={tint('hill')} d="M0 74c60-16 110-8 160-2s110 6 160-8v72H0Z" />
      <path fill={tint('soil')} d="M0 84c90-9 230-10 320 0v52H0Z" />
      <g stroke={tint('furrow')} stroke-width="4">
        <path d="M10 96c90-6 210-6 300 0M6 111c100-6 208-6 308 0M10 127c96-5 204-5 300 0" />
      </g>
      {planting(count).map((place, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a place in the bed is what it is by its number
        <Plant key={at} part={part} at={at} place={place} />
      ))}
    </svg>
  );
}
