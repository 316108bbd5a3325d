/** Nothing found here: somebody looks out over the beds; the signs point on. */
import { Person } from './person.tsx';
import { Scene, Sprout, tint, type ArtProps } from './scene.tsx';

export function NotFoundArt(props: ArtProps) {
  return (
    <Scene {...props}>
      <circle fill={tint('sun')} cx="60" cy="46" r="18" />
      <path stroke={tint('furrow')} stroke-width="7" d="M216 172V72" />
      <path fill={tint('paper')} d="M198 78h56l12 11-12 11h-56ZM234 108h-56l-12 11 12 11h56Z" />
      <path stroke={tint('soil')} stroke-width="3" d="M208 89h30M190 119h30" />
      <Person x={112} y={172} skin={4} top="leaf" legs="denim" hair="long" near={[16, -92]} far={[14, -46]} />
      <Sprout x={54} y={180} />
      <Sprout x={158} y={184} size={0.9} />
      <Sprout x={270} y={180} size={1.1} />
    </Scene>
  );
}
