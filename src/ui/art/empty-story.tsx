/** No story yet: somebody sets the first plant; the furrow that leads on is still open. */
import { Person } from './person.tsx';
import { Scene, Sprout, tint, type ArtProps } from './scene.tsx';

export function EmptyStoryArt(props: ArtProps) {
  return (
    <Scene {...props}>
      <circle fill={tint('sun')} cx="266" cy="52" r="18" />
      <path
        stroke={tint('paper')}
        stroke-width="5"
        stroke-dasharray="1 14"
        d="M128 166c50 0 44-34 82-38s34-34 56-46"
      />
      <Person
        x={84}
        y={174}
        pose="kneeling"
        skin={4}
        top="denim"
        legs="plum"
        hair="bun"
        near={[34, -34]}
        far={[40, -40]}
      />
      <Sprout x={126} y={178} size={1.1} />
      {/* A watering can within reach. */}
      <path fill={tint('clay')} d="M22 156h28l-3 22H25Z" />
      <path stroke={tint('clay')} stroke-width="5" d="M48 162l14-8M26 156c0-12 20-12 20 0" />
      {[190, 232, 274].map((x) => (
        <path key={x} stroke={tint('furrow')} stroke-width="5" d={`M${x} 178v-16`} />
      ))}
      {[190, 232, 274].map((x) => (
        <path key={x} fill={tint('paper')} d={`M${x - 9} 150h18v12h-18Z`} />
      ))}
    </Scene>
  );
}
