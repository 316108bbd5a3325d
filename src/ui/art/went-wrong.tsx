/** Something went wrong, and all is safe: the pot has tipped over, the plant stands in good hands. */
import { Person } from './person.tsx';
import { Scene, Sprout, tint, type ArtProps } from './scene.tsx';

export function WentWrongArt(props: ArtProps) {
  return (
    <Scene {...props}>
      <path
        fill={tint('paper')}
        fill-opacity="0.8"
        d="M214 44a15 15 0 0 1 27-8 13 13 0 0 1 23 9 10 10 0 0 1-2 19h-43a10 10 0 0 1-5-20Z"
      />
      <Person
        x={122}
        y={174}
        pose="kneeling"
        skin={1}
        top="clay"
        legs="deep"
        hair="scarf"
        hairTint="denim"
        near={[32, -50]}
        far={[42, -46]}
      />
      <path fill={tint('furrow')} d="M148 139c4-8 22-8 26 0-2 9-24 9-26 0Z" />
      <Sprout x={161} y={136} size={1.5} />
      {/* The pot lies on its side, its earth beside it. */}
      <path fill={tint('clay')} d="M262 142l-4 34-34-7v-20Z" />
      <path fill={tint('plum')} d="M258 138h9l-3 42h-9Z" />
      <path fill={tint('furrow')} d="M262 178c4-14 20-18 34 0Z" />
      <Sprout x={60} y={180} />
    </Scene>
  );
}
