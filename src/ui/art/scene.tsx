/** The ground every picture stands on: a plot of sky and earth. Colours come from the theme (`--art-*`). */
import type { ComponentChildren } from 'preact';

/** What any picture can be told. Without `label` it is decoration: the words beside it say the same. */
export interface ArtProps {
  label?: string | undefined;
}

/** The colour of a thing in a picture. */
export type Tint =
  | 'sky'
  | 'hill'
  | 'leaf'
  | 'deep'
  | 'soil'
  | 'furrow'
  | 'sun'
  | 'paper'
  | 'line'
  | 'clay'
  | 'plum'
  | 'denim'
  | 'skin-1'
  | 'skin-2'
  | 'skin-3'
  | 'skin-4';

/** The theme's own colour by that name. */
export const tint = (name: Tint) => `var(--art-${name})`;

/** 320 × 200, sky above, earth from about y = 150 down. */
export function Scene({ label, children }: ArtProps & { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 320 200"
      width="320"
      height="200"
      fill="none"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      <path fill={tint('sky')} d="M36 0h248a36 36 0 0 1 36 36v124H0V36A36 36 0 0 1 36 0Z" />
      <path fill={tint('hill')} d="M0 128c50-22 110-18 160-6s110 8 160-10v46H0Z" />
      <path fill={tint('soil')} d="M0 158c80-10 220-12 320 0v6a36 36 0 0 1-36 36H10a10 10 0 0 1-10-10Z" />
      <g stroke={tint('furrow')} stroke-width="4">
        <path d="M22 176c80-7 190-8 276 0M36 190c80-5 160-6 240 0" />
      </g>
      {children}
    </svg>
  );
}

/** A young plant with two leaves; its foot at `x`, `y`. */
export function Sprout({ x, y, size = 1 }: { x: number; y: number; size?: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path stroke={tint('deep')} stroke-width="3" d="M0 0v-16" />
      <path fill={tint('leaf')} d="M0-14c0-9 6-14 16-14 0 9-6 14-16 14Z" />
      <path fill={tint('deep')} d="M0-9c0-8-5-12-14-12 0 8 5 12 14 12Z" />
    </g>
  );
}

/** The star of six leaves that the line of the mark grows into. */
export function LeafStar({ x, y, size = 1 }: { x: number; y: number; size?: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`} fill={tint('sun')}>
      {[0, 60, 120, 180, 240, 300].map((turn) => (
        <path key={turn} transform={`rotate(${turn})`} d="M0 0C-6-6-5-14 0-20 5-14 6-6 0 0Z" />
      ))}
    </g>
  );
}
